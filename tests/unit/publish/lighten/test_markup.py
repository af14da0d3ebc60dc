"""A page loses the space that nobody sees."""

import pytest
from lxml import html

from sitekit.publish.lighten import markup
from sitekit.publish.lighten.names import hashed
from tests.unit.publish.lighten.reading import body


def squeezed(inner: str, keeps_space=lambda node: False) -> str:
    page = body(inner)
    markup.squeeze(page, keeps_space)
    return "".join(html.tostring(node, encoding="unicode") for node in page.find("body"))


@pytest.mark.parametrize("inner, less", [
    ("<p>a\n   b</p>", "<p>a b</p>"),
    ("<p><b>a</b>  <i>b</i></p>", "<p><b>a</b> <i>b</i></p>"),
    ("<p>a\u00a0\u00a0b</p>", "<p>a\u00a0\u00a0b</p>"),
    ("<ul>\n <li>a</li>\n <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
    ("<textarea>a\n  b</textarea>", "<textarea>a\n  b</textarea>"),
    ("<p>a<!-- note -->b</p>", "<p>ab</p>"),
    ("<div><script>a  b</script></div>", "<div><script>a  b</script></div>"),
    ('<div><svg xmlns="http://www.w3.org/2000/svg"></svg></div>', "<div><svg></svg></div>"),
], ids=["runs", "between words", "hard spaces", "lists", "pre", "textarea", "comments", "scripts", "pictures"])
def test_space_that_nobody_sees_goes(inner, less):
    assert squeezed(inner) == less


def test_space_stays_where_the_stylesheet_shows_it():
    assert squeezed("<p>a\n b</p>", lambda node: node.tag == "p") == "<p>a\n b</p>"


def test_a_tiny_picture_is_its_own_address():
    assert markup.svg_address(b'<svg a="1">\n <!-- a square -->\n <path d="M0 0h9v9z"/></svg>') == "data:image/svg+xml,%3Csvg a='1'%3E%3Cpath d='M0 0h9v9z'/%3E%3C/svg%3E"


def test_a_page_leaves_out_the_tags_and_quotes_that_it_may():
    assert markup.text_of(body('<p class="a">b</p> <p>c</p><input required="">')) == "<!doctype html><html><head><title>t</title></head><body><p class=a>b <p>c</p><input required></body></html>"


def test_space_that_the_stylesheet_shows_outlives_the_shortening():
    page = body("<div>a\n  <b>b\n\tc</b></div><p>d\n  e</p>")
    assert markup.text_of(page, lambda node: node.tag == "div").endswith("<div>a\n  <b>b\n\tc</b></div><p>d\ne</body></html>")


def test_a_name_tells_the_content():
    one, same, other = hashed("a/site.js", b"1"), hashed("a/site.js", b"1"), hashed("a/site.js", b"2")
    assert one == same == "a/site.6b86b273.js" and one != other


def test_a_script_in_a_page_stays_to_the_letter():
    assert "<script>var  a = 1;</script>" in markup.text_of(body("<script>var  a = 1;</script>"))


@pytest.mark.parametrize("colour, left", [
    ("var(--ink, #000)", "var(--ink)"), ("var(--other, #000)", "var(--other, #000)"), ("var(--ink, var(--other))", "var(--ink)"), ("red", "red"),
])
def test_a_picture_needs_no_colour_beside_one_that_is_always_set(colour, left):
    page = body(f'<svg><path fill="{colour}"></path></svg>')
    markup.squeeze(page, lambda node: False, frozenset(["--ink"]))
    assert page.find(".//path").get("fill") == left
