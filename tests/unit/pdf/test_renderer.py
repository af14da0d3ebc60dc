"""The renderer: the same bytes each time, nothing typeset twice, and no value that becomes markup."""

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from sitekit.models.practice import Contact, Practice
from sitekit.pdf.handout_content import plain
from sitekit.pdf.handouts import displayable, practice_values, render_handouts
from sitekit.pdf.renderer import CannotBeShown, DoesNotFit, Job, Renderer
from tests.conftest import real_site

SITE = real_site().model_copy(update={"url": "https://practice.example/"})
HOSTILE = [
    '#eval("1+1") $x$ *bold* _it_ `raw`',
    "<script>x()</script> & Co",
    "\\u{41} @ref <label> // gone /* gone */",
    "= Not a heading",
    "{{ 7*7 }} {% x %}",
]


def sheet(name: str = "Oak House", words: str = "Ask first.", pages: int = 1, logo: list | None = None, **practice) -> Job:
    """Return a job with one paragraph, shared by a practice."""
    who = {"name": name, "contact": [], "emergencies": []} | practice
    labels = dict.fromkeys(("page", "code", "help", "more-help", "shared", "side"), "Label") | {"notes": None}
    values = dict.fromkeys(("site", "title", "description", "kind", "address", "help", "help-address", "review"), "Words")
    values |= {
        "paper": "a4",
        "language": "en",
        "direction": "ltr",
        "date": [2026, 11, 23],
        "accent": None,
        "logo": logo,
        "practice": who,
        "words": labels,
    }
    values |= {"qr": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", "message": plain("Ask.")}
    section = {"heading": "One", "level": 1, "parts": [{"kind": "text", "runs": plain(words)}]}
    return Job("handout.typ", values | {"sections": [section]}, pages=pages, smallest=10)


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_two_renderers_make_the_same_bytes(tmp_path):
    assert Renderer(tmp_path / "one").render(sheet()) == Renderer(tmp_path / "two").render(sheet())


def test_cached_job_is_not_typeset_again(tmp_path):
    first, second = Renderer(tmp_path), Renderer(tmp_path)
    assert first.render(sheet()) == second.render(sheet())
    assert first.compiled and not second.compiled


def test_changed_word_is_typeset_anew(tmp_path):
    renderer = Renderer(tmp_path)
    assert renderer.render(sheet("Oak House")) != renderer.render(sheet("Elm House"))


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_name_is_shown_as_text(tmp_path, words):
    assert words in text(Renderer(tmp_path).render(sheet(words)))


@pytest.mark.parametrize("name", ["Žofie Łukasz", "Ψυχή", "Доверие", "מרכז", "مركز الثقة", "Hope 🙂"])
def test_names_in_many_scripts_are_typeset(tmp_path, name):
    renderer = Renderer(tmp_path)
    assert renderer.displayable(name) == name
    renderer.render(sheet(name))


def test_letter_without_a_font_is_left_out_of_what_the_practice_says(tmp_path):
    practice = Practice(name="诊所", contact=Contact(phone="020 7946 0000"), emergencies="Call 诊 us.", languages=("中文", "Polski"))
    shown = displayable(practice, Renderer(tmp_path))
    assert (shown.name, shown.contact.phone, shown.emergencies, shown.languages) == (None, "020 7946 0000", "Call  us.", ("Polski",))


def test_very_long_contact_line_is_cut(tmp_path):
    practice = Practice(name="Oak House", contact=Contact(website="https://oak.example/" + "x" * 400))
    (website,) = practice_values(SITE.model_copy(update={"practice": practice}), Renderer(tmp_path))["practice"]["contact"]
    assert len(website) == 120 and website.endswith("x…")


def test_logo_that_cannot_be_read_is_left_out(tmp_path):
    logo = b"\x89PNG\r\n\x1a\n and no more"
    assert practice_values(SITE.model_copy(update={"logo": logo}), Renderer(tmp_path))["logo"] is None


def test_logo_stands_on_every_side(tmp_path):
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='#fe0000'/></svg>"
    pages = pypdfium2.PdfDocument(Renderer(tmp_path).render(sheet(words="Ask first. " * 900, pages=2, logo=list(drawing))))
    reds = [page.render().to_pil().convert("RGB").getcolors(10**6) for page in pages]
    assert [sum(count for count, colour in colours if colour == (254, 0, 0)) > 100 for colours in reds] == [True, True]


def test_letter_without_a_font_elsewhere_is_an_error(tmp_path):
    with pytest.raises(CannotBeShown):
        Renderer(tmp_path).render(sheet("诊"))


def test_job_that_does_not_fit_is_an_error(tmp_path):
    with pytest.raises(DoesNotFit, match="one side"):
        Renderer(tmp_path).render(sheet(words="Ask first. " * 900))


@pytest.mark.parametrize("repeats, sides", [(1, 1), (300, 1), (650, 2), (1000, 2), (1600, 3)])
def test_words_take_the_fewest_sides_and_the_last_one_is_a_third_full(tmp_path, repeats, sides):
    pages = PdfReader(io.BytesIO(Renderer(tmp_path).render(sheet(words="Ask first. " * repeats, pages=4)))).pages
    words = [page.extract_text().count("Ask first.") for page in pages]
    assert len(pages) == sides and words[-1] > max(words) / 3


@pytest.mark.parametrize("language", ["en", "ar"])
def test_lines_to_write_on_follow_in_the_column_that_is_left(tmp_path, language):
    job = sheet(words="Ask first. " * 250, pages=2)
    job.values.update(language=language, direction="rtl" if language == "ar" else "ltr", words=job.values["words"] | {"notes": "Notes"})
    assert len(PdfReader(io.BytesIO(Renderer(tmp_path).render(job))).pages) == 1


def test_practice_and_help_stand_on_every_side(tmp_path):
    pages = PdfReader(
        io.BytesIO(Renderer(tmp_path).render(sheet("Oak", "Ask first. " * 900, 2, contact=["020"], emergencies=["Call."])))
    ).pages
    assert [[words in page.extract_text() for words in ("Oak", "020", "Call.", "Words")] for page in pages] == [[True] * 4] * 2


def test_unused_files_are_pruned(tmp_path, monkeypatch):
    monkeypatch.setattr("sitekit.pdf.renderer._RETENTION", 1)
    for name in ("Oak House", "Elm House"):
        Renderer(tmp_path).render(sheet(name))
    Renderer(tmp_path).cache.prune()
    assert len(list(tmp_path.iterdir())) == 1


def test_system_fonts_are_not_used(tmp_path):
    fonts = {
        font["/BaseFont"].split("+")[1]
        for page in PdfReader(io.BytesIO(Renderer(tmp_path).render(sheet()))).pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].get_object().values())
    }
    assert fonts and all(name.startswith(("AtkinsonHyperlegibleNext", "NotoSans", "NotoEmoji")) for name in fonts)


def test_phone_number_after_a_right_to_left_name_keeps_its_order(tmp_path):
    page = pypdfium2.PdfDocument(Renderer(tmp_path).render(sheet("Oak", contact=["مركز الثقة", "020 7946 0000"])))[0].get_textpage()
    lefts = [page.get_charbox(page.get_text_range().index(digits))[0] for digits in ("020", "7946", "0000")]
    assert lefts == sorted(lefts)


def test_page_with_a_letter_without_a_font_is_reported(tmp_path):
    page = SITE.pages["strategies/empathy.md"]
    meta = page.meta.model_copy(update={"title": "Empathy 诊"})
    site = SITE.model_copy(update={"pages": {page.path: page.model_copy(update={"meta": meta})}})
    assert [str(problem) for problem in render_handouts(site, Renderer(tmp_path / "cache"))[1]] == [
        "docs/strategies/empathy.md:1: Its handout cannot show '诊', since none of our fonts has it. "
        "Say it in words, or add a font that has it to sitekit/pdf/fonts and the font's name to sitekit/pdf/look.typ."
    ]


def test_checklist_that_does_not_fit_is_reported(tmp_path):
    found = SITE.checklists["empathy"]
    items = tuple(item.model_copy(update={"client": "They listen with care. " * 150}) for item in found.items)
    page = SITE.pages["strategies/empathy.md"]
    checklists = {"empathy": found.model_copy(update={"items": items})}
    site = SITE.model_copy(update={"pages": {page.path: page}, "checklists": SITE.checklists | checklists})
    hint = "Shorten it, or put {{ screen() }} above a section that is for the screen only."
    problems = [str(problem) for problem in render_handouts(site, Renderer(tmp_path / "cache"))[1]]
    assert f"data/checklists/empathy.yml:1: Its handout does not fit on 2 sides. {hint}" in problems
