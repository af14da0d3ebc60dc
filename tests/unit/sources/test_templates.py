"""What templates, stylesheets and settings fetch or link, each at its line."""

from sitekit.sources.templates import read_settings, read_template
from sitekit.sources.yaml import parse_yaml


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


def test_broken_template_is_reported_at_its_line():
    assert [str(problem) for problem in read_template("a\n{{ b( }}\n", "x.html")[1]] == [
        "x.html:2: This template is broken: unexpected '}', expected ')'. Correct the template's syntax on this line."
    ]


def test_settings_refer_to_what_every_page_fetches():
    text = "theme:\n  name: material\n  font: false\n  logo: a.svg\nextra_css: [b.css]\nextra_javascript:\n  - {path: c.js, type: module}\n  - d.js\nextra: {e: 1}\n"
    assert found_in(read_settings(parse_yaml(text, "mkdocs.yml"))) == [
        (4, "fetched", "a.svg"),
        (5, "fetched", "b.css"),
        (7, "fetched", "c.js"),
        (8, "fetched", "d.js"),
        (9, "named", "e"),
    ]


def test_settings_of_other_types_refer_to_nothing():
    assert read_settings(parse_yaml("- a\n", "mkdocs.yml")) == []
    assert read_settings(parse_yaml("theme: x\nextra: y\nextra_css: z\n", "mkdocs.yml")) == []
