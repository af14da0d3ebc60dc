"""What templates, stylesheets and settings fetch or link, each at its line."""

from sitekit.sources.templates import read_template


def found_in(references) -> list[tuple[int, str, str]]:
    return sorted((reference.line, reference.what, reference.text) for reference in references)


def test_urls_of_a_template_are_found_among_its_logic():
    text = (
        '{% if a < b %}\n<img src="{{ \'assets/logo.svg\' | url }}" alt="">\n{# <img src=no> #}\n'
        '{% endif %}\n<script\n  src="//example.org/x.js"></script>\n<a href="https://example.org/">Out</a>\n{% set x =\n  \'help/\' | url %}\n'
    )
    assert found_in(read_template(text, "overrides/main.html")[0]) == [
        (2, "linked", "assets/logo.svg"),
        (5, "fetched", "//example.org/x.js"),
        (7, "led to", "https://example.org/"),
        (9, "linked", "help/"),
    ]


def test_computed_url_is_no_reference():
    assert read_template("<a href=\"{{ page.url | url }}\">{{ ('a' ~ b) | url }}</a>", "x.html") == ([], [])


def test_canonical_url_is_not_fetched():
    found, _ = read_template('<link rel="canonical" href="https://example.org/">', "x.html")
    assert found_in(found) == [(1, "led to", "https://example.org/")]


def test_block_that_no_other_template_has_is_reported():
    templates = {"overrides/base.html": "<main>{% block text %}{% endblock %}</main>", "overrides/main.html": ""}
    for name, problems in (("text", []), ("txet", ["x.html:2: This template is broken: there is no block 'txet'. Did you mean 'text'?"])):
        text = f'{{% extends "base.html" %}}\n{{% block {name} %}}{{% block inner %}}{{% endblock %}}{{% endblock %}}'
        found = read_template(text, "overrides/main.html", templates)[1]
        assert [str(problem).replace("overrides/main", "x") for problem in found] == problems


def test_broken_template_is_reported_at_its_line():
    assert [str(problem) for problem in read_template("a\n{{ b( }}\n", "x.html")[1]] == [
        "x.html:2: This template is broken: unexpected '}', expected ')'. Correct the template's syntax on this line."
    ]
