"""How pages read: where they are hardest, how long sentences are, which words we do not write."""

import pytest

from sitekit import readability
from sitekit.checks import readability
from sitekit.models.data import Checklist, Claim, Item, Phrase, Picture, Term
from sitekit.models.emails import Email, Moment
from sitekit.models.promises import Promise, TestMarker
from tests.unit.smallest import at, page, site, told

EASY = " ".join(["The cat sat on the mat."] * 7)
HARD = " ".join(["Immediate collaboration necessitates considerable deliberation."] * 8)
HARDER = " ".join(["Incomprehensible institutional responsibilities necessitate extraordinary considerations."] * 7)


def test_the_hardest_section_is_named_with_its_grade():
    found = page(body=f"{EASY}\n\n## A {{#a}}\n\n{HARDER}\n\n## B {{#b}}\n\n{HARD}\n\n## C {{#c}}\n\n{EASY}\n")
    assert readability.worst_section(site(), found) == ("a", round(readability.grade(["A", HARDER]), 1))


def test_the_parts_of_a_section_are_weighed_together():
    found = page(body=f"## A {{#a}}\n\n{EASY}\n\n{HARDER}\n\n## B {{#b}}\n\n{HARD}\n")
    assert readability.worst_section(site(), found)[0] == "b"


@pytest.mark.parametrize("words, section", [(38, ""), (39, "a"), (40, "a")])
def test_a_section_of_less_than_forty_words_says_little(words, section):
    # Its heading is one word of it.
    found = page(body=f"## A {{#a}}\n\n{' '.join(['responsibility'] * words)}.\n")
    assert readability.worst_section(site(), found)[0] == section


def test_a_page_without_a_section_of_some_length_has_no_hardest():
    assert readability.worst_section(site(), page(body="Short.\n")) == ("", 0.0)


def test_a_checklist_counts_where_it_is_shown():
    hard = at(1, Checklist(title="L", items=(Item(id="x", client=HARDER, therapist="T."),)), "data/checklists/l.yml")
    found = page(body=f'## A {{#a}}\n\n{EASY}\n\n## B {{#b}}\n\n{{{{ checklist("l", "client") }}}}\n')
    shown = site(found, checklists={"l": hard})
    assert readability.worst_section(shown, found)[0] == "b"
    (problem,) = told(readability.pages_read_easily(shown))
    assert "its hardest section 'b' at" in problem


def test_a_hard_page_is_told_with_its_hardest_section():
    found = page(body=f"## A {{#a}}\n\n{HARDER}\n")
    grade = round(readability.grade(["A", HARDER]), 1)
    assert told(readability.pages_read_easily(site(found))) == [
        f"docs/a.md:1: This page reads at grade {grade}, its hardest section 'a' at {grade}. Shorten words and sentences until it is at most 6.0."
    ]
    assert told(readability.pages_read_easily(site(page(body=f"{EASY}\n")))) == []


@pytest.mark.parametrize("kind, count", [("about", 26), ("therapists", 0)])
def test_a_sentence_on_a_client_page_holds_twenty_five_words(kind, count):
    for words in (25, 26):
        found = page(body=f"Short.\n\nOne two three four five six{' x' * (words - 6)}. Short.\n", kind=kind)
        assert told(readability.sentences_are_short(site(page("t.md", kind="therapists"), found))) == (
            [f"docs/a.md:3: The sentence 'One two three four five …' has {words} words. Write at most 25; make two of it."]
            if words == count
            else []
        )


EVERYWHERE = WordingRule(id="x", forms=("utilise", "utilize"), because="there is a shorter word", instead="'use'", everywhere=True)
FOR_CLIENTS = WordingRule(id="y", forms=("dose (x)",), because="it puzzles", instead="'how much'", everywhere=False)


def words_in(*pages, **parts) -> list[str]:
    return told(readability.words_are_kind_and_plain(site(*pages, words={"x": EVERYWHERE, "y": FOR_CLIENTS}, **parts)))


def test_a_word_we_do_not_write_is_told_as_it_is_written():
    fault = "We do not write 'utilize': there is a shorter word. Write 'use'."
    assert words_in(page(body="One.\n\n## We UTILIZE {#a}\n\n- You utilize it, and utilise it.\n")) == [
        f"docs/a.md:3: {fault}",
        f"docs/a.md:5: {fault}",
    ]
    assert words_in(page(title="Utilize", description="Utilize this, as it is what this page tells of, in short.")) == [
        f"docs/a.md:1: {fault}",
        f"docs/a.md:2: {fault}",
    ]
    assert words_in(page(body="Utilized and reutilize.\n")) == []


CLAIM = dict(key="k", topic="T", reference="R", shows="gap", does_not_show="D", sureness="low", checked="seen")
RECORDS = [
    (
        "checklists",
        lambda text: at(1, Checklist(title="L", items=(at(2, Item(id="x", client=text, therapist="T."), client=3),)), "data/x.yml"),
        3,
        True,
    ),
    (
        "checklists",
        lambda text: at(1, Checklist(title="L", items=(at(2, Item(id="x", client="C.", therapist=text), therapist=4),)), "data/x.yml"),
        4,
        False,
    ),
    ("phrases", lambda text: at(1, Phrase(id="x", when="W", log=text), log=3), 3, True),
    ("claims", lambda text: at(1, Claim(plain=text, **CLAIM), plain=4), 4, True),
    (
        "emails",
        lambda text: at(1, Email(id="x", moment="M", page="a.md", subject=text, short="S", medium="M", long="L"), subject=2),
        2,
        True,
    ),
    (
        "emails",
        lambda text: at(1, Email(id="x", moment="M", page="a.md", subject="S", short="S", medium=text, long="L"), medium=5),
        5,
        True,
    ),
    ("moments", lambda text: at(1, Moment(id="x", phase="begun", when="W", page="a.md", why=text), why=5), 5, False),
    ("promises", lambda text: at(1, Promise(id="x", group="G", log=text), log=3), 3, True),
    ("promises", lambda text: at(1, Promise(id="x", group="G", say="S", limit=text), limit=4), 4, True),
    ("pictures", lambda text: at(1, Picture(id="x", alt="A", caption=text), caption=3), 3, True),
    ("pictures", lambda text: at(1, Picture(id="x", alt=text, caption="C"), alt=2), 2, True),
]


@pytest.mark.parametrize("part, record, line, client", RECORDS)
def test_every_text_a_reader_meets_is_looked_at(part, record, line, client):
    puzzling = [f"data/x.yml:{line}: We do not write 'dose (x': it puzzles. Write 'how much'."]
    hard = [f"data/x.yml:{line}: We do not write 'utilise': there is a shorter word. Write 'use'."]
    assert words_in(**{part: {"x": record("Utilise it.")}}) == hard
    forms = FOR_CLIENTS.model_copy(update={"forms": ("dose (x",)})
    found = site(**{part: {"x": record("A dose (x) a day.")}}, words={"y": forms})
    assert told(readability.words_are_kind_and_plain(found)) == (puzzling if client else [])


def test_only_pages_for_clients_avoid_words_that_only_puzzle_clients():
    puzzling = {"y": FOR_CLIENTS.model_copy(update={"forms": ("dose",)})}
    found = site(page("a.md", "A dose.\n"), page("b.md", "A dose.\n", kind="therapists"), words=puzzling)
    assert told(readability.words_are_kind_and_plain(found)) == ["docs/a.md:1: We do not write 'dose': it puzzles. Write 'how much'."]


def test_the_glossary_may_explain_a_hard_word():
    puzzling = {"y": FOR_CLIENTS.model_copy(update={"forms": ("dose",)})}
    assert (
        told(
            readability.words_are_kind_and_plain(
                site(terms=(at(1, Term(term="t", group="G", meaning="A dose."), meaning=3),), words=puzzling)
            )
        )
        == []
    )
    assert words_in(terms=(at(1, Term(term="t", group="G", meaning="Utilise it."), meaning=3),)) == [
        "data/x.yml:3: We do not write 'utilise': there is a shorter word. Write 'use'."
    ]


def test_what_a_test_says_to_readers_is_looked_at_once():
    mark = TestMarker("x", "tests/test_it.py", 3, "It.", True, "We look for a dose.")
    found = site(
        test_markers=(mark, mark, mark._replace(line=7, says=None)), words={"y": FOR_CLIENTS.model_copy(update={"forms": ("dose",)})}
    )
    assert told(readability.words_are_kind_and_plain(found)) == [
        "tests/test_it.py:3: We do not write 'dose': it puzzles. Write 'how much'."
    ]
