"""Links in pages: where they lead from where they stand, and what is proposed for those that lead nowhere."""

import pytest

from sitekit.checks import links
from sitekit.models.data import Checklist, Item
from tests.unit.smallest import at, page, site, told

OTHER = page("s/other.md", "## How it is {#how-it-is}\n")


def dead(body: str, path: str = "s/here.md", **parts) -> list[str]:
    return told(links.every_link_leads_somewhere(site(page(path, body), OTHER, **parts)))


@pytest.mark.parametrize(
    "link",
    [
        "other.md",
        "other.md#how-it-is",
        "../s/other.md#how-it-is",
        "here.md",
        "#own",
        "../a.pdf",
        "../s/unread.md",
        "https://x.example/",
        "tel:12",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(link):
    assert dead(f"## Own {{#own}}\n\n[x]({link})\n", files=frozenset({"a.pdf"}), unreadable=frozenset({("page", "s/unread.md")})) == []


@pytest.mark.parametrize(
    "path, link, mend",
    [
        ("s/here.md", "othr.md", "Did you mean 'other.md'?"),
        ("s/here.md", "../s/othr.md#how-it-is", "Did you mean 'other.md'?"),
        ("t/here.md", "../s/othr.md", "Did you mean '../s/other.md'?"),
        ("here.md", "s/othr.md", "Did you mean 's/other.md'?"),
        ("here.md", "zzzzzzzz.pdf", "Link to a .md file of docs/, written from this page's folder."),
    ],
)
def test_a_dead_link_is_mended_as_it_would_be_written_on_its_page(path, link, mend):
    assert dead(f"One.\n\nTwo [x]({link}).\n", path) == [f"docs/{path}:3: The link '{link}' leads to no page. {mend}"]


def test_a_link_may_lead_to_what_a_macro_brings():
    body = '{{ checklist("fair", "client") }}\n\n[x](#fair.a)\n\n[y](#fair.b)\n'
    fair = at(1, Checklist(title="L", items=(Item(id="a", client="C.", therapist="T."),)), "data/checklists/fair.yml")
    assert dead(body, checklists={"fair": fair}) == [
        "docs/s/here.md:5: The page 's/here.md' has no anchor '#fair.b'. Did you mean 'fair.a'?"
    ]


def test_a_dead_anchor_is_mended_with_the_nearest_on_the_page_it_is_on():
    assert dead("[x](other.md#how-it-si)\n") == [
        "docs/s/here.md:1: The page 's/other.md' has no anchor '#how-it-si'. Did you mean 'how-it-is'?"
    ]
    assert dead("[x](#own)\n") == ["docs/s/here.md:1: The page 's/here.md' has no anchor '#own'. There is no anchor yet; add it first."]


@pytest.mark.parametrize(
    "target, faulty",
    [
        ("http://x.example/", True),
        ("javascript:x()", True),
        ("JavaScript:x()", True),
        ("data:x", True),
        ("https://x.example/", False),
        ("HTTPS://x.example/", False),
        ("tel:12", False),
        ("sms:12", False),
        ("mailto:a@b.example", False),
        ("other.md", False),
    ],
)
def test_only_plain_schemes_lead_outward(target, faulty):
    fault = f"docs/a.md:1: The link '{target}' may not stand here. Use https:, tel:, sms: or mailto:."
    assert told(links.every_outward_link_is_safe(site(page(body=f"[x]({target})\n")))) == [fault] * faulty


def test_an_image_by_hand_is_told_and_no_dead_link():
    found = site(page(body="![x](x.png) and [y](a.md)\n"))
    assert told(links.every_image_is_ours(found)) == [
        "docs/a.md:1: The image 'x.png' is put in by hand. Add it to docs/assets/pictures and data/pictures.yml, and show it with {{ picture(\"id\") }}."
    ]
    assert told(links.every_link_leads_somewhere(found)) == []


@pytest.mark.parametrize(
    "body, shown", [("<div\nid=x>\n</div>\n", "<div\\nid=x>"), ("Some <b>words</b>.\n", "<b>"), ("<!-- x -->\n", "<!-- x -->")]
)
def test_html_is_shown_by_its_first_tag(body, shown):
    assert told(links.pages_hold_no_html(site(page(body=body)))) == [
        f"docs/a.md:1: Pages hold no HTML ({shown}). Write it in Markdown, or add a macro."
    ]
