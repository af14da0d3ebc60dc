"""Files below docs/ are of known kinds, and are what they say they are."""

import pytest

from sitekit.sources.loader import load

KINDS = "Use one of these kinds: .md, .svg, .png, .jpg, .jpeg, .webp; or remove it."
PNG = b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82"


def problems_of(good, name: str, data: bytes) -> list[str]:
    file = good / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return [str(problem) for problem in load(good)[1]]


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.png", PNG),
        ("a.jpg", b"\xff\xd8\xff\xff\xd9"),
        ("a.JPEG", b"\xff\xd8\xff\xff\xd9"),
        ("a.webp", b"RIFF....WEBP"),
        ("a.svg", b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg"/>\r\n'),
        ("robots.txt", b"x"),
        ("CNAME", b"trust.example"),
        (".DS_Store", b"\0"),
    ],
)
def test_known_kinds_are_accepted(good, name, data):
    assert problems_of(good, name, data) == []


@pytest.mark.parametrize("name", ["x.xml", "x.xsl", "x.xht", "x.js", "x.gif", "x.pdf", "x.md~", "LICENSE"])
def test_other_kinds_are_reported(good, name):
    kind = name[1:].lower() if name.startswith("x") else name
    assert problems_of(good, name, PNG) == [f"docs/{name}:1: A file of the kind '{kind}' is not published. {KINDS}"]


@pytest.mark.parametrize("name, data", [("a.png", b"<html>"), ("a.jpg", PNG), ("a.webp", b"RIFF....WAVE"), ("a.png", b"")])
def test_bitmap_of_another_kind_than_its_ending_is_reported(good, name, data):
    hint = "Save it as PNG, JPEG, WebP or SVG, with the matching ending."
    assert problems_of(good, name, data) == [f"docs/{name}:1: This file is not a {name[1:]} picture. {hint}"]


def test_drawing_that_is_no_utf_8_text_is_reported(good):
    text = '<?xml version="1.0" encoding="utf-16"?><svg/>'.encode("utf-16")
    assert problems_of(good, "a.svg", text) == ["docs/a.svg:1: This file is not UTF-8 text. Save it as UTF-8 in your editor."]


def test_picture_in_pages_may_hold_less_than_a_file(good):
    gradient = b'<svg xmlns="http://www.w3.org/2000/svg"><linearGradient/></svg>'
    assert problems_of(good, "assets/a.svg", gradient) == []
    assert problems_of(good, "assets/pictures/ear.svg", gradient) == [
        "docs/assets/pictures/ear.svg:1: '<linearGradient' does not belong in a drawing. Draw with shapes and text only."
    ]


@pytest.mark.parametrize("name", ["x.MD", "x.md.txt"])
def test_page_with_another_ending_is_reported(good, name):
    assert problems_of(good, name, b"x") == [
        f"docs/{name}:1: This file would be published unchecked. Write it as a page, name.md, or remove it."
    ]


def test_picture_of_one_pixel_is_reported(good):
    assert problems_of(good, "a.png", PNG[:8] + b"\0\0\0\rIHDR\0\0\0\1\0\0\0\1" + PNG[8:]) == [
        "docs/a.png:1: This picture is one pixel wide and high. Save it again, as wide as it is to be shown."
    ]


@pytest.mark.parametrize("data", [PNG[:14], PNG + b"<script>"])
def test_picture_that_was_cut_off_or_goes_on_is_reported(good, data):
    hint = "Save it again with a picture editor."
    assert problems_of(good, "a.png", data) == [f"docs/a.png:1: This picture is cut off, or something stands behind it. {hint}"]


def test_name_that_is_no_address_is_reported(good):
    hint = "Name it with letters, digits, hyphens and full stops."
    assert problems_of(good, "my photo.jpg", b"\xff\xd8\xff") == [f"docs/my photo.jpg:1: This file's name does not fit an address. {hint}"]
