"""What was ever published leads somewhere, and redirects lead where they should."""

import pytest

from sitekit.checks import urls
from sitekit.models.data import Redirect
from sitekit.models.site import PublishedUrl, SiteUrl
from tests.unit.smallest import at, page, site, told

HOME, OTHER = page("index.md"), page("s/other.md", "## How {#how}\n")


def published(*listed: str, unreadable=(), redirects=(), pages=(HOME, OTHER)) -> list[str]:
    found = site(
        *pages,
        published_urls=tuple(PublishedUrl(address=one, line=n) for n, one in enumerate(listed, 1)),
        unreadable=frozenset(faulty),
        redirects=moved(*redirects),
    )
    return [line.removeprefix("data/published-urls.txt:") for line in told(urls.every_published_address_still_leads_somewhere(found))]


def moved(*pairs: tuple[str, str]) -> dict[str, Redirect]:
    return {old: at(n, Redirect(old=old, new=new), "r.yml", old=10 * n, new=10 * n + 1) for n, (old, new) in enumerate(pairs, 1)}


def test_an_address_that_lives_or_leads_on_is_no_problem():
    assert published("/", "/s/other/", "/s/other/#how", "/links.json", "/old/", "/old/#how", redirects=[("/old/", "/s/other/")]) == []


@pytest.mark.parametrize(
    "address, new",
    [
        ("/s/othr/", "/s/other/"),
        ("/s/other/#hwo", "/s/other/#how"),
        ("/s/other/#zzzzzzzzzzzzzzzz", "/s/other/"),
        ("/zzzzzzzzzzzz/", "/…"),
        ("/zzzzzzzzzzzz/#how", "/…"),
    ],
)
def test_an_address_that_is_gone_gets_the_redirect_to_add(address, new):
    assert published("/", address) == [
        f"2: The address '{address}' was published and leads nowhere now. Add a redirect to data/redirects.yml: '- old: {address}' and below it '  new: {new}'."
    ]


def test_what_is_no_address_is_told_as_that():
    assert published("s/other", "/a b/") == [
        f"{line}: '{one}' is no address. Write it as /page/ or /page/#anchor, from the site's root."
        for line, one in ((1, "s/other"), (2, "/a b/"))
    ]


def test_a_redirect_that_does_not_arrive_is_told_where_it_is_written():
    circle = [("/a/", "/b/"), ("/b/", "/a/"), ("/c/#x", "/gone/")]
    assert published("/a/", "/a/#x", "/c/#x", redirects=circle) == []


@pytest.mark.parametrize(
    "address, unread",
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
def test_what_could_not_be_read_may_bring_an_address_that_is_missing(address, unread):
    assert published(address, unreadable=[unread], pages=(OTHER,)) == []


@pytest.mark.parametrize(
    "address, unread",
    [
        ("/s/x/", ("page", "x.md")),
        ("/s/x/", ("checklist", "s/x.md")),
        ("/x/", ("redirect", "/y/")),
        ("/x/", ("claim", "*")),
        ("/x/", ("page", "index.md")),
    ],
)
def test_what_could_not_be_read_brings_nothing_else(address, unread):
    assert len(published(address, unreadable=[unread], pages=(OTHER,))) == 1


def test_an_address_is_listed_once():
    listed = tuple(PublishedUrl(address=one, line=n) for n, one in enumerate(("/", "/a/", "/", "/"), 2))
    assert told(urls.no_address_is_published_twice(site(published_urls=listed))) == [
        f"data/published-urls.txt:{line}: '/' is listed twice, first on line 2. Remove this line." for line in (4, 5)
    ]


def redirecting(rule, *pairs: tuple[str, str], **parts) -> list[str]:
    return told(rule(site(HOME, OTHER, redirects=moved(*pairs), **parts)))


@pytest.mark.parametrize(
    "new, mend",
    [
        ("/s/othr/", "Did you mean '/s/other/'?"),
        ("/s/other/#hwo", "Did you mean '/s/other/#how'?"),
        ("/zzzzzzzzzzzz/", "Write the address of a page, as /why-trust/, or of an anchor on it."),
        ("/s/other/#zzzzzzzzzzzzzzzz", "Write the address of a page, as /why-trust/, or of an anchor on it."),
    ],
)
def test_a_redirect_arrives(new, mend):
    assert redirecting(urls.every_redirect_arrives, ("/fine/", "/"), ("/old/", new)) == [
        f"r.yml:21: The redirect leads to '{new}', and that is not there. {mend}"
    ]


def test_redirects_never_run_in_a_circle_and_a_chain_is_told_at_its_last():
    assert redirecting(urls.every_redirect_arrives, ("/a/", "/b/"), ("/b/", "/a/")) == [
        f"r.yml:{line}: The redirect of '{old}' leads in a circle. Let it lead to a live page." for line, old in ((11, "/a/"), (21, "/b/"))
    ]
    assert [line.split(":")[1] for line in redirecting(urls.every_redirect_arrives, ("/a/", "/b/"), ("/b/", "/zzzzzzzzzzzz/"))] == ["21"]


def test_a_redirect_may_lead_to_a_page_that_could_not_be_read():
    assert redirecting(urls.every_redirect_arrives, ("/a/", "/x/"), ("/b/", "/"), unreadable=frozenset({("page", "x.md")})) == []


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
def test_a_file_leads_on_to_a_file_of_its_kind(old, new, kind):
    fault = f"r.yml:11: '{old}' is a file, and '{new}' is not a .{kind}. Let it lead to a .{kind} file of this site."
    found = site(redirects={old: at(1, Redirect.model_construct(old=old, new=new), "r.yml", new=11)})
    assert told(urls.every_redirect_leads_to_its_like(found)) == ([fault] if kind else [])


@pytest.mark.parametrize("old, what", [("/s/other/", "page"), ("/s/other/#how", "anchor"), ("/s/other/#gone", ""), ("/gone/", "")])
def test_no_redirect_stands_in_the_place_of_what_lives(old, what):
    fault = f"r.yml:10: The {what} '{old}' lives, so it can't lead on. Remove this redirect, or take the {what} away first."
    assert redirecting(urls.no_redirect_hides_what_lives, (old, "/")) == ([fault] if what else [])


def test_an_anchor_leads_on_from_a_page_that_lives_moved_or_could_not_be_read():
    unread = frozenset({("page", "unread.md")})
    pairs = [("/gone/#x", "/"), ("/s/other/#x", "/"), ("/old/#x", "/"), ("/old/", "/"), ("/unread/#x", "/"), ("/page/", "/")]
    assert redirecting(urls.every_moved_anchor_has_its_page, *pairs, unreadable=unread) == [
        "r.yml:10: The page '/gone/' is gone, so nothing can lead on from its anchor. Add a redirect for '/gone/' too."
    ]


MEND = 'Write it as site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"], and set SITE_URL where the site is published.'


@pytest.mark.parametrize(
    "variable, default, fine",
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
def test_the_address_of_the_site_is_nobodys(variable, default, fine):
    found = site(site_url=SiteUrl(variable=variable, default=default, line=9))
    assert told(urls.the_address_of_the_site_is_nobodys(found)) == (
        [] if fine else [f"mkdocs.yml:9: The address '{default}' is written into site_url, and copies of this site would keep it. {MEND}"]
    )
    assert told(urls.the_address_of_the_site_is_nobodys(site())) == [f"mkdocs.yml:1: The key 'site_url' is missing. {MEND}"]
