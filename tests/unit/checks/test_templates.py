"""Templates and settings: what they fetch, where they link to, and which names they use."""

import pytest

from sitekit.checks import links
from sitekit.licences import FILE
from sitekit.models.site import Reference
from tests.unit.smallest import page, reported, site

OTHER = page("s/other.md", "## How it is {#how-it-is}\n")
EMPTY = page("index.md")


def problems(rule, text: str, what: str, *pages, path: str = "overrides/main.html", **parts) -> list[str]:
    return reported(rule(site(*pages, references=(Reference(path=path, line=7, text=text, what=what),), **parts)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#",
        ".",
        "s/other/",
        "s/other/#how-it-is",
        "assets/a.svg",
        "assets/a.svg#part",
        "unread/",
        "s/unread/",
        "https://x.example/",
        "//x.example/",
        "data:image/png;base64,AAAA",
        FILE,
    ],
)
def test_template_url_that_resolves_is_accepted(text):
    known = {"files": frozenset({"assets/a.svg"}), "unreadable": frozenset({("page", "unread.md"), ("page", "s/unread/index.md")})}
    assert problems(links.template_urls_resolve, text, "linked", EMPTY, OTHER, **known) == []


@pytest.mark.parametrize(
    "text, hint",
    [("s/othr/", "Did you mean 's/other/'?"), ("zzzzzz", "Use one of: s/other/."), ("s/othr/#how-it-is", "Did you mean 's/other/'?")],
)
def test_dead_template_url_is_reported_with_the_nearest(text, hint):
    assert problems(links.template_urls_resolve, text, "linked", EMPTY, OTHER) == [
        f"overrides/main.html:7: The address '{text}' leads nowhere. {hint}"
    ]


def test_template_url_is_reported_where_the_site_has_no_pages():
    assert problems(links.template_urls_resolve, "x/", "linked") == [
        "overrides/main.html:7: The address 'x/' leads nowhere. There is no address yet; add it first."
    ]


@pytest.mark.parametrize(
    "text, path, hint",
    [("s/other/#how-it-si", "s/other.md", "Did you mean 'how-it-is'?"), ("#top", "index.md", "There is no anchor yet; add it first.")],
)
def test_dead_anchor_in_a_template_is_reported(text, path, hint):
    assert problems(links.template_urls_resolve, text, "linked", EMPTY, OTHER) == [
        f"overrides/main.html:7: The page '{path}' has no anchor '#{text.partition('#')[2]}'. {hint}"
    ]


@pytest.mark.parametrize(
    "what, path, count",
    [
        ("linked", "overrides/main.html", 1),
        ("fetched", "mkdocs.yml", 1),
        ("fetched", "overrides/main.html", 0),
        ("led to", "overrides/main.html", 0),
    ],
)
def test_only_references_relative_to_the_root_are_resolved(what, path, count):
    assert len(problems(links.template_urls_resolve, "gone/", what, OTHER, path=path)) == count


@pytest.mark.parametrize("text", ["//x.example/a.js", "\\\\x.example", "http://x.example/", " HTTPS://x.example/", "ftp:x"])
def test_fetching_from_another_host_is_reported(text):
    assert problems(links.nothing_is_fetched_from_other_hosts, text, "fetched") == [
        f"overrides/main.html:7: '{text}' would be fetched from another host. Keep the file in docs/assets, or do without it."
    ]
    assert problems(links.nothing_is_fetched_from_other_hosts, text, "led to") == []


@pytest.mark.parametrize("text", ["a.js", "data:image/png;base64,AAAA", "about:blank", "../a.css"])
def test_fetching_own_files_is_accepted(text):
    assert problems(links.nothing_is_fetched_from_other_hosts, text, "fetched") == []


@pytest.mark.parametrize(
    "text, is_reported",
    [("javascript:x()", True), (" http://x.example/", True), ("https://x.example/", False), ("tel:12", False), ("a/", False)],
)
def test_template_link_with_an_unsafe_scheme_is_reported(text, is_reported):
    problem = f"overrides/main.html:7: The link '{text}' is not allowed here. Use https: or mailto:."
    assert problems(links.template_links_use_safe_schemes, text, "led to") == [problem] * is_reported
    assert problems(links.template_links_use_safe_schemes, text, "fetched") == []
