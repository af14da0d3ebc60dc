"""A logo is a small picture without scripts."""

import pytest

from sitekit.sources.logo import MAX_BYTES, find_logo_problem

ACTIVE = "which does not belong in a picture"


def message(path: str, data: bytes | None) -> str | None:
    problem = find_logo_problem(path, lambda: data)
    return problem and problem[0]


@pytest.mark.parametrize(
    "name, data",
    [
        ("logo.png", b"\x89PNG\r\n\x1a\n..."),
        ("logo.jpg", b"\xff\xd8\xff..."),
        ("logo.JPEG", b"\xff\xd8\xff..."),
        ("logo.webp", b"RIFF....WEBP"),
        ("logo.svg", b"<svg/>"),
        ("logo.svg", b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd"><svg/>'),
        (
            "logo.svg",
            b'<svg xmlns:x="http://www.w3.org/1999/xlink"><use x:href="#a" fill="url(#b)"/><image href="data:image/png;base64,AA"/></svg>',
        ),
    ],
)
def test_picture_is_accepted(name, data):
    assert message(f"assets/practice/{name}", data) is None


@pytest.mark.parametrize(
    "part, shown",
    [
        (b"<script>x()</script>", "'<script'"),
        (b'<a onclick="x()"/>', "'onclick='"),
        (b'<a href="javascript:x()"/>', "'href='"),
        (b'<x:use x:href="https://example.org/a.svg" xmlns:x="x"/>', "'x:href='"),
        (b'<g fill="url(https://example.org)"/>', "'fill='"),
        (b"<foreignObject/>", "'<foreignObject'"),
        (b'<a><set attributeName="href" to="javascript:x()"/></a>', "'<set'"),
    ],
)
def test_active_part_is_reported(part, shown):
    assert message("assets/logo.svg", b"<svg>" + part + b"</svg>") == f"The logo holds {shown}, {ACTIVE}"


def test_entity_is_reported_before_it_is_expanded():
    data = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>'
    assert message("assets/logo.svg", data) == f"The logo holds '<!ENTITY', {ACTIVE}"


@pytest.mark.parametrize(
    "name, data",
    [
        ("logo.svg", b"<html/>"),
        ("logo.svg", b"<svg>"),
        ("logo.svg", b""),
        ("logo.svg", b'<?xml version="1.0" encoding="x"?><svg/>'),
        ("logo.png", b"GIF89a"),
        ("logo.gif", b"GIF89a"),
        ("logo", b"\x89PNG\r\n\x1a\n"),
        ("logo.webp", b"RIFF....WAVE"),
    ],
)
def test_file_that_is_no_picture_is_reported(name, data):
    assert message(f"assets/{name}", data) == f"'assets/{name}' is not a picture we can show"


@pytest.mark.parametrize(
    "path", ["/etc/hosts", "../x.png", "assets/../../x.png", "assets\\x.png", "img/x.png", 'assets/"x.png', "https://example.org/x.png"]
)
def test_path_outside_the_assets_is_reported(path):
    assert message(path, b"").endswith("does not lie below docs/assets")


def test_missing_logo_is_reported():
    assert message("assets/x.png", None) == "There is no file 'docs/assets/x.png'"


def test_large_logo_is_reported():
    assert message("assets/x.png", b"\x89PNG\r\n\x1a\n" + b"a" * MAX_BYTES) == "The logo has 60 KiB"
