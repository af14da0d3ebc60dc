"""How files are read: what is told of one that is missing, too large or not plain text, and what is taken from it."""

import pytest

from sitekit.models.data import Phrase
from sitekit.sources.reader import MAX_BYTES, Reader, printable


def told(reader: Reader) -> list[str]:
    return [str(problem) for problem in reader.problems]


@pytest.fixture
def reader(tmp_path):
    return Reader(tmp_path)


def test_a_file_is_read_as_it_is_and_known_to_be_asked_for(reader):
    (reader.root / "a.txt").write_text("Grüße\n", encoding="utf-8")
    assert reader.text("a.txt") == "Grüße\n"
    assert (reader.requested, told(reader)) == ({"a.txt"}, [])


def test_a_missing_file_is_told_unless_it_need_not_be_there(reader):
    assert reader.text("a.txt", default="else") == "else"
    assert told(reader) == []
    assert reader.text("a.txt") is None
    assert told(reader) == ["a.txt:1: This file is missing. Put it back, or take it from the original project."]


def test_a_link_is_not_followed_even_to_nothing(reader):
    (reader.root / "a.txt").symlink_to("nowhere.txt")
    assert reader.text("a.txt", default="") is None
    assert told(reader) == ["a.txt:1: This is a link to another place. Put the file itself here; elsewhere the link may lead to nothing."]


@pytest.mark.parametrize(
    "size, problems",
    [(MAX_BYTES, []), (MAX_BYTES + 1, ["a.txt:1: This file is larger than 256 KiB. Split it, or remove what does not belong."])],
)
def test_a_file_holds_a_quarter_of_a_mebibyte(reader, size, problems):
    (reader.root / "a.txt").write_text("a" * size)
    assert (reader.text("a.txt") is None) == bool(problems)
    assert told(reader) == problems


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
            ["2: Here is a character that nobody can see (U+200B). Type the line anew; it may have come with a copied text."],
        ),
    ],
)
def test_what_is_no_plain_text_is_told_at_its_line_and_the_rest_is_kept(reader, raw, text, problems):
    (reader.root / "a.txt").write_bytes(raw)
    assert reader.text("a.txt") == text
    assert told(reader) == [f"a.txt:{problem}" for problem in problems]


def test_one_file_may_come_from_any_editor(reader):
    (reader.root / "a.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert reader.yaml("a.yml", any_editor=True).value == {"a": 1}
    assert told(reader) == []
    assert reader.yaml("a.yml").value == {"a": 1}
    assert [problem.split(".")[1] for problem in told(reader)] == [
        "yml:1: This file begins with a byte order mark",
        "yml:1: This file has the line ends of another system",
    ]


def test_files_are_found_below_a_folder_in_order_and_links_are_left_out(reader):
    for path in ("d/b.yml", "d/e/a.yml", "d/c.txt", "f.yml"):
        (reader.root / path).parent.mkdir(parents=True, exist_ok=True)
        (reader.root / path).write_text("")
    (reader.root / "d/l.yml").symlink_to("b.yml")
    assert reader.below("d", "*.yml") == ["d/b.yml", "d/e/a.yml"]
    assert (reader.symlinks, told(reader)) == (
        {"d/l.yml"},
        ["d/l.yml:1: This is a link to another place. Put the file itself here; elsewhere the link may lead to nothing."],
    )
    assert reader.below("gone") == []


def test_what_nothing_reads_is_told(reader):
    (reader.root / "d").mkdir()
    for name in ("a.yml", "b.yml"):
        (reader.root / "d" / name).write_text("")
    reader.yaml("d/a.yml")
    reader.report_unread("d")
    assert told(reader) == ["d/b.yml:1: No part of the site reads this file. Correct its name or folder, or remove it."]


def test_a_yaml_file_that_is_missing_or_broken_is_that(reader):
    (reader.root / "b.yml").write_text("a: 1\na: 2\n")
    assert reader.yaml("a.yml").is_unreadable and reader.yaml("a.yml", default="").value is None
    assert reader.yaml("b.yml").value == {"a": 1}
    assert told(reader) == [
        "a.yml:1: This file is missing. Put it back, or take it from the original project.",
        "b.yml:2: The key 'a' is written twice, first on line 1. Keep one of the two.",
    ]


def phrases(reader: Reader, text: str, **options) -> dict:
    (reader.root / "p.yml").write_text(text)
    return reader.by_id("p.yml", Phrase, "id", **options)


def test_a_list_of_records_is_known_by_its_names_and_each_knows_its_line(reader):
    found = phrases(reader, "- {id: x, when: W, say: S}\n- id: y\n  when: V\n  say: T\n")
    assert {name: (phrase.say, phrase.path, phrase.line(), phrase.line("say")) for name, phrase in found.items()} == {
        "x": ("S", "p.yml", 1, 1),
        "y": ("T", "p.yml", 2, 4),
    }
    assert (told(reader), reader.unreadable) == ([], set())


def test_an_empty_list_is_one(reader):
    assert phrases(reader, "") == {}
    assert (told(reader), reader.unreadable) == ([], set())


@pytest.mark.parametrize(
    "text, problem, faulty",
    [
        ("a: 1\n", "1: This file is not a list. Begin each entry with '- '.", "*"),
        ("- a\n", "1: Keys with values are wanted here. Write keys such as 'id: …'.", ""),
        ("- {id: x, when: W}\n", "1: The key 'say' is missing. Add 'say: …' here.", "x"),
    ],
)
def test_what_is_no_record_is_told_and_remembered_as_faulty(reader, text, problem, faulty):
    assert phrases(reader, text + ("- {id: z, when: W, say: S}\n" if text.startswith("-") else "")).keys() == (
        {"z"} if text.startswith("-") else set()
    )
    assert (told(reader), reader.unreadable) == ([f"p.yml:{problem}"], {("phrase", faulty)})


def test_a_list_that_is_broken_is_faulty_as_a_whole(reader):
    assert phrases(reader, "- [\n") == {}
    assert reader.unreadable == {("phrase", "*")} and len(told(reader)) == 1


TWICE = "- when: W\n  id: x\n  say: S\n- when: W\n  id: x\n  say: T\n"


@pytest.mark.parametrize(
    "options, mend", [({}, "Give this entry another id."), ({"duplicate_hint": "Keep one of the two."}, "Keep one of the two.")]
)
def test_of_two_records_of_one_name_the_first_stays(reader, options, mend):
    assert phrases(reader, TWICE, **options)["x"].say == "S"
    assert told(reader) == [f"p.yml:5: 'x' is used twice, first on line 2. {mend}"]


def test_a_name_that_is_no_text_can_be_printed():
    assert printable("a\udcff.md") == "a\\udcff.md"
