"""The wizard asks for practice.yml and checks each answer; editors complete its keys by a schema."""

from sitekit.cli import schema
from sitekit.commands.wizard import ask
from sitekit.sources.loader import load
from tests.conftest import ROOT


def answer(good, *lines: str) -> list[str]:
    """Answer the questions in order, with Enter for the rest, and return the output."""
    left, output = list(lines), []
    ask(good, read=lambda prompt: left.pop(0) if left else "", log=output.append)
    return output


def test_answers_are_written(good):
    output = answer(good, "Nowak & Söhne", "https://trust.nowak.example/", "020 7946 0018", "", "", "", "us", "50", "in person, online")
    assert load(good)[1] == []
    assert (
        (good / "practice.yml")
        .read_text()
        .endswith(
            "country: us\nname: Nowak & Söhne\naddress: https://trust.nowak.example/\ncontact:\n  phone: 020 7946 0018\n"
            "sessions:\n  minutes: 50\n  where:\n  - in person\n  - online\n"
        )
    )
    assert output[-2] == "Written: practice.yml. See it with: make serve"
    assert output[-1].startswith("The file can say more: ")


def test_invalid_answer_is_reported_and_asked_for_again(good):
    output = answer(good, "A", "", "12 x", "123")
    assert "'12 x' does not fit 'phone'. Write a telephone number of digits, spaces and hyphens." in output
    assert load(good)[0].practice.contact.phone == "123"


def test_dash_removes_a_key(good):
    answer(good, "", "", "", "", "", "", "-")
    assert load(good)[0].practice.country is None


def test_list_of_records_is_kept_and_not_asked(good):
    photo = "photos:\n- file: assets/pictures/ear.svg\n  shows: The way in\n  alt: A door.\n"
    (good / "practice.yml").write_text("country: us\n" + photo)
    asked: list[str] = []
    assert ask(good, read=lambda prompt: asked.append(prompt) or "", log=print) == []
    assert [prompt for prompt in asked if "photo" in prompt] == []
    assert (good / "practice.yml").read_text().endswith(photo)


def test_end_of_input_leaves_the_file_as_it_was(good):
    before = (good / "practice.yml").read_text()

    def read(prompt: str) -> str:
        if prompt.startswith("Address where this copy"):
            raise EOFError
        return "A"

    assert ask(good, read=read, log=lambda line: None) == []
    assert (good / "practice.yml").read_text() == before


def test_unreadable_file_is_reported_and_nothing_is_asked(good):
    (good / "practice.yml").write_text("[\n")
    problems = ask(good, read=lambda prompt: 1 / 0, log=print)
    assert [(problem.path, problem.line) for problem in problems] == [("practice.yml", 2)]


def test_schema_for_editors_is_current():
    assert (ROOT / "sitekit/schema/practice.schema.json").read_text() == schema(), "Run python -m sitekit schema."
