"""The renderer: the same bytes each time, nothing typeset twice, and no value that becomes markup."""

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from sitekit.models.practice import Contact, Practice
from sitekit.pdf.handout_list import handouts
from sitekit.pdf.handouts import job_for, practice_words, render_handouts
from sitekit.pdf.renderer import CannotBeShown, DoesNotFit, Job, Renderer
from tests.conftest import real_site

SITE = real_site()
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


def test_two_renderers_make_the_same_bytes(tmp_path):
    assert Renderer(tmp_path / "one").render(sheet(["Oak House"])) == Renderer(tmp_path / "two").render(sheet(["Oak House"]))


def test_cached_job_is_not_typeset_again(tmp_path):
    first, second = Renderer(tmp_path), Renderer(tmp_path)
    assert first.render(sheet([])) == second.render(sheet([]))
    assert (first.compiled, second.compiled) == (1, 0)


def test_changed_word_is_typeset_anew(tmp_path):
    renderer = Renderer(tmp_path)
    assert renderer.render(sheet(["Oak House"])) != renderer.render(sheet(["Elm House"]))
    assert renderer.compiled == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_name_is_shown_as_text(tmp_path, words):
    assert words in text(Renderer(tmp_path).render(sheet([words])))


@pytest.mark.parametrize("name", ["Žofie Łukasz", "Ψυχή", "Доверие", "מרכז", "مركز الثقة", "Hope 🙂"])
def test_names_in_many_scripts_are_typeset(tmp_path, name):
    renderer = Renderer(tmp_path)
    assert renderer.displayable(name) == name
    renderer.render(sheet([name]))


def test_letter_without_a_font_is_left_out_of_contact_lines(tmp_path):
    renderer = Renderer(tmp_path)
    practice = Practice(name="诊所", contact=Contact(phone="020 7946 0000"))
    assert practice_words(practice, renderer) == ["020 7946 0000"]
    assert renderer.displayable("Oak 诊 House") == "Oak  House"


def test_very_long_contact_line_is_cut(tmp_path):
    practice = Practice(name="Oak House", contact=Contact(website="https://oak.example/" + "x" * 400))
    name, website = practice_words(practice, Renderer(tmp_path))
    assert name == "Oak House"
    assert len(website) == 120 and website.endswith("x…")


def test_letter_without_a_font_elsewhere_is_an_error(tmp_path):
    with pytest.raises(CannotBeShown):
        Renderer(tmp_path).render(sheet(["诊"]))


def test_job_that_does_not_fit_is_an_error(tmp_path):
    job = sheet([])
    long = job.drafts[0] | {"sections": job.drafts[0]["sections"] * 9}
    with pytest.raises(DoesNotFit):
        Renderer(tmp_path).render(Job(job.template, job.values, (long,), job.pages))


def test_first_draft_that_fits_is_used(tmp_path):
    job = sheet([])
    long = job.drafts[0] | {"sections": job.drafts[0]["sections"] * 9}
    taken = Renderer(tmp_path / "one").render(Job(job.template, job.values, (long, job.drafts[1]), job.pages))
    assert taken == Renderer(tmp_path / "two").render(Job(job.template, job.values, (job.drafts[1],), job.pages))


def test_unused_files_are_pruned(tmp_path, monkeypatch):
    monkeypatch.setattr("sitekit.pdf.renderer._RETENTION", 1)
    for name in ("Oak House", "Elm House"):
        Renderer(tmp_path).render(sheet([name]))
    Renderer(tmp_path).prune_cache()
    assert len(list(tmp_path.iterdir())) == 1


def test_system_fonts_are_not_used(tmp_path):
    fonts = {
        font["/BaseFont"].split("+")[1]
        for page in PdfReader(io.BytesIO(Renderer(tmp_path).render(sheet([])))).pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].get_object().values())
    }
    assert fonts and all(name.startswith(("AtkinsonHyperlegibleNext", "NotoSans", "NotoEmoji")) for name in fonts)


def test_phone_number_after_a_right_to_left_name_keeps_its_order(tmp_path):
    page = pypdfium2.PdfDocument(Renderer(tmp_path).render(sheet(["مركز الثقة", "020 7946 0000"])))[0].get_textpage()
    text = page.get_text_range()
    first = text.index("020") if "020" in text else text.index("0000")
    lefts = [page.get_charbox(n)[0] for n in range(first, first + 13) if text[n] != " "]
    assert text[first : first + 13] == "020 7946 0000" and lefts == sorted(lefts)


def test_page_with_a_letter_without_a_font_is_reported(tmp_path):
    page = SITE.pages["strategies/empathy.md"]
    meta = page.meta.model_copy(update={"title": "Empathy 诊"})
    site = SITE.model_copy(update={"pages": SITE.pages | {page.path: page.model_copy(update={"meta": meta})}})
    assert [str(problem) for problem in render_handouts(site, "https://practice.example/", Renderer(tmp_path / "cache"))[1]] == [
        "docs/strategies/empathy.md:1: Its handout cannot show '诊', since none of our fonts has it. "
        "Say it in words, or add a font that has it to sitekit/pdf/fonts and the font's name to sitekit/pdf/look.typ."
    ]


def test_checklist_that_does_not_fit_is_reported(tmp_path):
    found = SITE.checklists["empathy"]
    long = found.items[0].model_copy(update={"client": "They listen with care. " * 200})
    changed = found.model_copy(update={"items": (long,)})
    site = SITE.model_copy(update={"checklists": SITE.checklists | {"empathy": changed}})
    assert [str(problem) for problem in render_handouts(site, "https://practice.example/", Renderer(tmp_path / "cache"))[1]] == [
        "docs/strategies/empathy.md:1: Its handout does not fit on one sheet. Shorten its lists and steps.",
        "data/checklists/empathy.yml:1: Its handout does not fit on one sheet. Shorten its lists and steps.",
    ]
