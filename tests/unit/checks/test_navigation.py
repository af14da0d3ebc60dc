"""The menu: every page once, as a bare path."""

from sitekit.checks import pages
from sitekit.models.site import NavEntry
from tests.unit.smallest import page, reported, site

PAGES = [page(f"{name}.md") for name in ("trust", "help")]


def named(rule, *paths: str, **parts) -> list[str]:
    nav = tuple(NavEntry(path=path, line=n, labelled=path == "help.md") for n, path in enumerate(paths, 3))
    return reported(rule(site(*PAGES, nav=nav, **parts)))


def test_page_missing_from_the_menu_or_twice_in_it_is_reported():
    assert named(pages.pages_are_in_nav_once, "trust.md", "help.md") == []
    assert named(pages.pages_are_in_nav_once, "trust.md", "trust.md", "trust.md") == [
        "mkdocs.yml:4: 'trust.md' is in the menu twice, first on line 3. Keep one.",
        "mkdocs.yml:5: 'trust.md' is in the menu twice, first on line 3. Keep one.",
        "docs/help.md:1: This page is not in the menu. Add '- help.md' to nav: in mkdocs.yml.",
    ]


def test_page_under_another_name_in_the_menu_is_reported_there_alone():
    for name in ("HELP.md", "x.md"):
        assert named(pages.pages_are_in_nav_once, "trust.md", name) == []
        assert named(pages.nav_entries_are_pages, "trust.md", name) == [
            f"mkdocs.yml:4: The menu names '{name}', and there is no such page. Did you mean 'help.md'?"
        ]


def test_menu_entry_without_page_is_reported():
    assert named(pages.nav_entries_are_pages, "trust.md", "hlep.md", "unread.md", unreadable=frozenset({("page", "unread.md")})) == [
        "mkdocs.yml:4: The menu names 'hlep.md', and there is no such page. Did you mean 'help.md'?"
    ]
    assert reported(pages.nav_entries_are_pages(site(nav=(NavEntry(path="x.md", line=3),)))) == [
        "mkdocs.yml:3: The menu names 'x.md', and there is no such page. There is no page yet; add it first."
    ]


def test_menu_entry_with_title_is_reported():
    assert named(pages.nav_entries_have_no_titles, "trust.md", "help.md") == [
        "mkdocs.yml:4: The menu gives 'help.md' a title. Write '- help.md'; the title is in the page."
    ]


def test_link_to_another_site_is_no_menu_entry():
    assert named(pages.nav_entries_are_pages, "https://example.org") == [
        "mkdocs.yml:3: The menu names 'https://example.org', and there is no such page. "
        "The menu holds pages of this site; link to it on one of them."
    ]


def test_section_has_a_plain_label_of_its_own():
    labels = ("Trust", "Trust", "", "**Help**", "Trust")
    nav = tuple(NavEntry(path=f"{n}.md", line=n, section=label) for n, label in enumerate(labels, 1))
    assert reported(pages.nav_sections_have_labels(site(nav=nav))) == [
        "mkdocs.yml:4: '**' in the label of this section would be shown as it is. Write plain words.",
        "mkdocs.yml:5: The section that begins here has the label of another, on line 1 ('Trust'). Give it a label of its own.",
    ]
