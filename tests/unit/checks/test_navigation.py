"""The menu names every page, once, as a bare path."""

from sitekit.checks import navigation
from sitekit.models.site import NavEntry
from tests.unit.smallest import page, site, told

PAGES = [page(f"{name}.md") for name in ("trust", "help")]


def named(rule, *paths: str, **parts) -> list[str]:
    nav = tuple(NavEntry(path=path, line=n, labelled=path == "help.md") for n, path in enumerate(paths, 3))
    return told(rule(site(*PAGES, nav=nav, **parts)))


def test_every_page_is_in_the_menu_once():
    assert named(navigation.the_menu_names_every_page_once, "trust.md", "help.md") == []
    assert named(navigation.the_menu_names_every_page_once, "trust.md", "x.md", "trust.md", "trust.md") == [
        "mkdocs.yml:5: 'trust.md' is in the menu twice, first on line 3. Keep one.",
        "mkdocs.yml:6: 'trust.md' is in the menu twice, first on line 3. Keep one.",
        "docs/help.md:1: This page is not in the menu. Add '- help.md' to nav: in mkdocs.yml.",
    ]


def test_the_menu_names_only_pages():
    assert named(
        navigation.the_menu_names_only_pages, "trust.md", "hlep.md", "unread.md", unreadable=frozenset({("page", "unread.md")})
    ) == ["mkdocs.yml:4: The menu names 'hlep.md', and there is no such page. Did you mean 'help.md'?"]
    assert told(navigation.the_menu_names_only_pages(site(nav=(NavEntry(path="x.md", line=3),)))) == [
        "mkdocs.yml:3: The menu names 'x.md', and there is no such page. There is no page yet; add it first."
    ]


def test_the_menu_titles_no_page():
    assert named(navigation.the_menu_holds_bare_paths, "trust.md", "help.md") == [
        "mkdocs.yml:4: The menu gives 'help.md' a title. Write '- help.md'; the title is in the page."
    ]
