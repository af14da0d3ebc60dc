import pytest

from sitekit.build.csp.stylesheets import foreign


@pytest.mark.parametrize(
    "css",
    [
        "p{background:url(a.png)}",
        "p{background:url('../a.png')}",
        "p{mask:url(data:image/svg+xml,x)}",
        "p::before{content:'https://x.example'}",
        "@media print{a::after{content:attr(href)}}",
        "@import 'a.css';",
        "p{content:'a'} q{background:image-set('a.png' 1x)}",
        "p{background:url(#a)}",
        "p::before{content: 'https://x.example'}",
        "@font-face{src:local('Font: One')}",
        "p{background:url(a.png?b:c)}",
        "p{background:url(a/b:c.png)}",
    ],
)
def test_files_of_ours_and_words_are_let_through(css):
    assert list(foreign(css)) == []


@pytest.mark.parametrize(
    "css",
    [
        "p{background:url(https://x.example/a)}",
        "p{background:url('https://x.example/a')}",
        "@import 'https://x.example/a';",
        "@import url(https://x.example/a);",
        "@font-face{src:url(https://x.example/a)}",
        "@media print{p{background:url(https://x.example/a)}}",
        "p{background:image-set('https://x.example/a' 1x)}",
        "p{--a:url(https://x.example/a)}",
        "p{background:URL(https://x.example/a)}",
        "@IMPORT 'https://x.example/a';",
        "p{background:u\\72l(https://x.example/a)}",
        "p{background:url(\\68ttps://x.example/a)}",
        "@import /* then */ 'https://x.example/a';",
        "p{--a:(url(https://x.example/a))}",
        "p{--a:[url(https://x.example/a)]}",
        "p{--a:image-set(('https://x.example/a') 1x)}",
    ],
)
def test_what_would_be_fetched_from_elsewhere_is_told(css):
    assert list(foreign(css)) == ["https://x.example/a"]


@pytest.mark.parametrize(
    "css, address", [("p{background:url(//x.example/a)}", "//x.example/a"), (r"p{background:url('\\\\x.example/a')}", r"\\x.example/a")]
)
def test_two_slashes_lead_elsewhere_too(css, address):
    assert list(foreign(css)) == [address]
