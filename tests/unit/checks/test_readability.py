"""How pages read: their hardest section, long sentences, and words that are not used."""

import pytest

from sitekit.checks import readability
from sitekit.models.data import WordingRule
from sitekit.models.emails import Moment
from sitekit.models.promises import Promise, TestMarker
from sitekit.readability import grade
from tests.unit.samples import checklist, claim, email, item, phrase, picture, term
from tests.unit.smallest import at, page, reported, site

EASY = " ".join(["The cat sat on the mat."] * 7)
HARD = " ".join(["Immediate collaboration necessitates considerable deliberation."] * 8)
HARDER = " ".join(["Incomprehensible institutional responsibilities necessitate extraordinary considerations."] * 7)


def test_hardest_section_is_returned_with_its_grade():
    found = page(body=f"{EASY}\n\n## A {{#a}}\n\n{HARDER}\n\n## B {{#b}}\n\n{HARD}\n\n## C {{#c}}\n\n{EASY}\n")
    assert readability.hardest_section(site(), found) == ("a", round(grade(["A", HARDER]), 1))


def test_texts_of_a_section_are_graded_together():
    found = page(body=f"## A {{#a}}\n\n{EASY}\n\n{HARDER}\n\n## B {{#b}}\n\n{HARD}\n")
    assert readability.hardest_section(site(), found)[0] == "b"


@pytest.mark.parametrize("words, section", [(38, ""), (39, "a"), (40, "a")])
def test_section_of_fewer_than_forty_words_is_not_graded(words, section):
    # Its heading is one word of it.
    found = page(body=f"## A {{#a}}\n\n{' '.join(['responsibility'] * words)}.\n")
    assert readability.hardest_section(site(), found)[0] == section


def test_page_of_short_sections_has_no_hardest_section():
    assert readability.hardest_section(site(), page(body="Short.\n")) == ("", 0.0)


def test_checklist_counts_in_the_section_that_shows_it():
    found = page(body=f'## A {{#a}}\n\n{EASY}\n\n## B {{#b}}\n\n{{{{ checklist("fair", "client") }}}}\n')
    shown = site(found, checklists={"fair": checklist(item("x", client=HARDER))})
    assert readability.hardest_section(shown, found)[0] == "b"
    (problem,) = reported(readability.reading_grade_is_within_limit(shown))
    assert "its hardest section 'b' at" in problem


def test_page_above_its_grade_is_reported_with_its_hardest_section():
    found = page(body=f"## A {{#a}}\n\n{HARDER}\n")
    found_grade = round(grade(["A", HARDER]), 1)
    assert reported(readability.reading_grade_is_within_limit(site(found))) == [
        f"docs/a.md:1: This page reads at grade {found_grade}, its hardest section 'a' at {found_grade}. "
        "Shorten words and sentences until it is at most 6.0."
    ]
    assert reported(readability.reading_grade_is_within_limit(site(page(body=f"{EASY}\n")))) == []


@pytest.mark.parametrize("kind, count", [("about", 26), ("therapists", 0)])
def test_sentence_of_more_than_twenty_five_words_on_a_client_page_is_reported(kind, count):
    for words in (25, 26):
        found = page(body=f"Short.\n\nOne two three four five six{' x' * (words - 6)}. Short.\n", kind=kind)
        assert reported(readability.sentences_are_short(site(page("t.md", kind="therapists"), found))) == (
            [f"docs/a.md:3: The sentence 'One two three four five …' has {words} words. Write at most 25; make two of it."]
            if words == count
            else []
        )


EVERYWHERE = WordingRule(id="x", forms=("utilise", "utilize"), because="there is a shorter word", instead="'use'", everywhere=True)
FOR_CLIENTS = WordingRule(id="y", forms=("dose (x)",), because="it puzzles", instead="'how much'", everywhere=False)


def words_in(*pages, **parts) -> list[str]:
    return reported(readability.wording_rules_are_followed(site(*pages, wording_rules={"x": EVERYWHERE, "y": FOR_CLIENTS}, **parts)))


def test_unwanted_word_is_reported_in_the_form_found():
    problem = "We do not write 'utilize': there is a shorter word. Write 'use'."
    assert words_in(page(body="One.\n\n## We UTILIZE {#a}\n\n- You utilize it, and utilise it.\n")) == [
        f"docs/a.md:3: {problem}",
        f"docs/a.md:5: {problem}",
    ]
    assert words_in(page(title="Utilize", description="Utilize this, as it is what this page tells of, in short.")) == [
        f"docs/a.md:1: {problem}",
        f"docs/a.md:2: {problem}",
    ]
    assert words_in(page(body="Utilized and reutilize.\n")) == []


RECORDS = [
    ("checklists", lambda text: checklist(item("x", 2, client=text)), "data/checklists/fair.yml:3", True),
    ("checklists", lambda text: checklist(item("x", 2, therapist=text)), "data/checklists/fair.yml:4", False),
    ("phrases", lambda text: at(1, phrase(say=text), say=3), "data/x.yml:3", True),
    ("claims", lambda text: at(1, claim(plain=text), plain=4), "data/x.yml:4", True),
    ("emails", lambda text: at(1, email(subject=text), subject=2), "data/x.yml:2", True),
    ("emails", lambda text: at(1, email(full=text), full=5), "data/x.yml:5", True),
    ("moments", lambda text: at(1, Moment(id="x", phase="begun", when="W", page="a.md", why=text), why=5), "data/x.yml:5", False),
    ("promises", lambda text: at(1, Promise(id="x", group="G", say=text), say=3), "data/x.yml:3", True),
    ("promises", lambda text: at(1, Promise(id="x", group="G", say="S", limit=text), limit=4), "data/x.yml:4", True),
    ("pictures", lambda text: at(1, picture(caption=text), caption=3), "data/x.yml:3", True),
    ("pictures", lambda text: at(1, picture(alt=text), alt=2), "data/x.yml:2", True),
]


@pytest.mark.parametrize("part, record, place, client", RECORDS)
def test_wording_rules_apply_to_every_text_for_readers(part, record, place, client):
    puzzling = [f"{place}: We do not write 'dose (x': it puzzles. Write 'how much'."]
    hard = [f"{place}: We do not write 'utilise': there is a shorter word. Write 'use'."]
    assert words_in(**{part: {"x": record("Utilise it.")}}) == hard
    forms = FOR_CLIENTS.model_copy(update={"forms": ("dose (x",)})
    found = site(**{part: {"x": record("A dose (x) a day.")}}, wording_rules={"y": forms})
    assert reported(readability.wording_rules_are_followed(found)) == (puzzling if client else [])


def test_wording_rule_for_clients_does_not_apply_to_therapist_pages():
    puzzling = {"y": FOR_CLIENTS.model_copy(update={"forms": ("dose",)})}
    found = site(page("a.md", "A dose.\n"), page("b.md", "A dose.\n", kind="therapists"), wording_rules=puzzling)
    assert reported(readability.wording_rules_are_followed(found)) == ["docs/a.md:1: We do not write 'dose': it puzzles. Write 'how much'."]


def test_wording_rule_for_clients_does_not_apply_to_the_glossary():
    puzzling = {"y": FOR_CLIENTS.model_copy(update={"forms": ("dose",)})}
    assert (
        reported(readability.wording_rules_are_followed(site(terms=(at(1, term(meaning="A dose."), meaning=3),), wording_rules=puzzling)))
        == []
    )
    assert words_in(terms=(at(1, term(meaning="Utilise it."), meaning=3),)) == [
        "data/x.yml:3: We do not write 'utilise': there is a shorter word. Write 'use'."
    ]


def test_wording_rules_apply_once_to_the_description_of_a_test():
    marker = TestMarker("x", "tests/test_it.py", 3, "It.", True, "We look for a dose.")
    found = site(
        test_markers=(marker, marker, marker._replace(line=7, says=None)),
        wording_rules={"y": FOR_CLIENTS.model_copy(update={"forms": ("dose",)})},
    )
    assert reported(readability.wording_rules_are_followed(found)) == [
        "tests/test_it.py:3: We do not write 'dose': it puzzles. Write 'how much'."
    ]


SHORT = "It is so. "
LONG = "It is so, and it has been so since the very first day. "


@pytest.mark.parametrize(
    "body, reported_lines",
    [
        (SHORT * 4 + LONG + SHORT * 4, []),
        (SHORT * 5, [1]),
        (SHORT * 3 + "\n\n" + SHORT * 2, [3]),
        (SHORT * 3 + "\n\n- A.\n\nThen: " + SHORT * 2, []),
        (LONG + "\n\n## How sure are we {#how-sure-are-we}\n\n" + SHORT * 6, []),
    ],
)
def test_long_run_of_short_sentences_is_reported(body, reported_lines):
    found = list(readability.short_sentences_vary(site(page("a.md", body, kind="about"))))
    assert [problem.line for problem in found] == reported_lines
    assert {problem.message for problem in found} <= {"Here are more than 4 sentences of 8 words or fewer in a row, from 'It is so.' on"}


def test_short_sentences_of_easy_read_and_of_therapists_pages_are_no_problem():
    pages = page("easy-read/index.md", SHORT * 9), page("t.md", SHORT * 9, kind="therapists")
    assert list(readability.short_sentences_vary(site(*pages))) == []


def test_words_that_stand_often_are_advice_with_their_lines():
    body = "\n\n".join(["You can go."] * 7)
    assert reported(readability.advice(site(page("a.md", body)))) == [
        "docs/a.md:1: 'you can' stands here 7 times, on lines 1, 3, 5, 7, 9, 11, 13. Say some of them another way."
    ]
