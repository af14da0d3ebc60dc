"""Help stands beside every mention of suicide, whatever brings it to the page, and each number has its country's form."""

import pytest

from sitekit.checks import crisis
from sitekit.models.data import Claim, Country, Directory, Helpline, Helplines, Phrase, Picture, Term, TextLine
from sitekit.models.emails import Email
from sitekit.models.note import NoteLine, NotePart
from tests.unit.smallest import DAY, at, page, site, told

ADD = "Add a page of kind help, and link to it in this section."


def beside(*pages, **parts) -> list[str]:
    return told(crisis.help_stands_beside_every_mention_of_suicide(site(*pages, **parts)))


def phrase(**changed) -> Phrase:
    return Phrase(**{"id": "x", "when": "W", "say": "S"} | changed)


def picture(**changed) -> Picture:
    return Picture(**{"id": "x", "alt": "A", "caption": "C"} | changed)


def claim(**changed) -> Claim:
    told = {
        "key": "x",
        "topic": "T",
        "reference": "R",
        "shows": "gap",
        "plain": "P",
        "does_not_show": "D",
        "sureness": "low",
        "checked": "seen",
    }
    return Claim(**told | changed)


def email(**changed) -> Email:
    return Email(**{"id": "x", "moment": "M", "page": "a.md", "subject": "S", "short": "S", "medium": "M", "long": "L"} | changed)


def term(**changed) -> Term:
    return Term(**{"term": "T", "group": "G", "meaning": "M"} | changed)


OWN = NotePart(id="own", title="T", ask="A?", lines=(NoteLine(id="x", say="Thoughts of suicide."),))
TAKEN = NotePart(id="taken", title="T", ask="A?", page="b.md")


@pytest.mark.parametrize(
    "call, parts",
    [
        ('phrases("x")', {"phrases": {"x": phrase(say="I think of suicide.")}}),
        ('phrases("gone", "x")', {"phrases": {"x": phrase(when="Thoughts of suicide.")}}),
        ('picture("x")', {"pictures": {"x": picture(alt="Suicide.")}}),
        ('picture("gone", "x")', {"pictures": {"x": picture(caption="Suicide.")}}),
        *(("ledger()", {"claims": {"x": claim(**{key: "Suicide."})}}) for key in ("topic", "plain", "does_not_show")),
        ("note_form()", {"note": {"own": OWN}}),
        ("note_form()", {"note": {"gone": TAKEN, "own": OWN}}),
        *(("emails()", {"emails": {"x": email(**{key: "Suicide."})}}) for key in ("subject", "short", "medium", "long")),
        ("glossary()", {"terms": (term(term="Suicide"),)}),
        ("glossary()", {"terms": (term(meaning="Thoughts of suicide."),)}),
    ],
)
def test_what_a_macro_brings_to_a_page_may_name_it(call, parts):
    assert beside(page(body=f"## Part {{#part}}\n\n{{{{ {call} }}}}\n"), **parts) == [
        f"docs/a.md:3: This names 'suicide', and its section has no link to help. {ADD}"
    ]
    assert beside(page(body="{{ related() }}\n"), **parts) == []


def test_a_line_the_note_takes_from_a_page_may_name_it():
    pages = page("b.md", "## B {#b}\n\n### Thoughts of suicide {#c}\n"), page(body="{{ note_form() }}\n")
    assert [line.split(".")[0] for line in beside(*pages, note={"taken": TAKEN})] == ["docs/b", "docs/a"]


def test_only_the_sources_a_page_cites_are_brought_to_it():
    claims = {"x": claim(plain="Suicide."), "y": claim(key="y")}
    assert len(beside(page(body='One. {{ cite("x") }}\n\n{{ sources() }}\n'), claims=claims)) == 1
    assert beside(page(body='One. {{ cite("y") }}\n\n{{ sources() }}\n'), claims=claims) == []


@pytest.mark.parametrize("path, way", [("a.md", "aid/help.md"), ("s/a.md", "../aid/help.md")])
def test_the_first_page_of_help_is_named_as_a_link_would_lead_there(path, way):
    help = page("help.md", kind="help"), page("aid/help.md", kind="help")
    assert beside(page(path, "Suicide.\n"), *help) == [
        f"docs/{path}:1: This names 'suicide', and its section has no link to help. Add a sentence such as 'If you need help now, go to [help now]({way}).'"
    ]


@pytest.mark.parametrize(
    "body, lines",
    [
        ("Suicide.\n" + "\n" * 100 + "[Help](help.md)\n", []),
        ("## A {#a}\n\nSuicide.\n" + "\n" * 100 + "[Help](help.md)\n", []),
        ("## A {#a}\n\nWords.\n\n## Suicide {#b}\n\n[Help](help.md)\n", []),
        ("## Suicide: [help](help.md) {#a}\n", []),
        ("## Suicide {#a}\n\n[Help](help.md)\n\n## B {#b}\n\n{{ related() }}\n", []),
        ("## A {#a}\n\nSuicide. [Help](help.md)\n\n## B {#b}\n\n{{ related() }}\n", []),
        ('## A {#a}\n\n{{ phrases("x") }}\n\n[Help](help.md)\n\n## B {#b}\n\n{{ related() }}\n', []),
        ("Suicide.\n\n## A {#a}\n\n[Help](help.md)\n", [1]),
        ("## A {#a}\n\nSuicide.\n\n## [Help](help.md) {#b}\n", [3]),
        ("## Suicide {#a}\n\n## B {#b}\n\n[Help](help.md)\n", [1]),
        ("### Suicide {#a}\n\n## B {#b}\n\n[Help](help.md)\n", [1]),
    ],
)
def test_beside_is_in_the_same_section_however_long(body, lines):
    assert [
        int(line.split(":")[1])
        for line in beside(page(body=body), page("help.md", kind="help"), phrases={"x": phrase(say="I think of suicide.")})
    ] == lines


@pytest.mark.parametrize("key, line", [("title", 1), ("description", 2)])
def test_no_help_can_stand_beside_what_lists_and_searches_show(key, line):
    words = {key: "When thoughts of Suicide come and stay, you are not alone."}
    assert beside(page(**words)) == [
        f"docs/a.md:{line}: '{key}' names 'suicide', and no help can stand beside it. Say it on the page, with a link to help."
    ]
    assert beside(page(kind="help", **words)) == []


def country(emergency: str = "112", call: str | None = None, text: str | None = None) -> Helplines:
    line = at(
        4,
        Helpline(
            id="l",
            name="L",
            hours="H",
            source="https://s.example/",
            checked=DAY,
            verified=True,
            call=call,
            text=at(6, TextLine(to=text), "h.yml", to=7) if text else None,
        ),
        "h.yml",
        call=5,
    )
    directory = Directory(name="D", url="https://d.example/", note="N", source="https://s.example/", checked=DAY, verified=True)
    return Helplines(
        countries={
            "je": at(2, Country(name="Jersey", emergency=(emergency,), forms=("###", "### ###"), lines=(line,)), "h.yml", emergency=3)
        },
        elsewhere=directory,
    )


FORM = "has none of the forms of numbers in Jersey. Count its digits and write it as ### or ### ###, or add its form to 'forms'."


@pytest.mark.parametrize(
    "numbers, problems",
    [
        ({"emergency": "999", "call": "116 123", "text": "988"}, []),
        ({"emergency": "99"}, ["h.yml:3: '99' is no emergency number. Write one of three digits, as 112."]),
        ({"call": "1161"}, [f"h.yml:5: '1161' {FORM}"]),
        ({"text": "98"}, [f"h.yml:7: '98' {FORM}"]),
    ],
)
def test_a_number_that_cannot_be_dialled_is_told_where_it_stands(numbers, problems):
    assert told(crisis.every_number_can_be_dialled(site(helplines=country(**numbers)))) == problems


def test_without_help_lines_there_is_no_number():
    assert told(crisis.every_number_can_be_dialled(site())) == []
