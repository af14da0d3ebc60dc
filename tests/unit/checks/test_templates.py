"""The frame around pages: what it fetches, where it leads, and the names it takes."""

import pytest

from sitekit.checks import templates
from sitekit.licences import FILE
from sitekit.models.site import Reference
from tests.unit.smallest import page, site, told

OTHER = page("s/other.md", "## How it is {#how-it-is}\n")
EMPTY = page("index.md")


def problems(rule, text: str, what: str, *pages, path: str = "overrides/main.html", **parts) -> list[str]:
    return told(rule(site(*pages, references=(Reference(path=path, line=7, text=text, what=what),), **parts)))


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
def test_an_address_of_the_frame_that_lives_is_no_problem(text):
    known = dict(files=frozenset({"assets/a.svg"}), unreadable=frozenset({("page", "unread.md"), ("page", "s/unread/index.md")}))
    assert problems(templates.every_address_of_the_frame_lives, text, "linked", EMPTY, OTHER, **known) == []


@pytest.mark.parametrize(
    "text, mend",
    [("s/othr/", "Did you mean 's/other/'?"), ("zzzzzz", "Use one of: s/other/."), ("s/othr/#how-it-is", "Did you mean 's/other/'?")],
)
def test_an_address_of_the_frame_that_is_gone_is_mended_with_the_nearest(text, mend):
    assert problems(templates.every_address_of_the_frame_lives, text, "linked", EMPTY, OTHER) == [
        f"overrides/main.html:7: The address '{text}' leads nowhere. {mend}"
    ]


def test_a_frame_around_no_page_yet_leads_nowhere():
    assert problems(templates.every_address_of_the_frame_lives, "x/", "linked") == [
        "overrides/main.html:7: The address 'x/' leads nowhere. There is no address yet; add it first."
    ]


@pytest.mark.parametrize(
    "text, path, mend",
    [("s/other/#how-it-si", "s/other.md", "Did you mean 'how-it-is'?"), ("#top", "index.md", "There is no anchor yet; add it first.")],
)
def test_an_anchor_the_frame_leads_to_stands_on_its_page(text, path, mend):
    assert problems(templates.every_address_of_the_frame_lives, text, "linked", EMPTY, OTHER) == [
        f"overrides/main.html:7: The page '{path}' has no anchor '#{text.partition('#')[2]}'. {mend}"
    ]


@pytest.mark.parametrize(
    "what, path, count",
    [
        ("linked", "overrides/main.html", 1),
        ("fetched", "mkdocs.yml", 1),
        ("fetched", "docs/assets/a.css", 1),
        ("fetched", "overrides/main.html", 0),
        ("led to", "overrides/main.html", 0),
        ("named", "mkdocs.yml", 0),
    ],
)
def test_what_counts_from_the_sites_root_is_looked_for_there(what, path, count):
    assert len(problems(templates.every_address_of_the_frame_lives, "gone/", what, OTHER, path=path)) == count


@pytest.mark.parametrize("text", ["//x.example/a.js", "\\\\x.example", "http://x.example/", " HTTPS://x.example/", "ftp:x"])
def test_nothing_comes_from_another_host(text):
    assert problems(templates.nothing_is_fetched_from_elsewhere, text, "fetched") == [
        f"overrides/main.html:7: '{text}' would be fetched from elsewhere. Keep the file in docs/assets, or do without it."
    ]
    assert problems(templates.nothing_is_fetched_from_elsewhere, text, "led to") == []


def test_the_themes_font_is_switched_off():
    assert problems(templates.nothing_is_fetched_from_elsewhere, "https://fonts.googleapis.com", "fetched", path="mkdocs.yml") == [
        "mkdocs.yml:7: 'https://fonts.googleapis.com' would be fetched from elsewhere. Write 'font: false' under 'theme:'."
    ]


@pytest.mark.parametrize("text", ["a.js", "data:image/png;base64,AAAA", "about:blank", "../a.css"])
def test_what_comes_from_here_may_be_fetched(text):
    assert problems(templates.nothing_is_fetched_from_elsewhere, text, "fetched") == []


@pytest.mark.parametrize(
    "text, faulty",
    [("javascript:x()", True), (" http://x.example/", True), ("https://x.example/", False), ("tel:12", False), ("a/", False)],
)
def test_only_plain_schemes_lead_out_of_the_frame(text, faulty):
    fault = f"overrides/main.html:7: The link '{text}' may not stand here. Use https:, tel:, sms: or mailto:."
    assert problems(templates.every_link_of_the_frame_is_safe, text, "led to") == [fault] * faulty
    assert problems(templates.every_link_of_the_frame_is_safe, text, "fetched") == []


@pytest.mark.parametrize("text, faulty", [("cite", True), ("page", True), ("cites", False)])
def test_no_setting_is_named_like_a_macro(text, faulty):
    fault = f"mkdocs.yml:7: '{text}' is also the name of a macro. Give this setting another name."
    assert problems(templates.no_setting_hides_a_macro, text, "named", path="mkdocs.yml") == [fault] * faulty
    assert problems(templates.no_setting_hides_a_macro, text, "linked", path="mkdocs.yml") == []
