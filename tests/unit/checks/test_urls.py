"""Published URLs resolve, redirects end at live URLs, and the site's own URL is not hard-coded."""

import pytest

from sitekit.checks import urls
from sitekit.models.data import Redirect
from sitekit.models.site import PublishedUrl, SiteUrl
from tests.unit.smallest import at, page, reported, site

HOME, OTHER = page("index.md"), page("s/other.md", "## How {#how}\n")


def published(*listed: str, unreadable=(), redirects=(), pages=(HOME, OTHER)) -> list[str]:
    found = site(
        *pages,
        published_urls=tuple(PublishedUrl(address=one, line=n) for n, one in enumerate(listed, 1)),
        unreadable=frozenset(unreadable),
        redirects=redirects_of(*redirects),
    )
    return [line.removeprefix("data/published-urls.txt:") for line in reported(urls.published_urls_resolve(found))]


def redirects_of(*pairs: tuple[str, str]) -> dict[str, Redirect]:
    return {old: at(n, Redirect(old=old, new=new), "r.yml", old=10 * n, new=10 * n + 1) for n, (old, new) in enumerate(pairs, 1)}


def test_published_url_that_is_live_or_redirected_is_accepted():
    assert published("/", "/s/other/", "/s/other/#how", "/links.json", "/old/", "/old/#how", redirects=[("/old/", "/s/other/")]) == []


@pytest.mark.parametrize(
    "url, new",
    [
        ("/s/othr/", "/s/other/"),
        ("/s/other/#hwo", "/s/other/#how"),
        ("/s/other/#zzzzzzzzzzzzzzzz", "/s/other/"),
        ("/zzzzzzzzzzzz/", "/…"),
        ("/zzzzzzzzzzzz/#how", "/…"),
    ],
)
def test_dead_published_url_is_reported_with_the_redirect_to_add(url, new):
    assert published("/", url) == [
        f"2: The address '{url}' was published and leads nowhere now. "
        f"Add a redirect to data/redirects.yml: '- old: {url}' and below it '  new: {new}'."
    ]


def test_published_line_that_is_no_url_is_reported():
    assert published("s/other", "/a b/") == [
        f"{line}: '{one}' is not an address of this site. Write it as /page/ or /page/#anchor, from the site's root."
        for line, one in ((1, "s/other"), (2, "/a b/"))
    ]


def test_published_url_with_a_broken_redirect_is_left_to_the_redirect_rule():
    circle = [("/a/", "/b/"), ("/b/", "/a/"), ("/c/#x", "/gone/")]
    assert published("/a/", "/a/#x", "/c/#x", redirects=circle) == []


@pytest.mark.parametrize(
    "url, unreadable",
    [
        ("/s/x/", ("page", "s/x.md")),
        ("/s/x/", ("page", "s/x/index.md")),
        ("/s/x/#a", ("page", "s/x.md")),
        ("/", ("page", "index.md")),
        ("/x/", ("redirect", "*")),
        ("/x/", ("redirect", "/x/")),
        ("/x/#a", ("redirect", "/x/")),
        ("/x/#a", ("redirect", "/x/#a")),
        ("/s/other/#a", ("checklist", "x")),
    ],
)
def test_missing_url_is_accepted_where_its_source_is_unreadable(url, unreadable):
    assert published(url, unreadable=[unreadable], pages=(OTHER,)) == []


@pytest.mark.parametrize(
    "url, unreadable",
    [
        ("/s/x/", ("page", "x.md")),
        ("/s/x/", ("checklist", "s/x.md")),
        ("/x/", ("redirect", "/y/")),
        ("/x/", ("claim", "*")),
        ("/x/", ("page", "index.md")),
    ],
)
def test_missing_url_is_reported_where_another_source_is_unreadable(url, unreadable):
    assert len(published(url, unreadable=[unreadable], pages=(OTHER,))) == 1


def test_published_url_listed_twice_is_reported():
    listed = tuple(PublishedUrl(address=one, line=n) for n, one in enumerate(("/", "/a/", "/", "/"), 2))
    assert reported(urls.published_urls_are_listed_once(site(published_urls=listed))) == [
        f"data/published-urls.txt:{line}: '/' is listed twice, first on line 2. Remove this line." for line in (4, 5)
    ]


def redirecting(rule, *pairs: tuple[str, str], **parts) -> list[str]:
    return reported(rule(site(HOME, OTHER, redirects=redirects_of(*pairs), **parts)))


@pytest.mark.parametrize(
    "new, hint",
    [
        ("/s/othr/", "Did you mean '/s/other/'?"),
        ("/s/other/#hwo", "Did you mean '/s/other/#how'?"),
        ("/zzzzzzzzzzzz/", "Write the address of a page, as /why-trust/, or of an anchor on it."),
        ("/s/other/#zzzzzzzzzzzzzzzz", "Write the address of a page, as /why-trust/, or of an anchor on it."),
    ],
)
def test_redirect_to_a_dead_url_is_reported_with_the_nearest(new, hint):
    assert redirecting(urls.redirects_resolve, ("/fine/", "/"), ("/old/", new)) == [
        f"r.yml:21: The redirect leads to '{new}', which does not exist. {hint}"
    ]


def test_redirect_circle_is_reported_and_a_dead_chain_at_its_last_redirect():
    assert redirecting(urls.redirects_resolve, ("/a/", "/b/"), ("/b/", "/a/")) == [
        f"r.yml:{line}: The redirect of '{old}' leads in a circle. Let it lead to a page that exists."
        for line, old in ((11, "/a/"), (21, "/b/"))
    ]
    assert [line.split(":")[1] for line in redirecting(urls.redirects_resolve, ("/a/", "/b/"), ("/b/", "/zzzzzzzzzzzz/"))] == ["21"]


def test_redirect_to_an_unreadable_page_is_accepted():
    assert redirecting(urls.redirects_resolve, ("/a/", "/x/"), ("/b/", "/"), unreadable=frozenset({("page", "x.md")})) == []


@pytest.mark.parametrize(
    "old, new, kind",
    [
        ("/a.pdf", "/s/other/", "pdf"),
        ("/a.pdf", "/b.txt", "pdf"),
        ("/a.b.pdf", "/b", "pdf"),
        ("/a.pdf", "/b.pdf", ""),
        ("/a/", "/b.pdf", ""),
        ("/a.html", "/s/other/", ""),
    ],
)
def test_file_redirected_to_another_type_is_reported(old, new, kind):
    problem = f"r.yml:11: '{old}' is a file, and '{new}' is not a .{kind}. Let it lead to a .{kind} file of this site."
    found = site(redirects={old: at(1, Redirect.model_construct(old=old, new=new), "r.yml", new=11)})
    assert reported(urls.file_redirects_keep_their_type(found)) == ([problem] if kind else [])


@pytest.mark.parametrize("old, what", [("/s/other/", "page"), ("/s/other/#how", "anchor"), ("/s/other/#gone", ""), ("/gone/", "")])
def test_redirect_of_a_live_url_is_reported(old, what):
    problem = f"r.yml:10: The {what} '{old}' exists, so it can't be redirected. Remove this redirect, or take the {what} away first."
    assert redirecting(urls.redirects_do_not_shadow_live_urls, (old, "/")) == ([problem] if what else [])


def test_redirected_anchor_without_its_page_is_reported():
    unread = frozenset({("page", "unread.md")})
    pairs = [("/gone/#x", "/"), ("/s/other/#x", "/"), ("/old/#x", "/"), ("/old/", "/"), ("/unread/#x", "/"), ("/page/", "/")]
    assert redirecting(urls.anchor_redirects_have_a_page, *pairs, unreadable=unread) == [
        "r.yml:10: The page '/gone/' does not exist, so its anchor can't be redirected. Add a redirect for '/gone/' too."
    ]


HINT = 'Write it as site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"], and set SITE_URL where the site is published.'


@pytest.mark.parametrize(
    "variable, default, is_accepted",
    [
        ("SITE_URL", "http://127.0.0.1:8000/", True),
        ("SITE_URL", "https://localhost/", True),
        ("SITE_URL", "https://a.example/", False),
        ("SITE_URL", "http://127.0.0.1:8000/x/", False),
        ("OTHER", "http://127.0.0.1:8000/", False),
        (None, "https://a.example/", False),
        ("SITE_URL", None, False),
    ],
)
def test_hard_coded_site_url_is_reported(variable, default, is_accepted):
    found = site(site_url=SiteUrl(variable=variable, default=default, line=9))
    assert reported(urls.site_url_is_not_hard_coded(found)) == (
        []
        if is_accepted
        else [f"mkdocs.yml:9: The address '{default}' is written into site_url, and copies of this site would keep it. {HINT}"]
    )
    assert reported(urls.site_url_is_not_hard_coded(site())) == [f"mkdocs.yml:1: The key 'site_url' is missing. {HINT}"]
