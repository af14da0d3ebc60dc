"""What counts as naming suicide, what counts as help beside it, and which numbers a telephone takes."""

import pytest

from sitekit.checks.crisis import helpline_numbers_are_dialable, suicide_mentions_have_help_nearby
from sitekit.sources.loader import load


def told(root, *lines: str) -> list[str]:
    """Tell what is said of a page that ends in a section of these lines, from its line 18 on, with an empty line between them."""
    with (root / "docs/index.md").open("a") as page:
        page.write("\n## Part {#part}\n\n" + "\n\n".join(lines) + "\n")
    return [f"{problem.line}: {problem.message}" for problem in suicide_mentions_have_help_nearby(load(root)[0])]


@pytest.mark.parametrize(
    "words",
    [
        "suicide",
        "Suicidal",
        "self-harm",
        "self harm",
        "hurt yourself",
        "hurting themselves",
        "kill myself",
        "end your life",
        "take their own lives",
        "want to die",
    ],
)
def test_each_way_of_naming_it_is_seen(good, words):
    (fault,) = told(good, f"Some people think of this: {words}.")
    assert fault == f"18: This names '{words.lower()}', and its section has no link to help"


@pytest.mark.parametrize("words", ["It hurts.", "You can end your session.", "A cut in pay.", "Life is hard.", "The plant may die."])
def test_other_hard_words_are_not_it(good, words):
    assert told(good, words) == []


@pytest.mark.parametrize(
    "help", ["Go to [help now](help.md).", "Go to [a line](help.md#lines).", '{{ page_cards("help.md") }}', "{{ helplines() }}"]
)
def test_a_way_to_help_in_the_same_section_is_beside_it(good, help):
    assert told(good, "Thoughts of suicide.", help) == []


def test_a_part_of_a_section_needs_help_of_its_own(good):
    assert told(good, "[Help](help.md).", "### Its part {#its-part}", "Thoughts of suicide.") == [
        "22: This names 'suicide', and its section has no link to help"
    ]


def test_a_heading_has_the_help_of_its_parts(good):
    assert told(good, "### Suicide {#suicide}", "#### Help {#help}", "[Help](help.md).") == []


def test_a_section_is_told_once(good):
    assert len(told(good, "Suicide.", "And suicide again.")) == 1


def test_a_site_without_a_page_of_help_is_told_to_add_one(good):
    site = load(good)[0]
    (good / "docs/index.md").write_text((good / "docs/index.md").read_text().replace("{{ helplines() }}", "Suicide."))
    pages = {path: page for path, page in load(good)[0].pages.items() if page.meta.kind != "help"}
    (problem,) = suicide_mentions_have_help_nearby(site.model_copy(update={"pages": pages}))
    assert problem.hint == "Add a page of kind help, and link to it in this section."


def called(root, number: str, forms: str = '["###"]') -> list[str]:
    """Tell what is said of a line with this number, in a country with these forms."""
    file = root / "data/helplines.yml"
    file.write_text(
        file.read_text()
        .replace('call: "988"', f'call: "{number}"')
        .replace('emergency: ["911"]', f'emergency: ["911"]\n    forms: {forms}')
    )
    return [str(problem) for problem in helpline_numbers_are_dialable(load(root)[0])]


@pytest.mark.parametrize(
    "number, forms",
    [
        ("988", '["###"]'),
        ("116 123", '["### ###"]'),
        ("0808-808-8000", '["####-###-####"]'),
        ("1737", '["###", "####"]'),
        ("+44 20 7946 0000", '["###"]'),
    ],
)
def test_a_number_of_its_countrys_form_or_worldwide_can_be_dialled(good, number, forms):
    assert called(good, number, forms) == []


@pytest.mark.parametrize(
    "number, forms",
    [
        ("98", '["###"]'),
        ("116123", '["### ###"]'),
        ("116 1234", '["### ###"]'),
        ("+44 20", '["###"]'),
        ("+44 20 7946 0000 0000 0", '["###"]'),
        ("+0 20 7946 0000", '["###"]'),
    ],
)
def test_any_other_is_told(good, number, forms):
    (problem,) = called(good, number, forms)
    assert f"'{number}' has none of the forms of numbers in United States" in problem
