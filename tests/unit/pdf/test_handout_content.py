"""The content of handouts: what a page says, but for sources, other countries, and what is marked for the screen."""

import datetime

from sitekit.models.data import Checklist, Country, Helpline, Helplines, Picture
from sitekit.models.practice import Practice
from sitekit.pdf.handout_list import Handout, file_named, handout_of, handouts
from sitekit.pdf.handouts import sections
from tests.conftest import real_site
from tests.unit.smallest import page, site

SITE = real_site()
LINE = {"hours": "Always", "source": "https://x.example", "checked": datetime.date(2026, 11, 23), "verified": False}


def helplines(**countries: str) -> Helplines:
    listed = {
        code: Country(name=name, emergency=("112",), lines=(Helpline(id=f"{code}-a", name=f"{name} line", call="123", **LINE),))
        for code, name in countries.items()
    }
    return Helplines(countries=listed, elsewhere={"name": "Finder", "url": "https://f.example", "note": "All.", **_seen()})


def _seen() -> dict:
    return {key: LINE[key] for key in ("source", "checked", "verified")}


def text(part: dict) -> object:
    if "runs" in part:
        return "".join(run["text"] for run in part["runs"])
    if part["kind"] in ("heading", "legend"):
        return part["text"]
    return ["".join(run["text"] for run in item) for item in part["items"]] if part["kind"] in ("bullets", "steps") else part["kind"]


def sheet(body: str, **parts) -> list[tuple]:
    """Return each section of a page's sheet as its heading and the texts of its parts."""
    here = page("a.md", "Message.\n\n" + body, kind="preparing")
    found = sections(site(here, interface=SITE.interface, url="https://x.example/", **parts), Handout("a", "A", "", here))
    return [(section["heading"], *map(text, section["parts"])) for section in found]


def test_sheet_holds_the_whole_page_but_sources_links_and_what_is_for_the_therapist():
    body = (
        "Before all headings.\n\n## In short {#in-short}\n\n- One\n- Two\n\n## More {#more}\n\nThree.\n\nFour.\n\n"
        "## What your therapist is working on {#what-your-therapist-is-working-on}\n\nFive.\n\n"
        "## How sure are we {#how-sure-are-we}\n\nSix.\n\n### Deeper {#deeper}\n\nSeven.\n\n## Read next {#read-next}\n\nEight."
    )
    assert sheet(body) == [(None, "Before all headings."), ("In short", ["One", "Two"]), ("More", "Three.", "Four.")]


def test_links_alone_and_headings_without_content_are_left_out():
    assert sheet("## Links {#l}\n\n### Some {#s}\n\n- [B](b.md)\n\n## Parts {#p}\n\n### Part {#q}\n\nOne.") == [
        ("Parts",),
        ("Part", "One."),
    ]


def test_mark_in_a_paragraph_leaves_out_the_rest_of_it():
    assert sheet("## A {#a}\n\nOne. {{ screen() }} Two.\n\n- Three\n- {{ screen() }} Four") == [("A", "One.", ["Three"])]


def test_mark_alone_leaves_out_the_rest_of_its_section():
    body = '## A {#a}\n\nOne.\n\n{{ screen() }}\n\nTwo.\n\n{{ picture("p") }}\n\n### B {#b}\n\nThree.\n\n## C {#c}\n\nFour.'
    assert sheet(body) == [("A", "One."), ("C", "Four.")]


def test_picture_has_its_own_colours_and_our_letters():
    picture = Picture(id="p", alt="A tree.", caption="Tree.")
    drawing = '<svg viewBox="0 0 340 120"><text font-family="inherit" fill="var(--ink, #123456)">A</text></svg>'
    here = page("a.md", 'Message.\n\n{{ picture("p") }}', kind="preparing")
    ((section,),) = [sections(site(here, pictures={"p": picture}, drawings={"p": drawing}), Handout("a", "A", "", here))]
    assert section["parts"] == [
        {
            "kind": "picture",
            "svg": '<svg viewBox="0 0 340 120"><text font-family="Atkinson Hyperlegible Next, Noto Sans Arabic" fill="#123456">A</text></svg>',
            "width": 340,
            "height": 120,
            "alt": "A tree.",
            "caption": "Tree.",
        }
    ]


LAW = "## Law {#law}\n\nAsk.\n\n### Oz {#oz}\n\nOz says no.\n\n#### Deep {#deep}\n\nDeeper.\n\n### Ix {#ix}\n\nIx says yes.\n\n- **Oz:** none\n- **Ix:** one"


def test_law_is_that_of_the_practices_country():
    practice = Practice(country="ie")
    assert sheet(LAW, helplines=helplines(nz="Oz", ie="Ix"), practice=practice) == [("Law", "Ask."), ("Ix", "Ix says yes.", ["Ix: one"])]


def test_without_a_country_no_law_of_one_is_on_the_sheet():
    assert sheet(LAW, helplines=helplines(nz="Oz", ie="Ix")) == [("Law", "Ask.")]


def test_heading_that_only_leads_to_the_countries_is_left_out():
    body = "## Prices {#p}\n\nAsk.\n\n### Open your country {#o}\n\n#### In Oz {#oz}\n\nTen.\n\n#### In Ix {#ix}\n\nTwo."
    practice = Practice(country="ie")
    assert sheet(body, helplines=helplines(nz="Oz", ie="Ix"), practice=practice) == [("Prices", "Ask."), ("In Ix", "Two.")]


def test_boxes_have_the_legend_of_their_checklist_unless_the_words_above_say_it():
    ask = Checklist(title="C", client_legend="tick what fits", items=[{"id": "a", "client": "Calm.", "therapist": "Calming."}])
    call = '\n\n{{ checklist("c", "client") }}'
    assert sheet("## A {#a}\n\nRead." + call, checklists={"c": ask}) == [("A", "Read.", "Tick what fits", "boxes")]
    assert sheet("## A {#a}\n\nTick what fits." + call, checklists={"c": ask}) == [("A", "Tick what fits.", "boxes")]


def test_help_lines_are_those_of_the_practices_country():
    found = sheet("## Call {#c}\n\n{{ helplines() }}", helplines=helplines(nz="Oz", ie="Ix"), practice=Practice(country="ie"))
    numbers = ("In danger now: call 112.", "Suicide and crisis", ["Ix line: call 123. Always."])
    assert found == [("Call", "Ix", *numbers, "Somewhere else: Finder, https://f.example")]


def test_without_a_country_every_country_has_its_numbers():
    found = sheet("## Call {#c}\n\n{{ helplines() }}", helplines=helplines(nz="Oz", ie="Ix"))
    numbers = {name: ["In danger now: call 112.", f"{name} line: call 123."] for name in ("Oz", "Ix")}
    assert found == [("Call", "Oz", numbers["Oz"], "Ix", numbers["Ix"], "Somewhere else: Finder, https://f.example")]


def test_what_the_practice_says_stands_where_its_page_has_it():
    body = '## Money {#m}\n\n{{ practice_says("money") }}'
    assert sheet(body, practice=Practice(name="Oak", fees="Ten.")) == [("Money", "Oak says: Ten.")]
    assert sheet(body) == []


def handout(id: str) -> Handout:
    (found,) = [handout for handout in handouts(SITE) if handout.id == id]
    return found


def test_each_page_of_some_kinds_and_each_checklist_has_a_handout():
    kinds = ("help", "strategy", "barrier", "first-session", "preparing", "keeping", "guide")
    pages = [page for page in SITE.pages.values() if page.meta.kind in kinds and page.path != "checklists/index.md"]
    names = {page.url.strip("/").replace("/", "-") for page in pages} | {f"checklist-{id}" for id in SITE.checklists}
    assert {handout.id for handout in handouts(SITE)} == names | {"therapists-evidence", "therapists-practice-checklists"}


def test_page_that_is_for_the_screen_has_no_handout():
    body = "Message.\n\n{}\n\n## A {{#a}}\n\nOne."
    pages = [page(name, body.format(mark), kind="guide") for name, mark in (("a.md", "{{ screen() }}"), ("b.md", "Two."))]
    assert [bool(handout_of(site(*pages, interface=SITE.interface), one)) for one in pages] == [False, True]


def test_file_is_named_by_url_and_paper():
    assert file_named(handout("strategies-empathy").id, "a4") == "handouts/strategies-empathy-a4.pdf"
    assert file_named(handout("checklist-empathy").id, "us-letter") == "handouts/checklist-empathy-letter.pdf"


def test_checklist_has_two_columns():
    found = sections(SITE, handout("checklist-what-to-bring"))
    assert [section["break-after"] for section in found] == [True, False]
    assert [len(section["parts"][0]["items"]) for section in found] == [len(SITE.checklists["what-to-bring"].items)] * 2


def test_note_is_a_form_with_boxes_and_space_to_write():
    parts = [part for section in sections(SITE, handout("first-session-note")) for part in section["parts"]]
    asked = [part.ask for part in SITE.note_parts.values() if part.on_paper]
    assert [part["text"] for part in parts if part["kind"] == "heading" and part["level"] == 2] == asked
    assert {"boxes", "room"} <= {part["kind"] for part in parts}


def test_evidence_for_colleagues_has_figure_kind_limit_and_source_of_each_claim():
    found = sections(SITE, handout("therapists-evidence"))
    claims = [claim for claim in SITE.claims.values() if claim.preparing]
    assert [section["heading"] for section in found] == [claim.topic for claim in claims] and len(claims) > 5
    for section, claim in zip(found, claims, strict=True):
        shown = " ".join(map(str, map(text, section["parts"])))
        assert all(words in shown for words in (claim.figure, claim.does_not_show, claim.reference, claim.title))
