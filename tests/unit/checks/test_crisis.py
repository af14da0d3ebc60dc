"""Help links near mentions of suicide, in every text that a page shows, and the forms of telephone numbers."""

import pytest

from sitekit.checks import crisis
from sitekit.models.data import Helplines, TextLine
from sitekit.models.note import NoteLine, NotePart
from tests.unit.samples import claim, country, email, helpline, helplines, phrase, picture, term
from tests.unit.smallest import at, page, reported, site

ADD = "Add a page of kind help, and link to it in this section."


def mentions(*pages, **parts) -> list[str]:
    return reported(crisis.suicide_mentions_have_help_nearby(site(*pages, **parts)))


SUICIDE = (
    *("suicide", "Suicidal", "self-harm", "self harm", "hurt yourself", "hurting themselves"),
    *("kill myself", "end your life", "take their own lives", "want to die"),
)


@pytest.mark.parametrize("words", SUICIDE)
def test_each_way_of_naming_suicide_is_reported(words):
    assert mentions(page(body=f"Some people think of this: {words}.\n")) == [
        f"docs/a.md:1: This names '{words.lower()}', and its section has no link to help. {ADD}"
    ]


@pytest.mark.parametrize("words", ["It hurts.", "You can end your session.", "A cut in pay.", "Life is hard.", "The plant may die."])
def test_other_hard_words_are_accepted(words):
    assert mentions(page(body=f"{words}\n")) == []


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
        ("note_form()", {"note_parts": {"own": OWN}}),
        ("note_form()", {"note_parts": {"gone": TAKEN, "own": OWN}}),
        *(("emails()", {"emails": {"x": email(**{key: "Suicide."})}}) for key in ("subject", "text", "short", "full")),
        ("glossary()", {"terms": (term(term="Suicide"),)}),
        ("glossary()", {"terms": (term(meaning="Thoughts of suicide."),)}),
    ],
)
def test_suicide_in_a_text_that_a_macro_renders_needs_help_nearby(call, parts):
    assert mentions(page(body=f"## Part {{#part}}\n\n{{{{ {call} }}}}\n"), **parts) == [
        f"docs/a.md:3: This names 'suicide', and its section has no link to help. {ADD}"
    ]
    assert mentions(page(body="{{ related() }}\n"), **parts) == []


def test_suicide_in_a_note_line_from_another_page_needs_help_nearby():
    pages = page("b.md", "## B {#b}\n\n### Thoughts of suicide {#c}\n"), page(body="{{ note_form() }}\n")
    assert [line.split(".")[0] for line in mentions(*pages, note_parts={"taken": TAKEN})] == ["docs/b", "docs/a"]


def test_only_cited_claims_count_as_texts_of_a_list_of_sources():
    claims = {"x": claim(key="x", plain="Suicide."), "y": claim(key="y")}
    assert len(mentions(page(body='One. {{ cite("x") }}\n\n{{ sources() }}\n'), claims=claims)) == 1
    assert mentions(page(body='One. {{ cite("y") }}\n\n{{ sources() }}\n'), claims=claims) == []


@pytest.mark.parametrize("path, link", [("a.md", "aid/help.md"), ("s/a.md", "../aid/help.md")])
def test_hint_links_to_the_first_help_page_relative_to_the_page(path, link):
    help = page("help.md", kind="help"), page("aid/help.md", kind="help")
    assert mentions(page(path, "Suicide.\n"), *help) == [
        f"docs/{path}:1: This names 'suicide', and its section has no link to help. "
        f"Add a sentence such as 'If you need help now, go to [help now]({link}).'"
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
        ("Suicide.\n\n[A line](help.md#lines)\n", []),
        ("Suicide.\n\n{{ helplines() }}\n", []),
        ("## Suicide {#a}\n\n### B {#b}\n\n[Help](help.md)\n", []),
        ("## A {#a}\n\n[Help](help.md)\n\n### B {#b}\n\nSuicide.\n", [7]),
        ("Suicide.\n\nAnd suicide again.\n", [1]),
        ("Suicide.\n\n## A {#a}\n\n[Help](help.md)\n", [1]),
        ("## A {#a}\n\nSuicide.\n\n## [Help](help.md) {#b}\n", [3]),
        ("## Suicide {#a}\n\n## B {#b}\n\n[Help](help.md)\n", [1]),
        ("### Suicide {#a}\n\n## B {#b}\n\n[Help](help.md)\n", [1]),
    ],
)
def test_help_link_counts_anywhere_in_the_same_section(body, lines):
    assert [
        int(line.split(":")[1])
        for line in mentions(page(body=body), page("help.md", kind="help"), phrases={"x": phrase(say="I think of suicide.")})
    ] == lines


@pytest.mark.parametrize("key, line", [("title", 1), ("description", 2)])
def test_suicide_in_front_matter_is_reported(key, line):
    words = {key: "When thoughts of Suicide come and stay, are you alone?"}
    assert mentions(page(**words)) == [
        f"docs/a.md:{line}: '{key}' names 'suicide', where no link to help can stand. Say it on the page, with a link to help."
    ]
    assert mentions(page(kind="help", **words)) == []


def numbers_of(emergency: str = "112", call: str | None = None, text: str | None = None, note: str = "N") -> Helplines:
    line = at(4, helpline(call=call, note=note), "h.yml", call=5, note=8)
    if text:
        line = line.model_copy(update={"text": at(6, TextLine(to=text), "h.yml", to=7)})
    jersey = country(emergency=(emergency,), forms=("###", "### ###", "####-###-####", "+44 ## #### ####"), lines=(line,))
    return helplines(je=at(2, jersey, "h.yml", emergency=3))


FORMS = "### or ### ### or ####-###-#### or +44 ## #### ####"
FORM = f"has none of the forms of numbers in Jersey. Count its digits and write it as {FORMS}, or add its form to 'forms'."


@pytest.mark.parametrize(
    "numbers, problems",
    [
        ({"emergency": "999", "call": "116 123", "text": "988"}, []),
        ({"emergency": "99"}, ["h.yml:3: '99' is no emergency number. Write one of three digits, as 112."]),
        ({"call": "0808-808-8000"}, []),
        ({"call": "+44 20 7946 0000"}, []),
        *(
            ({"call": number}, [f"h.yml:5: '{number}' {FORM}"])
            for number in (
                "1161",
                "98",
                "116123",
                "116 1234",
                "+44 20",
                "+44 0917 899 8727",
                "+63 20 7946 0000",
                "+44 20 7946 0000 0000 0",
                "+0 20 7946 0000",
            )
        ),
        ({"text": "98"}, [f"h.yml:7: '98' {FORM}"]),
        ({"note": "From age 18, in 2020-2023. Or call 0808-808-8000."}, []),
        ({"note": "Or call 0808-808-80001."}, [f"h.yml:8: '0808-808-80001' {FORM}"]),
    ],
)
def test_number_in_an_unknown_form_is_reported_at_its_key(numbers, problems):
    assert reported(crisis.helpline_numbers_are_dialable(site(helplines=numbers_of(**numbers)))) == problems


def test_site_without_helplines_has_no_number_to_report():
    assert reported(crisis.helpline_numbers_are_dialable(site())) == []
