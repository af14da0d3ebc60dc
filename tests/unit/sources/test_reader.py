"""The reader returns text, YAML and records, and reports every file that is missing, too large or not plain text."""

import pytest

from sitekit.models.data import Phrase
from sitekit.sources.reader import MAX_BYTES, Reader, printable


def messages(reader: Reader) -> list[str]:
    return [str(problem) for problem in reader.problems]


@pytest.fixture
def reader(tmp_path):
    return Reader(tmp_path)


def test_text_is_unchanged_and_path_is_requested(reader):
    (reader.root / "a.txt").write_text("Grüße\n", encoding="utf-8")
    assert reader.text("a.txt") == "Grüße\n"
    assert (reader.requested, messages(reader)) == ({"a.txt"}, [])


def test_missing_file_without_default_is_reported(reader):
    assert reader.text("a.txt", default="else") == "else"
    assert messages(reader) == []
    assert reader.text("a.txt") is None
    assert messages(reader) == ["a.txt:1: This file is missing. Put it back, or take it from the original project."]


def test_symlink_is_reported(reader):
    (reader.root / "a.txt").symlink_to("nowhere.txt")
    assert reader.text("a.txt", default="") is None
    assert messages(reader) == [
        "a.txt:1: This is a link to another place. Put the file itself here; elsewhere the link may lead to nothing."
    ]


@pytest.mark.parametrize(
    "size, problems",
    [(MAX_BYTES, []), (MAX_BYTES + 1, ["a.txt:1: This file is larger than 256 KiB. Split it, or remove what does not belong."])],
)
def test_large_file_is_reported(reader, size, problems):
    (reader.root / "a.txt").write_text("a" * size)
    assert (reader.text("a.txt") is None) == bool(problems)
    assert messages(reader) == problems


@pytest.mark.parametrize(
    "raw, text, problems",
    [
        (b"a\nb\n\xff", None, ["3: This file is not UTF-8 text. Save it as UTF-8 in your editor."]),
        (b"\xef\xbb\xbfa", "a", ["1: This file begins with a byte order mark. Save it as UTF-8 without a mark (BOM) in your editor."]),
        (
            b"a\nb\r\nc\rd",
            "a\nb\nc\nd",
            ["2: This file has the line ends of another system. Save it with line ends LF in your editor, so that updates can be merged."],
        ),
        (
            b"a\nb\xe2\x80\x8bc",
            "a\nbc",
            ["2: Here is a character that nobody can see (U+200B). Type the line again; the character may have come with copied text."],
        ),
    ],
)
def test_text_with_wrong_characters_is_reported_and_corrected(reader, raw, text, problems):
    (reader.root / "a.txt").write_bytes(raw)
    assert reader.text("a.txt") == text
    assert messages(reader) == [f"a.txt:{problem}" for problem in problems]


def test_any_editor_accepts_byte_order_mark_and_line_ends(reader):
    (reader.root / "a.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert reader.yaml("a.yml", any_editor=True).value == {"a": 1}
    assert messages(reader) == []
    assert reader.yaml("a.yml").value == {"a": 1}
    assert [problem.split(".")[1] for problem in messages(reader)] == [
        "yml:1: This file begins with a byte order mark",
        "yml:1: This file has the line ends of another system",
    ]


def test_files_below_a_folder_are_sorted_without_symlinks(reader):
    for path in ("d/b.yml", "d/e/a.yml", "d/c.txt", "f.yml"):
        (reader.root / path).parent.mkdir(parents=True, exist_ok=True)
        (reader.root / path).write_text("")
    (reader.root / "d/l.yml").symlink_to("b.yml")
    assert reader.below("d", "*.yml") == ["d/b.yml", "d/e/a.yml"]
    assert (reader.symlinks, messages(reader)) == (
        {"d/l.yml"},
        ["d/l.yml:1: This is a link to another place. Put the file itself here; elsewhere the link may lead to nothing."],
    )
    assert reader.below("gone") == []


def test_unread_file_is_reported(reader):
    (reader.root / "d").mkdir()
    for name in ("a.yml", "b.yml"):
        (reader.root / "d" / name).write_text("")
    reader.yaml("d/a.yml")
    reader.report_unread("d")
    assert messages(reader) == ["d/b.yml:1: No part of the site reads this file. Correct its name or folder, or remove it."]


def test_missing_yaml_file_is_unreadable(reader):
    (reader.root / "b.yml").write_text("a: 1\na: 2\n")
    assert reader.yaml("a.yml").is_unreadable and reader.yaml("a.yml", default="").value is None
    assert reader.yaml("b.yml").value == {"a": 1}
    assert messages(reader) == [
        "a.yml:1: This file is missing. Put it back, or take it from the original project.",
        "b.yml:2: The key 'a' is written twice, first on line 1. Keep one of the two.",
    ]


def phrases(reader: Reader, text: str, **options) -> dict:
    (reader.root / "p.yml").write_text(text)
    return reader.by_id("p.yml", Phrase, "id", **options)


def test_records_have_keys_and_lines(reader):
    found = phrases(reader, "- {id: x, when: W, say: S}\n- id: y\n  when: V\n  say: T\n")
    assert {name: (phrase.say, phrase.path, phrase.line(), phrase.line("say")) for name, phrase in found.items()} == {
        "x": ("S", "p.yml", 1, 1),
        "y": ("T", "p.yml", 2, 4),
    }
    assert (messages(reader), reader.unreadable) == ([], set())


def test_list_may_be_empty_and_an_emptied_file_is_reported(reader):
    assert phrases(reader, "[]\n") == {}
    assert (messages(reader), reader.unreadable) == ([], set())
    assert phrases(reader, "# Emptied.\n") == {}
    message = "p.yml:1: This file is empty. Put its entries back, or write [] where there are none."
    assert (messages(reader), reader.unreadable) == ([message], {("phrase", "*")})


@pytest.mark.parametrize(
    "text, problem, unreadable",
    [
        ("a: 1\n", "1: This file is not a list. Begin each entry with '- '.", "*"),
        ("- a\n", "1: Keys with values are expected here. Write keys such as 'id: …'.", ""),
        ("- {id: x, when: W}\n", "1: The key 'say' is missing. Add 'say: …' here.", "x"),
    ],
)
def test_invalid_entry_is_reported_and_unreadable(reader, text, problem, unreadable):
    assert phrases(reader, text + ("- {id: z, when: W, say: S}\n" if text.startswith("-") else "")).keys() == (
        {"z"} if text.startswith("-") else set()
    )
    assert (messages(reader), reader.unreadable) == ([f"p.yml:{problem}"], {("phrase", unreadable)})


def test_unreadable_list_is_unreadable_as_a_whole(reader):
    assert phrases(reader, "- [\n") == {}
    assert reader.unreadable == {("phrase", "*")} and len(messages(reader)) == 1


TWICE = "- when: W\n  id: x\n  say: S\n- when: W\n  id: x\n  say: T\n"


@pytest.mark.parametrize(
    "options, hint", [({}, "Give this entry another id."), ({"duplicate_hint": "Keep one of the two."}, "Keep one of the two.")]
)
def test_second_record_of_a_key_is_reported(reader, options, hint):
    assert phrases(reader, TWICE, **options)["x"].say == "S"
    assert messages(reader) == [f"p.yml:5: 'x' is used twice, first on line 2. {hint}"]


def test_name_that_is_no_text_is_printable():
    assert printable("a\udcff.md") == "a\\udcff.md"
