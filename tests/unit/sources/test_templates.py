"""What templates, stylesheets and settings fetch or link, each at its line."""

from sitekit.sources.templates import read_settings, read_style, read_template
from sitekit.sources.yaml import parse_yaml


def told(mentions) -> list[tuple[int, str, str]]:
    return sorted((mention.line, mention.what, mention.text) for mention in mentions)


def test_a_templates_addresses_are_found_among_its_logic():
    text = (
        '{% if a < b %}\n<img src="{{ \'assets/logo.svg\' | url }}" alt="">\n{# <img src=no> #}\n'
        '{% endif %}\n<script\n  src="//example.org/x.js"></script>\n<a href="https://example.org/">Out</a>\n{% set x =\n  \'help/\' | url %}\n'
    )
    assert told(read_template(text, "overrides/main.html")[0]) == [
        (2, "linked", "assets/logo.svg"),
        (5, "fetched", "//example.org/x.js"),
        (7, "led to", "https://example.org/"),
        (9, "linked", "help/"),
    ]


def test_what_a_template_computes_is_left_to_the_built_site():
    assert read_template("<a href=\"{{ page.url | url }}\">{{ ('a' ~ b) | url }}</a>", "x.html") == ([], [])


def test_where_a_page_lives_is_not_fetched():
    found, _ = read_template('<link rel="canonical" href="https://example.org/">', "x.html")
    assert told(found) == [(1, "led to", "https://example.org/")]


def test_a_broken_template_is_told_at_its_line():
    assert [str(problem) for problem in read_template("a\n{{ b( }}\n", "x.html")[1]] == [
        "x.html:2: This template is broken: unexpected '}', expected ')'. Correct the template's syntax on this line."
    ]


def test_a_stylesheets_files_count_from_docs():
    text = "p { background: url(../pictures/a.svg) }\n@media print {\n  q { content: image-set('b.png' 1x); mask: url(#c) }\n}\n@import 'd.css';\n@font-face { src: url('https://example.org/e') }\n"
    assert told(read_style(text, "docs/assets/stylesheets/x.css")) == [
        (1, "fetched", "assets/pictures/a.svg"),
        (3, "fetched", "#c"),
        (3, "fetched", "assets/stylesheets/b.png"),
        (5, "fetched", "assets/stylesheets/d.css"),
        (6, "fetched", "https://example.org/e"),
    ]


def test_settings_name_what_every_page_fetches():
    text = "theme:\n  name: material\n  font: false\n  logo: a.svg\nextra_css: [b.css]\nextra_javascript:\n  - {path: c.js, type: module}\n  - d.js\nextra: {e: 1}\n"
    assert told(read_settings(parse_yaml(text, "mkdocs.yml"))) == [
        (4, "fetched", "a.svg"),
        (5, "fetched", "b.css"),
        (7, "fetched", "c.js"),
        (8, "fetched", "d.js"),
        (9, "named", "e"),
    ]


def test_settings_of_another_form_name_nothing():
    assert read_settings(parse_yaml("- a\n", "mkdocs.yml")) == []
    assert read_settings(parse_yaml("theme: x\nextra: y\nextra_css: z\n", "mkdocs.yml")) == []
