"""A drawing holds allowed elements and attributes only; all others are reported at their lines."""

import pytest

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
    ],
)
def test_anything_else_is_reported_at_its_line(inside, message):
    assert (2, message) in drawn(inside)


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
