"""The content of handouts, from the fullest draft to the shortest."""

from sitekit.pdf.handout_content import drafts
from sitekit.pdf.handout_list import file_named, handouts
from tests.conftest import real_site

SITE = real_site()


def handout(id: str):
    (found,) = [handout for handout in handouts(SITE) if handout.id == id]
    return found


def text(section: dict) -> str:
    return str(section["parts"])


def test_each_page_of_some_kinds_and_each_checklist_has_a_handout():
    ids = {handout.id for handout in handouts(SITE)}
    pages = [page for page in SITE.pages.values() if page.meta.kind in ("strategy", "barrier", "first-session", "preparing", "keeping")]
    assert ids == {page.url.strip("/").replace("/", "-") for page in pages} | {f"checklist-{id}" for id in SITE.checklists}


def test_file_is_named_by_url_and_paper():
    assert file_named(handout("strategies-empathy").id, "a4") == "handouts/strategies-empathy-a4.pdf"
    assert file_named(handout("checklist-empathy").id, "us-letter") == "handouts/checklist-empathy-letter.pdf"


def test_strategy_is_one_side_of_four_lists():
    found, sides = drafts(SITE, handout("strategies-empathy"))
    assert sides == 1
    assert [section["id"] for section in found[0]["sections"]] == [
        "in-short",
        "what-you-may-notice",
        "what-you-can-do",
        "words-you-can-use",
    ]
    assert [section["parts"][0]["kind"] for section in found[0]["sections"]] == ["bullets", "boxes", "steps", "phrases"]
    assert [len(section["parts"]) for section in found[0]["sections"]] == [1, 1, 1, 1]
    assert found[-1]["shortened"] and len(found[-1]["sections"]) == 3


def test_checklist_has_two_columns():
    found, sides = drafts(SITE, handout("checklist-what-to-bring"))
    assert sides == 1
    assert [(section["heading"], section["break-after"]) for section in found[0]["sections"]] == [
        ("What you can get ready", True),
        ("What your therapist works on", False),
    ]


def test_long_page_is_shortened_section_by_section_before_sections_are_left_out():
    found, sides = drafts(SITE, handout("first-session-worries"))
    whole, starts, fewer = found[0], next(draft for draft in found if draft["shortened"]), found[-1]
    assert sides == 2
    assert [section["heading"] for section in starts["sections"]] == [section["heading"] for section in whole["sections"]]
    lengths = {section["id"]: len(text(section)) for section in whole["sections"]}
    assert len(text(starts["sections"][1])) < lengths["tick-your-worries"]
    assert all(len(text(section)) <= lengths[section["id"]] for section in starts["sections"])
    assert len(fewer["sections"]) < len(starts["sections"])


def test_sources_and_lists_of_links_are_left_out():
    sections = {section["id"]: section for section in drafts(SITE, handout("first-session-worries"))[0][0]["sections"]}
    assert sections.keys().isdisjoint({"how-sure-are-we", "read-next"})
    assert {"in-the-room", "cry", "suicide-and-hospital"} <= sections.keys()
    assert [part["kind"] for part in sections["find-your-worry"]["parts"]] == ["steps", "text"]


def test_no_draft_is_smaller_than_ten_points():
    assert min(draft["size"] for handout in handouts(SITE) for draft in drafts(SITE, handout)[0]) == 10


def test_note_is_a_form_with_boxes_and_space_to_write():
    found, sides = drafts(SITE, handout("first-session-note"))
    assert sides == 2
    headings = [section["heading"] for section in found[0]["sections"] if section["level"] == 1]
    assert headings == [part.ask for part in SITE.note_parts.values() if part.on_paper]
    assert [section["parts"][0]["kind"] for section in found[0]["sections"] if section["parts"]][-1] == "room"
    assert "What if I cry?" in text({"parts": found[0]["sections"]})


def test_barrier_is_one_side():
    assert drafts(SITE, handout("barriers-past-experiences"))[1] == 1


def test_sentence_that_leads_to_several_parts_of_the_page_is_left_out_alone():
    sections = {section["id"]: text(section) for section in drafts(SITE, handout("first-session-privacy"))[0][0]["sections"]}
    assert "Pick your place" not in sections["where-you-live"]
    assert "this is not legal advice" in sections["where-you-live"]
