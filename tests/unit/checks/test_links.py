"""Links in pages: whether they resolve, and what is proposed for those that do not."""

import pytest

from sitekit.checks import links
from tests.unit.samples import checklist
from tests.unit.smallest import page, reported, reported_on_page, site

OTHER = page("s/other.md", "## How it is {#how-it-is}\n")


def dead(body: str, path: str = "s/here.md", **parts) -> list[str]:
    return reported(links.internal_links_resolve(site(page(path, body), OTHER, **parts)))


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
def test_link_that_resolves_is_accepted(link):
    assert dead(f"## Own {{#own}}\n\n[x]({link})\n", files=frozenset({"a.pdf"}), unreadable=frozenset({("page", "s/unread.md")})) == []


@pytest.mark.parametrize(
    "path, link, hint",
    [
        ("s/here.md", "othr.md", "Did you mean 'other.md'?"),
        ("s/here.md", "../s/othr.md#how-it-is", "Did you mean 'other.md'?"),
        ("t/here.md", "../s/othr.md", "Did you mean '../s/other.md'?"),
        ("here.md", "s/othr.md", "Did you mean 's/other.md'?"),
        ("here.md", "zzzzzzzz.pdf", "Link to a .md file of docs/, written from this page's folder."),
    ],
)
def test_dead_link_is_reported_with_the_nearest_page_relative_to_its_own(path, link, hint):
    assert dead(f"One.\n\nTwo [x]({link}).\n", path) == [f"docs/{path}:3: The link '{link}' leads to no page. {hint}"]


def test_link_may_lead_to_an_id_that_a_macro_renders():
    body = '{{ checklist("fair", "client") }}\n\n[x](#fair.x)\n\n[y](#fair.y)\n'
    assert dead(body, checklists={"fair": checklist()}) == [
        "docs/s/here.md:5: The page 's/here.md' has no anchor '#fair.y'. Did you mean 'fair.x'?"
    ]


def test_dead_anchor_is_reported_with_the_nearest_on_the_linked_page():
    assert dead("[x](other.md#how-it-si)\n") == [
        "docs/s/here.md:1: The page 's/other.md' has no anchor '#how-it-si'. Did you mean 'how-it-is'?"
    ]
    assert dead("[x](#own)\n") == ["docs/s/here.md:1: The page 's/here.md' has no anchor '#own'. There is no anchor yet; add it first."]


@pytest.mark.parametrize(
    "target, is_unsafe",
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
def test_link_with_an_unsafe_scheme_is_reported(target, is_unsafe):
    problem = f"1: The link '{target}' is not allowed here. Use https: or mailto:."
    found = links.external_links_lead_somewhere_safe(site(page(body=f"[x]({target})\n", kind="therapists")))
    assert reported(found) == [f"docs/a.md:{problem}"] * is_unsafe


def test_page_for_clients_leads_to_no_other_site():
    body = "[x](https://x.example/list?from=mail)\n"
    problem = (
        "1: A page for clients leads to another site ('https://x.example/list?from=mail'). "
        'Cite a source with {{ cite("key") }}; help lines stand in data/helplines.yml.'
    )
    assert reported_on_page(links.external_links_lead_somewhere_safe, body) == [problem]
    assert reported(links.external_links_lead_somewhere_safe(site(page(body=body, kind="therapists")))) == []


def test_image_without_macro_is_reported_once():
    body = "![x](x.png) and [y](a.md)\n"
    assert reported_on_page(links.images_use_the_picture_macro, body) == [
        "1: The image 'x.png' is added by hand. "
        'Add it to docs/assets/pictures and data/pictures.yml, and show it with {{ picture("id") }}.'
    ]
    assert reported_on_page(links.internal_links_resolve, body) == []


@pytest.mark.parametrize(
    "body, shown", [("<div\nid=x>\n</div>\n", "<div\\nid=x>"), ("Some <b>words</b>.\n", "<b>"), ("<!-- x -->\n", "<!-- x -->")]
)
def test_html_is_reported_by_its_first_tag(body, shown):
    assert reported_on_page(links.pages_contain_no_html, body) == [
        f"1: Pages hold no HTML ({shown}). Write it in Markdown, or add a macro."
    ]
