"""A stylesheet may hold images as data: URLs, and may fetch nothing."""

import pytest

from sitekit.sources.stylesheets import fetched_by, slips_in


@pytest.mark.parametrize(
    "css",
    [
        "p{mask:url(data:image/svg+xml,x)}",
        "p{mask:url( 'data:image/svg+xml,x' )}",
        "p::before{content:'https://x.example'}",
        "@media print{a::after{content:attr(href)}}",
        "@font-face{src:local('Font: One')}",
        "p{color:red}",
    ],
)
def test_style_that_fetches_nothing_is_valid(css):
    assert list(fetched_by(css)) == []


@pytest.mark.parametrize(
    "css, part",
    [
        ("p{background:url(https://x.example/a)}", "url(https://x.example/a)"),
        ("p{background:url('//x.example/a')}", "url('//x.example/a')"),
        ("p{background:URL(a.png)}", "URL(a.png)"),
        ("p{--a:[url(https://x.example/a)]}", "url(https://x.example/a)"),
        ("p{background:url(https://x.example/a", "url(https://x.example/a"),
        ("@import 'a.css';", "@import 'a.css'"),
        ("@IMPORT /* then */ 'https://x.example/a';", "@IMPORT /* then */ 'https://x.example/a'"),
        ("p{background:image-set('https://x.example/a' 1x)}", "image-set('https://x.example/a' 1x)"),
        ("p{background:-webkit-image-set('https://x.example/a' 1x)}", "image-set('https://x.example/a' 1x)"),
        ("@font-face{src:src('https://x.example/a')}", "src('https://x.example/a')"),
        # "u\72l(" is "url(" with an escape.
        (r"p{background:u\72l(https://x.example/a)}", r"\72l(ht"),
    ],
)
def test_style_that_may_fetch_is_reported(css, part):
    assert list(fetched_by(css)) == [(1, part)]


@pytest.mark.parametrize(
    "css, slip",
    [
        ("p {\n  margin: 1em 0\n  padding: 0;\n}", (2, "No ';' ends 'margin: 1em 0'", "Put one behind it.")),
        ("p { color: var(--lien); }", (1, "No style defines '--lien'", "Did you mean '--line'?")),
        ("p { font: “Georgia”; }", (1, "'“' is no quotation mark in a style", 'Write " in its place.')),
    ],
)
def test_slip_that_browsers_pass_over_is_reported(css, slip):
    assert next(slips_in({"a.css": css, "b.css": ":root { --line: #333; }"})) == ("a.css", *slip)


@pytest.mark.parametrize(
    "css",
    [
        "a:hover { color: var(--line, red); }",
        "@media (min-width: 10em) { p { color: red } }",
        "p { content: '“a: b”'; background: url(data:x) } /* “a: b” */",
        ":root { --line: #333; color: var(--line) }",
    ],
)
def test_style_without_a_slip_is_accepted(css):
    assert [*slips_in({"a.css": css})] == []
