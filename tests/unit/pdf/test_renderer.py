"""The renderer: tagged sheets, the same bytes each time, nothing set twice, and no value that becomes markup."""

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from sitekit.models.practice import Contact, Practice
from sitekit.pdf.handout_list import handouts
from sitekit.pdf.handouts import job_for, practice_words, render_handouts
from sitekit.pdf.renderer import CannotBeShown, DoesNotFit, Job, Renderer
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE = load(ROOT)[0]
HOSTILE = [
    '#eval("1+1") $x$ *bold* _it_ `raw`',
    "<script>x()</script> & Co",
    "\\u{41} @ref <label> // gone /* gone */",
    "= Not a heading",
    "{{ 7*7 }} {% x %}",
]


def sheet(practice: list[str]) -> Job:
    return job_for(
        SITE,
        handouts(SITE)[0],
        "a4",
        "https://practice.example/",
        practice,
        "Not yet reviewed.",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
    )


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_two_presses_set_the_same_bytes(tmp_path):
    assert Renderer(tmp_path / "one").set(sheet(["Oak House"])) == Renderer(tmp_path / "two").set(sheet(["Oak House"]))


def test_what_was_set_is_not_set_again(tmp_path):
    first, second = Renderer(tmp_path), Renderer(tmp_path)
    assert first.set(sheet([])) == second.set(sheet([]))
    assert (first.made, second.made) == (1, 0)


def test_a_changed_word_is_set_anew(tmp_path):
    renderer = Renderer(tmp_path)
    assert renderer.render(sheet(["Oak House"])) != renderer.render(sheet(["Elm House"]))
    assert renderer.made == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_practices_name_is_shown_as_text(tmp_path, words):
    assert words in text(Renderer(tmp_path).set(sheet([words])))


@pytest.mark.parametrize("name", ["Žofie Łukasz", "Ψυχή", "Доверие", "מרכז", "مركز الثقة", "Hope 🙂"])
def test_names_in_many_scripts_can_be_set(tmp_path, name):
    renderer = Renderer(tmp_path)
    assert renderer.showable(name) == name
    renderer.render(sheet([name]))


def test_a_letter_without_a_font_is_left_out_of_the_practices_lines(tmp_path):
    renderer = Renderer(tmp_path)
    practice = Practice(name="诊所", contact=Contact(phone="020 7946 0000"))
    assert practice_words(practice, renderer) == ["020 7946 0000"]
    assert renderer.showable("Oak 诊 House") == "Oak  House"


def test_a_very_long_line_of_the_practices_is_cut_before_it_pushes_help_off_the_sheet(tmp_path):
    practice = Practice(name="Oak House", contact=Contact(website="https://oak.example/" + "x" * 2000))
    name, website = practice_words(practice, Renderer(tmp_path))
    assert name == "Oak House"
    assert len(website) == 120 and website.endswith("x…")


def test_a_letter_without_a_font_elsewhere_is_an_error_and_not_a_box(tmp_path):
    with pytest.raises(CannotBeShown):
        Renderer(tmp_path).set(sheet(["诊"]))


def test_what_fits_no_sheet_is_refused(tmp_path):
    work = sheet([])
    long = work.drafts[0] | {"sections": work.drafts[0]["sections"] * 9}
    with pytest.raises(DoesNotFit):
        Renderer(tmp_path).set(Job(work.template, work.values, (long,), work.pages))


def test_the_first_draft_that_fits_is_taken(tmp_path):
    work = sheet([])
    long = work.drafts[0] | {"sections": work.drafts[0]["sections"] * 9}
    taken = Renderer(tmp_path / "one").set(Job(work.template, work.values, (long, work.drafts[1]), work.pages))
    assert taken == Renderer(tmp_path / "two").set(Job(work.template, work.values, (work.drafts[1],), work.pages))


def test_the_press_forgets_what_was_not_used_for_long(tmp_path, monkeypatch):
    monkeypatch.setattr("sitekit.pdf.renderer._SPARE", 1)
    for name in ("Oak House", "Elm House"):
        Renderer(tmp_path).set(sheet([name]))
    Renderer(tmp_path).forget()
    assert len(list(tmp_path.iterdir())) == 1


def test_no_font_of_the_machine_is_used(tmp_path):
    fonts = {
        font["/BaseFont"].split("+")[1]
        for page in PdfReader(io.BytesIO(Renderer(tmp_path).set(sheet([])))).pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].get_object().values())
    }
    assert fonts and all(name.startswith(("AtkinsonHyperlegibleNext", "NotoSans", "NotoEmoji")) for name in fonts)


def test_a_telephone_number_after_a_name_written_from_right_to_left_keeps_its_order(tmp_path):
    page = pypdfium2.PdfDocument(Renderer(tmp_path).set(sheet(["مركز الثقة", "020 7946 0000"])))[0].get_textpage()
    text = page.get_text_range()
    first = text.index("020") if "020" in text else text.index("0000")
    lefts = [page.get_charbox(n)[0] for n in range(first, first + 13) if text[n] != " "]
    assert text[first : first + 13] == "020 7946 0000" and lefts == sorted(lefts)


def test_a_page_with_a_letter_we_have_no_font_for_is_named_with_its_mend(tmp_path):
    page = SITE.pages["strategies/empathy.md"]
    meta = page.meta.model_copy(update={"title": "Empathy 诊"})
    site = SITE.model_copy(update={"pages": SITE.pages | {page.path: page.model_copy(update={"meta": meta})}})
    assert [str(problem) for problem in render_handouts(site, "https://practice.example/", Renderer(tmp_path / "memory"))[1]] == [
        "docs/strategies/empathy.md:1: Its handout cannot show '诊', as none of our fonts has it. "
        "Say it in words, or add a font with it to sitekit/typeset/fonts and its name to look.typ there."
    ]


def test_a_checklist_that_fits_no_sheet_is_named_with_its_mend(tmp_path):
    found = SITE.checklists["empathy"]
    long = found.items[0].model_copy(update={"client": "They listen with care. " * 200})
    changed = found.model_copy(update={"items": (long,)})
    site = SITE.model_copy(update={"checklists": SITE.checklists | {"empathy": changed}})
    assert [str(problem) for problem in render_handouts(site, "https://practice.example/", Renderer(tmp_path / "memory"))[1]] == [
        "docs/strategies/empathy.md:1: Its handout does not fit on one sheet. Shorten its lists and steps.",
        "data/checklists/empathy.yml:1: Its handout does not fit on one sheet. Shorten its lists and steps.",
    ]
