"""Published URLs resolve, redirects end at live URLs, and the site's own URL is not hard-coded."""

import pytest

from sitekit.checks import redirects, urls
from sitekit.models.data import Redirect
from sitekit.models.site import PublishedUrl, SiteUrl
from tests.unit.smallest import at, page, reported, site

HOME, OTHER = page("index.md"), page("s/other.md", "## How {#how}\n")


def test_page_at_the_address_of_a_language_is_reported():
    found = site(HOME, page("es.md"), languages=frozenset({"es"}))
    assert reported(urls.built_files_are_not_replaced(found)) == [
        "docs/es.md:1: This would stand where the site has files of its own (/es/). Give it another name or folder."
    ]


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
    assert (
        published(
            "/",
            "/s/other/",
            "/s/other/#how",
            "/links.json",
            "/index.html",
            "/s/other/index.html#how",
            "/old/",
            "/old/#how",
            redirects=[("/old/", "/s/other/")],
        )
        == []
    )


@pytest.mark.parametrize(
    "url, new",
    [
        ("/s/othr/", "/s/other/"),
        ("/s/other/#hwo", "/s/other/#how"),
        ("/s/other/#zzzzzzzzzzzzzzzz", "/s/other/"),
        ("/zzzzzzzzzzzz/", "…"),
        ("/zzzzzzzzzzzz/#how", "…"),
    ],
)
def test_dead_published_url_is_reported_with_the_redirect_to_add(url, new):
    assert published("/", url) == [
        f"2: The address '{url}' was published and leads nowhere now. "
        f"Add a redirect to data/redirects.yml: '- old: {url}' and below it '  new: {new}'"
        + (", with the address of what took its place." if new == "…" else ".")
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
    assert redirecting(redirects.redirects_resolve, ("/fine/", "/"), ("/old/", new)) == [
        f"r.yml:21: The redirect leads to '{new}', which does not exist. {hint}"
    ]


def test_redirect_circle_is_reported_and_a_dead_chain_at_its_last_redirect():
    assert redirecting(redirects.redirects_resolve, ("/a/", "/b/"), ("/b/", "/a/")) == [
        f"r.yml:{line}: The redirect of '{old}' leads in a circle. Let it lead to a page that exists."
        for line, old in ((11, "/a/"), (21, "/b/"))
    ]
    assert [line.split(":")[1] for line in redirecting(redirects.redirects_resolve, ("/a/", "/b/"), ("/b/", "/zzzzzzzzzzzz/"))] == ["21"]


def test_redirect_to_an_unreadable_page_is_accepted():
    assert redirecting(redirects.redirects_resolve, ("/a/", "/x/"), ("/b/", "/"), unreadable=frozenset({("page", "x.md")})) == []


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
    assert reported(redirects.redirects_do_not_shadow_live_urls(found)) == ([problem] if kind else [])


@pytest.mark.parametrize(
    "url, new",
    [
        # Pages of one folder share its name, and are not each other.
        ("/s/authenticity/", "…"),
        # A file is not proposed for a page, nor one page's handout for another's.
        ("/links/", "…"),
        ("/qr/s/elsewhere.png", "…"),
        ("/qr/s/othr.png", "/qr/s/other.png"),
        ("/links.jsn", "…"),
    ],
)
def test_only_a_near_url_of_the_same_kind_is_proposed(url, new):
    (line,) = published("/", url)
    assert f"'  new: {new}'" in line


def test_renamed_page_is_reported_once_with_all_redirects_to_add():
    was = ("/s/mine/", "/s/mine/#my-own", "/s/mine/#in-short", "/s/mine/#mended", "/qr/s/mine.svg", "/qr/s/mine.png")
    renamed = page("s/being-real.md", "## S {#in-short}\n\n## M {#my-own}\n")
    assert published("/s/other/", "/s/other/#how", *was, pages=(HOME, OTHER, renamed)) == [
        "3: The address '/s/mine/' was published and leads nowhere now, with 5 more of its page. "
        "If its page moved, add these lines to data/redirects.yml:\n"
        "- old: /s/mine/\n  new: /s/being-real/\n"
        "- old: /s/mine/#mended\n  new: /s/being-real/\n"
        "- old: /qr/s/mine.svg\n  new: /qr/s/being-real.svg\n"
        "- old: /qr/s/mine.png\n  new: /qr/s/being-real.png"
    ]


def test_removed_page_is_reported_once_and_its_target_is_left_open():
    new = page("s/new.md", "## S {#in-short}\n\n## N {#new}\n")
    assert published("/s/mine/", "/s/mine/#my-own", "/s/mine/#in-short", "/qr/s/mine.svg", pages=(HOME, OTHER, new)) == [
        "1: The address '/s/mine/' was published and leads nowhere now, with 3 more of its page. Add a redirect to data/redirects.yml: "
        "'- old: /s/mine/' and below it '  new: …', with the address of what took its place."
    ]


def test_files_of_a_redirected_page_are_reported_once_with_the_files_of_the_new_page():
    files = ("/qr/s/mine.svg", "/qr/s/mine.png", "/handouts/s-mine-a4.pdf")
    assert published("/s/mine/", *files, redirects=[("/s/mine/", "/s/other/")]) == [
        "2: The address '/qr/s/mine.svg' was published and leads nowhere now, with 2 more of its page. "
        "If its page moved, add these lines to data/redirects.yml:\n"
        "- old: /qr/s/mine.svg\n  new: /qr/s/other.svg\n- old: /qr/s/mine.png\n  new: /qr/s/other.png"
    ]


def test_anchors_and_files_are_not_missed_while_data_is_unreadable():
    unread = [("checklist", "x")]
    assert published("/s/other/#x.one", "/embed/x/", "/embed/x.txt", "/handouts/checklist-x-a4.pdf", unreadable=unread) == []


def test_anchors_are_not_missed_where_a_macro_call_names_nothing():
    wrong = page("s/wrong.md", '{{ phrases("slo-down") }}\n')
    assert published("/s/wrong/", "/s/wrong/#phrase-slow-down", pages=(HOME, OTHER, wrong)) == []


@pytest.mark.parametrize("old, what", [("/s/other/", "page"), ("/s/other/#how", "anchor"), ("/s/other/#gone", ""), ("/gone/", "")])
def test_redirect_of_a_live_url_is_reported(old, what):
    problem = f"r.yml:10: The {what} '{old}' exists, so it can't be redirected. Remove this redirect, or take the {what} away first."
    assert redirecting(redirects.redirects_do_not_shadow_live_urls, (old, "/")) == ([problem] if what else [])


@pytest.mark.parametrize(
    "old, what, exists",
    [
        ("/index.html", "page", "/"),
        ("/s/other/index.html", "page", "/s/other/"),
        ("/s/other/index.html#how", "page", "/s/other/"),
        ("/S/Other/", "page", "/s/other/"),
        ("/LINKS.json", "file", "/links.json"),
        ("/links.json/", "file", "/links.json"),
        ("/links.csv/a/b/", "file", "/links.csv"),
        ("/qr/s/other.png/", "file", "/qr/s/other.png"),
        ("/kept/notes.pdf/", "file", "/kept/notes.pdf"),
        ("/handouts/all-handouts.zip/", "file", "/handouts/all-handouts.zip"),
    ],
)
def test_redirect_that_would_replace_a_file_is_reported(old, what, exists):
    problem = f"The {what} '{exists}' exists, and '{old}' would take its place, so it can't be redirected."
    hint = "Remove this redirect." if what == "file" else "Remove this redirect, or take the page away first."
    found = redirecting(redirects.redirects_do_not_shadow_live_urls, (old, "/s/other/"), files=frozenset({"kept/notes.pdf"}))
    assert found == [f"r.yml:10: {problem} {hint}"]
    assert redirecting(redirects.anchor_redirects_have_a_page, (old, "/s/other/")) == []


@pytest.mark.parametrize("old", ["/assets/logo.svg/", "/Assets/x.svg", "/search/texts.json", "/components/base/", "/assets/"])
def test_redirect_in_a_folder_that_the_build_fills_is_reported(old):
    folder = f"/{old.split('/')[1].lower()}/"
    assert redirecting(redirects.redirects_do_not_shadow_live_urls, (old, "/")) == [
        f"r.yml:10: '{old}' is in {folder}, where the site keeps files of its own. Remove this redirect."
    ]


def test_site_url_without_an_address_is_reported():
    found = site(site_url=SiteUrl(variable="SITE_URL", default=None, line=9))
    assert reported(urls.site_url_is_not_hard_coded(found)) == [
        f"mkdocs.yml:9: 'site_url' holds no variable with an address after it. {HINT}"
    ]


def test_redirect_below_a_language_is_reported():
    assert redirecting(redirects.redirects_do_not_shadow_live_urls, ("/es/old/", "/"), languages=frozenset({"es"})) == [
        "r.yml:10: '/es/old/' is in /es/, where the site keeps files of its own. Remove this redirect."
    ]


def test_redirect_to_a_page_in_another_language_is_reported():
    assert redirecting(redirects.redirects_resolve, ("/old/", "/es/"), languages=frozenset({"es"})) == [
        "r.yml:11: The redirect leads to '/es/', which is no English page, nor a file made for one. "
        "Write the address of a page, as /why-trust/, or of an anchor on it."
    ]


def test_redirect_of_the_404_page_is_reported():
    assert redirecting(redirects.redirects_do_not_shadow_live_urls, ("/404.html", "/")) == [
        "r.yml:10: The file '/404.html' exists, so it can't be redirected. Remove this redirect."
    ]


def test_redirect_longer_than_file_systems_allow_is_reported():
    assert redirecting(redirects.redirects_do_not_shadow_live_urls, ("/a" * 2000 + "/", "/"), ("/" + "a" * 248 + "/", "/")) == [
        f"r.yml:10: The address '{'/a' * 19}/…' has 4001 bytes. A redirect can have 250 at most; remove this one."
    ]


@pytest.mark.parametrize(
    "one, two, reported_at",
    [
        ("/a/", "/a/index.html", 20),
        ("/a/", "/A/", 20),
        ("/a.html", "/a.html/b/", 20),
        ("/a.html/b/", "/a.html", 10),
        ("/a/", "/a/b/", None),
        ("/a/", "/a/#x", None),
    ],
)
def test_two_redirects_that_need_one_file_are_reported(one, two, reported_at):
    (old, other), line = ((two, one), 10) if reported_at == 20 else ((one, two), 20)
    problem = (
        f"r.yml:{reported_at}: The redirect of '{old}' needs the file of the redirect of '{other}', on line {line}. Keep one of the two."
    )
    assert redirecting(redirects.redirects_are_apart, (one, "/"), (two, "/")) == ([problem] if reported_at else [])


def test_redirected_anchor_without_its_page_is_reported():
    unread = frozenset({("page", "unread.md")})
    pairs = [("/gone/#x", "/"), ("/s/other/#x", "/"), ("/old/#x", "/"), ("/old/", "/"), ("/unread/#x", "/"), ("/page/", "/")]
    assert redirecting(redirects.anchor_redirects_have_a_page, *pairs, unreadable=unread) == [
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
