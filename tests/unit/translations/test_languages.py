"""A language from its first catalogue to the project it is built from, on the smallest valid site."""

import io
import shutil

import pytest
from babel.messages.pofile import read_po, write_po

from sitekit.commands.translate import translate
from sitekit.sources.loader import load
from sitekit.translations.alternates import alternates
from sitekit.translations.languages import read_translations
from sitekit.translations.messages import structure
from sitekit.translations.parity import problems, stale, stale_pages, unused
from sitekit.translations.project import lay_out
from tests.conftest import GOOD

ES = """name: español
english: Spanish
locale: es
direction: ltr
set: core
honesty: Traducido por software.
stale: El original ha cambiado.
in_english: (en inglés)
"""
HOME = "translations/es/docs/index.po"


def filled(text: str) -> str:
    """Return a catalogue whose texts are all "translated": each stands in angle quotes."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if line.startswith("msgid "):
            lines[n + 1] = f'msgstr "«{line[7:-1]}»"'
    return "\n".join(lines)


@pytest.fixture
def root(tmp_path):
    """A copy of the smallest valid site whose home page is translated."""
    root = tmp_path / "copy"
    shutil.copytree(GOOD, root)
    (root / "overrides").mkdir()
    with (root / "data/interface.yml").open("a") as words:
        words.write("language: en\nlocale: en-GB\ndirection: ltr\nread_here: Read this in English\n")
    (root / "translations/es").mkdir(parents=True)
    (root / "translations/es/language.yml").write_text(ES, encoding="utf-8")
    assert translate(root, load(root)[0], "es", "core", lambda line: None) == []
    for file in root.rglob("*.po"):
        file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    return root


def read(root):
    site = load(root)[0]
    translations, found = read_translations(root, site)
    assert found == []
    return site, translations


def reported(root) -> list[str]:
    site, translations = read(root)
    return [str(problem) for problem in problems(root, site, translations)]


def change(root, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_first_command_writes_the_record_and_the_catalogues(tmp_path):
    shutil.copytree(GOOD, tmp_path / "copy")
    written = []
    translate(tmp_path / "copy", load(GOOD)[0], "pl", "core", written.append)
    assert written[:2] == ["translations/pl/language.yml", "translations/pl/docs/index.po"]
    record = (tmp_path / "copy/translations/pl/language.yml").read_text(encoding="utf-8")
    assert record.startswith("name: polski\nenglish: Polish\nlocale: pl\ndirection: ltr\nset: core\n")
    assert "translations/pl/language.yml:6: 'honesty' is still to be written. Write it." in reported(tmp_path / "copy")


def test_tag_of_no_language_is_refused(tmp_path):
    assert [str(problem) for problem in translate(tmp_path, load(GOOD)[0], "english", "core", print)] == [
        "make translate:1: 'english' is not a language to translate into. Write a BCP 47 tag, as es, pt-BR or zh-Hans."
    ]


def test_complete_translation_has_no_problems(root):
    assert reported(root) == []


def test_page_of_the_set_without_a_catalogue_is_reported(root):
    (root / HOME).unlink()
    assert reported(root) == [
        "translations/es/language.yml:5: 'core' promises docs/index.md, and it is not translated. "
        "Run make translate lang=es, and fill in its catalogue."
    ]


def test_page_beyond_the_core_may_wait_for_its_translation_and_is_due(root):
    change(root, "translations/es/language.yml", "set: core", "set: full")
    (root / "translations/es/docs/strategies/listening.po").unlink(missing_ok=True)
    site, translations = read(root)
    assert reported(root) == []
    assert "docs/strategies/listening.md:1: This is not yet translated into Spanish. Run make translate lang=es." in [
        *stale(root, site, translations)
    ]


@pytest.mark.parametrize(
    "old, new, problem",
    [
        (
            "«**Trust grows slowly.**»",
            "La confianza crece.",
            f"{HOME}:10: The bold mark '**' stands never here and 2 times in the English. Use the same ones, as often.",
        ),
        (
            "«See [how a therapist listens](strategies/listening.md#in-short).»",
            "Mira cómo.",
            f"{HOME}:14: The link 'strategies/listening.md#in-short' stands never here and once in the English. Use the same ones, as often.",
        ),
        (
            "«**Trust grows slowly.**»",
            "**La confianza <b id=x>crece**.",
            f"{HOME}:10: The markup '<b id=x>' stands once here and never in the English. Use the same ones, as often.",
        ),
        ("«Home»", "Casa\\n---", f"{HOME}:2: The line break '\\n' stands once here and never in the English. Use the same ones, as often."),
        ("«Home»", "# Casa", f"{HOME}:2: The mark '#' stands once here and never in the English. Use the same ones, as often."),
        ("«Home»", "Inicio 2", f"{HOME}:2: The numbers differ from those of 'Home'. Write the same ones."),
        (
            "«**Trust grows slowly.**»",
            "** La confianza crece. **",
            f"{HOME}:10: '**' is printed as it is. Close what it opens, or remove it; see what Markdown this site uses on other pages.",
        ),
        (
            "«Home»",
            "TO DO: Casa",
            f"{HOME}:2: The mark of work left 'TO DO:' stands once here and never in the English. Use the same ones, as often.",
        ),
        (
            "«See [how a therapist listens](strategies/listening.md#in-short).»",
            "Mira [](strategies/listening.md#in-short).",
            f"{HOME}:14: The link without words '[](' stands once here and never in the English. Use the same ones, as often.",
        ),
        ("«Home»", "La casa es. " * 5 + "A", f"{HOME}:2: 'title' has 61 characters. Write at most 60."),
        ("«See [how", "Mira ![how", f"{HOME}:14: The image '!' stands once here and never in the English. Use the same ones, as often."),
        ("«Home»", '\\"Casa\\"', f"{HOME}:2: This translation stands in quotation marks, and the English does not. Remove them."),
        (
            "«See [how a therapist listens](strategies/listening.md#in-short).»",
            "See [how a therapist listens](strategies/listening.md#in-short).",
            f"{HOME}:14: 'See [how a therapist listens](strategie…' is still in English. Translate it, or leave its msgstr empty.",
        ),
        ("«Home»", " ", f"{HOME}:2: This translation is nothing but space. Write it, or leave it empty."),
        ("«Home»", "[Casa][x]", f"{HOME}:2: This link is broken ([Casa][x]). Write it as [words](page.md), on one line."),
    ],
    ids=[
        "bold",
        "link",
        "markup",
        "line break",
        "heading",
        "numbers",
        "printed",
        "left for later",
        "empty link",
        "length",
        "image",
        "quotes",
        "English",
        "space",
        "reference",
    ],
)
def test_difference_in_structure_is_reported(root, old, new, problem):
    change(root, HOME, old, new)
    assert reported(root) == [problem]


@pytest.mark.parametrize(
    "written, differs",
    [
        ("Llama al 116 123.", False),
        ("Llama al 116-123.", False),
        ("اتصل بـ ١١٦١٢٣.", False),
        ("Llama al 116 132.", True),
        ("Llama al 123 116.", True),
    ],
)
def test_number_to_call_is_the_same_in_every_language(root, written, differs):
    home = root / "docs/index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\nCall 116 123.\n", encoding="utf-8")
    translate(root, load(root)[0], "es", "core", lambda line: None)
    change(root, HOME, 'msgid "Call 116 123."\nmsgstr ""', f'msgid "Call 116 123."\nmsgstr "{written}"')
    line = "The numbers differ from those of 'Call 116 123.'. Write the same ones."
    assert [problem.partition(": ")[2] for problem in reported(root)] == [line] * differs


def test_discreet_words_stand_in_every_language():
    assert structure("{Your therapy|Our time} [day]") - structure("Tu terapia [day]") == {("pair of words", "|"): 1}
    assert structure("{Your therapy|Our time} [day]") == structure("{Tu terapia|Nuestra cita} [day]")


@pytest.mark.parametrize(
    "old, new, problem",
    [
        ("locale: es", "locale: fr", "3: 'fr' is not a known locale of 'es'. Write one as es-MX."),
        ("ltr", "rtl", "4: The script of 'es' runs otherwise. Write ltr."),
    ],
)
def test_record_fits_its_folder(root, old, new, problem):
    change(root, "translations/es/language.yml", old, new)
    assert [str(found) for found in read_translations(root, load(root)[0])[1]] == [f"translations/es/language.yml:{problem}"]


def test_emptied_catalogue_is_reported_and_filled_in_anew(root):
    (root / HOME).write_text("", encoding="utf-8")
    assert reported(root) == [f"{HOME}:1: This catalogue holds no text. Run make translate lang=es, and fill it in."]
    assert translate(root, load(root)[0], "es", "core", lambda line: None) == []
    assert "Home" in (root / HOME).read_text(encoding="utf-8")


def test_text_without_its_translation_is_shown_in_english_and_is_no_problem(root):
    change(root, HOME, "«Home»", "")
    translations = read(root)[1]
    assert translations[0].translate("docs/index.md")("title", "Home") == "Home"
    assert reported(root) == []


def test_catalogue_that_lacks_most_of_its_texts_is_reported(root):
    (root / HOME).unlink()
    translate(root, load(root)[0], "es", "core", lambda line: None)
    assert reported(root) == [f"{HOME}:2: 4 of 4 texts are not translated. Write each translation into its msgstr."]


def test_changed_english_is_stale_and_no_problem(root):
    change(root, "docs/index.md", "Trust grows slowly.", "Trust grows very slowly.")
    site, translations = read(root)
    assert reported(root) == []
    assert list(stale(root, site, translations)) == [f"{HOME}:10: The English has changed: '**Trust grows very slowly.**'."]
    assert stale_pages(root, site, translations[0]) == {"docs/index.md"}


def test_entry_of_no_text_is_advice(root):
    change(root, HOME, 'msgctxt "title"', 'msgctxt "titel"')
    assert [str(problem) for problem in unused(root, *read(root))] == [
        f"{HOME}:2: No text has the context 'titel'. Correct it, or run make translate lang=es."
    ]


def test_english_that_was_typed_over_is_advice(root):
    change(root, HOME, 'msgid "Home"', 'msgid "«Home»"')
    assert [str(problem) for problem in unused(root, *read(root))] == [
        f"{HOME}:2: No text has the msgid '«Home»'. Correct it, or run make translate lang=es."
    ]


def test_project_of_a_language_holds_its_pages_and_data(root, tmp_path):
    site, translations = read(root)
    lay_out(root, site.model_copy(update={"url": "https://trust.example/"}), translations[0], tmp_path / "es")
    assert sorted(path.name for path in (tmp_path / "es/docs").rglob("*.md")) == ["index.md"]
    page = (tmp_path / "es/docs/index.md").read_text(encoding="utf-8")
    assert "«**Trust grows slowly.**»" in page
    translated = load(tmp_path / "es")[0]
    assert translated.interface["language"] == "es"
    assert [entry.path for entry in translated.nav] == ["index.md"]


def test_link_to_a_page_that_is_not_translated_leads_to_the_english_one_and_says_so(root, tmp_path):
    site, translations = read(root)
    lay_out(root, site.model_copy(update={"url": "https://trust.example/"}), translations[0], tmp_path / "es")
    assert "[how a therapist listens (en inglés)](https://trust.example/strategies/listening/#in-short)" in (
        tmp_path / "es/docs/index.md"
    ).read_text(encoding="utf-8")


def test_pages_name_their_other_languages_and_whether_they_are_there(root):
    site, translations = read(root)
    found = alternates(site, translations)
    shown = ("name", "offer", "href", "is_there")
    assert [tuple(entry[key] for key in shown) for url in ("", "strategies/listening/") for entry in found[url]] == [
        ("español", "«Read this in English»", "es/", True),
        ("español", "«Read this in English»", "../../es/", False),
    ]
    back = alternates(site, translations, translations[0])[""]
    assert [tuple(entry[key] for key in shown) for entry in back] == [("English", "Read this in English", "../", True)]


def test_practice_leaves_a_language_out_and_a_wrong_one_is_reported(root):
    (root / "practice.yml").write_text("without_languages: [es, eo]\n", encoding="utf-8")
    site = load(root)[0]
    translations, found = read_translations(root, site)
    assert translations == []
    assert [str(problem) for problem in found] == ["practice.yml:1: There is no language 'eo'. Use one of: es."]


def test_message_is_translated_where_the_language_has_each_page_that_it_names(root, tmp_path):
    def emails() -> list[str]:
        site, translations = read(root)
        target = tmp_path / str(len(list(tmp_path.iterdir())))
        lay_out(root, site.model_copy(update={"url": "https://trust.example/"}), translations[0], target)
        return [email.subject for email in load(target)[0].emails.values()]

    assert emails() == []
    for path in ("strategies/listening", "help"):
        page = root / f"translations/es/docs/{path}.po"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("", encoding="utf-8")
    assert emails() == []  # Its texts are in no catalogue yet.
    translate(root, load(root)[0], "es", "core", lambda line: None)
    catalogue = root / "translations/es/data/emails.po"
    po = read_po(io.BytesIO(catalogue.read_bytes()))
    for message in po:
        message.string = f"«{message.id}»" if message.id else ""
    with catalogue.open("wb") as file:
        write_po(file, po, width=0, omit_header=True)
    assert emails() == ["«We meet soon»"]


def test_search_words_are_read_as_strictly_as_the_english(root):
    (root / "translations/es/search.yml").write_text(
        "- page: hlep.md\n  words: [ayuda]\n- page: help.md\n  word: [ayuda]\n", encoding="utf-8"
    )
    assert [str(problem) for problem in read_translations(root, load(root)[0])[1]] == [
        "translations/es/search.yml:1: There is no page 'hlep.md'. Did you mean 'help.md'?",
        "translations/es/search.yml:4: Unknown key 'word'. Did you mean 'words'?",
    ]
