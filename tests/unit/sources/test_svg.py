"""A drawing holds allowed elements and attributes only; all others are reported at their lines."""

import pytest

from sitekit.sources.drawing_words import find_cut_off
from sitekit.sources.svg import find_problems

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'


def drawn(inside: str) -> list[tuple[int, str]]:
    return find_problems(f"{OPEN}\n{inside}\n</svg>\n")


@pytest.mark.parametrize(
    "inside",
    [
        '<circle cx="5" cy="5.5" r=".4"/>',
        '<path d="M39 116H53M48 111L53,116l-1.2-3.4z"/>',
        '<g transform="translate(4 5) scale(-1 1) rotate(45)"/>',
        '<text x="1" y="2" font-family="inherit" text-anchor="middle">5 &lt; 6 &amp; so on</text>',
        '<rect fill="var(--pic-warm, #f3c9a5)" stroke="none"/>',
        '<polyline points="0,0 1,1" stroke-dasharray="4 2"/>',
    ],
)
def test_shapes_and_text_are_accepted(inside):
    assert drawn(inside) == []


@pytest.mark.parametrize(
    "inside, message",
    [
        ("<script>x()</script>", "'<script' does not belong in a drawing"),
        ("<SCRIPT/>", "'<SCRIPT' does not belong in a drawing"),
        ('<x:g xmlns:x="x"/>', "'<x:g' does not belong in a drawing"),
        ("<title>Ear</title>", "'<title' does not belong in a drawing"),
        ('<g class="x"/>', "'class=' does not belong in a drawing"),
        ('<g fill="url(#a)"/>', "'url(#a)' is not a value for 'fill' in a drawing"),
        (
            '<g fill="var(--x, url(https://example.org/some/long/path/to.svg))"/>',
            "'var(--x, url(https://example.org/some/l…' is not a value for 'fill' in a drawing",
        ),
        ('<path d="M0 0&quot;"/>', "'M0 0\"' is not a value for 'd' in a drawing"),
        ("<text>&#x202e;x</text>", "Here is a character that turns the text around (U+202E)"),
        ("<?php x?>", "'<?' does not belong in a drawing"),
        ("<!--> <img src=x> -->", "'<!--' does not belong in a drawing"),
        ("<text><![CDATA[<b>]]></text>", "'<![CDATA[' does not belong in a drawing"),
        ("<text>&x;</text>", "This drawing is broken: undefined entity"),
        ("<g></text>", "This drawing is broken: mismatched tag"),
        ('<g opacity="0"/>', "'0' is not a value for 'opacity' in a drawing"),
        ("<text>You &amp;amp; me</text>", "'&amp;' would be shown as it is"),
        ('<g fill="#000"/>', "'#000' stays as it is on dark pages, unlike 'var(--pic-ink, #000)' and the other colours of our drawings"),
    ],
)
def test_anything_else_is_reported_at_its_line(inside, message):
    assert (2, message) in drawn(inside)


@pytest.mark.parametrize(
    "attribute, message",
    [
        ('viewBox="0,5 0 10 10"', "'0,5 0 10 10' is not a value for 'viewBox' in a drawing"),
        ('width="2000" height="2000"', "This drawing has a size, and its page gives it one"),
    ],
)
def test_drawing_has_a_view_box_and_no_size(attribute, message):
    assert (1, message) in find_problems(f'<svg xmlns="http://www.w3.org/2000/svg" {attribute}><g/></svg>')


@pytest.mark.parametrize("size, is_seen", [("0", False), ("0px", False), ("0.5", True), ("48", True)])
def test_logo_of_no_size_is_reported(size, is_seen):
    found = find_problems(f'<svg xmlns="http://www.w3.org/2000/svg" height="{size}"><g/></svg>', is_file=True)
    assert found == ([] if is_seen else [(1, "This drawing has no size")])


@pytest.mark.parametrize(
    "text, cut_off",
    [
        ('<text x="1">Ask</text>', False),
        ('<text x="90">Ask</text>', True),
        ('<text x="90" text-anchor="end">Ask</text>', False),
        ('<text x="5" text-anchor="middle">Ask early</text>', True),
        ('<g transform="translate(85 0)"><text>Ask</text></g>', True),
        ('<text x="1">Ask as early as you can</text>', True),
        ('<text x="1" font-size="8">Ask as early as you can</text>', False),
    ],
)
def test_words_that_run_out_of_a_drawing_are_found(text, cut_off):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{text}</svg>'
    assert len([*find_cut_off(drawing)]) == cut_off


def test_lines_count_from_the_top_of_the_file():
    assert find_problems(f"\n\n{OPEN}\n<b/></svg>") == [(4, "'<b' does not belong in a drawing")]


def test_file_without_svg_element_is_reported():
    assert find_problems("<g/>") == [(1, "'<g' does not belong in a drawing")]
    assert find_problems("") == [(1, "This drawing is broken: no element found")]


def test_parsing_stops_at_a_document_type():
    assert find_problems('<!DOCTYPE svg [<!ENTITY a "b">\n<!ENTITY c "&a;">]><svg>&c;</svg>') == [
        (1, "'<!DOCTYPE' does not belong in a drawing")
    ]


def test_deep_nesting_is_reported_once():
    assert find_problems(OPEN + "<g>" * 100_000) == [(1, "This drawing is nested deeper than 32 levels")]


@pytest.mark.parametrize(
    "inside",
    [
        '<!-- Made by hand. --><title>Ear</title><defs><linearGradient id="a"><stop offset="50%" stop-color="red"/></linearGradient></defs>',
        '<g fill="url(#a)" clip-path="url(#b)" transform="matrix(1 0 0 1 0 0)"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a" href="#a"/>',
        '<style type="text/css">.a, #b{fill:#fff;stroke : none} @media (prefers-color-scheme: dark) { .a { fill: url(#a) } }</style>',
        '<style><![CDATA[.st0{opacity:.5;}]]></style><g class="st0" style="fill:rgb(1, 2, 3);font-family:\'A B\', serif"/>',
    ],
)
def test_file_may_hold_what_drawing_programs_write(inside):
    assert find_problems(f'<?xml version="1.0" encoding="utf-8"?>\n{OPEN}{inside}</svg>', is_file=True) == []
    assert drawn(inside)


# What runs or fetches in a file that is opened by itself.
@pytest.mark.parametrize(
    "inside, message",
    [
        ("<script>x()</script>", "'<script' does not belong in a drawing"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "'<h:script' does not belong in a drawing"),
        ('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://a.example"/>', "'<h:img' does not belong in a drawing"),
        ('<h:meta http-equiv="refresh" content="0"/>', "'<h:meta' does not belong in a drawing"),
        ('<h:form action="https://a.example"/>', "'<h:form' does not belong in a drawing"),
        ('<img xmlns="http://www.w3.org/1999/xhtml"/>', "'<img' does not belong in a drawing"),
        ("<foreignObject/>", "'<foreignObject' does not belong in a drawing"),
        ('<image href="https://a.example/a.png"/>', "'<image' does not belong in a drawing"),
        ('<a href="javascript:x()"/>', "'<a' does not belong in a drawing"),
        ('<set attributeName="href" to="javascript:x()"/>', "'<set' does not belong in a drawing"),
        ('<g onclick="x()"/>', "'onclick=' does not belong in a drawing"),
        ('<use href="https://a.example/a.svg#a"/>', "'https://a.example/a.svg#a' is not a value for 'href' in a drawing"),
        ('<use href="data:image/svg+xml,x"/>', "'data:image/svg+xml,x' is not a value for 'href' in a drawing"),
        ('<use xmlns:xlink="x" xlink:href="#a"/>', "'x' is not a value for 'xmlns:xlink' in a drawing"),
        ('<g fill="url(https://a.example)"/>', "'url(https://a.example)' is not a value for 'fill' in a drawing"),
        ('<style>@import "https://a.example";</style>', "The style '@import \"https://a.example\";' does not belong in a drawing"),
        (
            '<style>g{fill:image-set("https://a.example" 1x)}</style>',
            "The style 'fill:image-set(\"https://a.example\" 1x)' does not belong in a drawing",
        ),
        ("<style>g{fill:u\\72l(https://a.example)}</style>", "The style 'fill:u\\72l(https://a.example)' does not belong in a drawing"),
        ("<style>g{background:red}</style>", "The style 'background:red' does not belong in a drawing"),
        ("<style>@media (prefers-color-scheme: dark){g{href:#a}}</style>", "The style 'href:#a' does not belong in a drawing"),
        ("<style>@font-face{src:url(a)}</style>", "The style '@font-face{src:url(a)}' does not belong in a drawing"),
        ("<g style=\"fill:url('https://a.example')\"/>", "The style 'fill:url('https://a.example')' does not belong in a drawing"),
        ('<?xml-stylesheet href="https://a.example"?>', "'<?' does not belong in a drawing"),
    ],
)
def test_file_that_could_run_or_fetch_is_reported(inside, message):
    assert (2, message) in find_problems(f"{OPEN}\n{inside}\n</svg>\n", is_file=True)


@pytest.mark.parametrize("encoding", ["UTF-7", "UTF-16", "Shift_JIS", "x"])
def test_other_encodings_are_reported(encoding):
    file = f'<?xml version="1.0" encoding="{encoding}"?>{OPEN}</svg>'
    message = f"This drawing says that its encoding is '{encoding}', and only UTF-8 is allowed"
    assert find_problems(file, is_file=True) == [(1, message)]


def test_file_without_a_namespace_is_reported():
    message = 'This drawing lacks xmlns="http://www.w3.org/2000/svg", so no browser shows it'
    assert find_problems("<svg/>", is_file=True) == [(1, message)]
