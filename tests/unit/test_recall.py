"""What was read once is not read again, by this process or the next, and never in place of something else."""

import os

import pytest

from sitekit import recall
from sitekit.load import MEMORY, load
from sitekit.recall import forget, recalled

READ = []


def words(text: str, path: str = "") -> list[str]:
    READ.append(text)
    return text.split()


def letters(text: str) -> list[str]:
    READ.append(text)
    return list(text)


def refuses(text: str) -> None:
    READ.append(text)
    raise SyntaxError(text)


@pytest.fixture(autouse=True)
def next_command():
    """Begin as a new process does, which has read nothing; call it to begin again."""
    def begin():
        recalled.cache_clear()
        recall._memory.cache_clear()
        READ.clear()

    begin()
    yield begin
    begin()


def test_a_process_reads_a_text_once(tmp_path):
    for folder in (None, tmp_path):
        assert [recalled(folder, words, "a b"), recalled(folder, words, "a b")] == [["a", "b"]] * 2
    assert READ == ["a b", "a b"]


def test_the_next_command_takes_what_this_one_read(tmp_path, next_command):
    recalled(tmp_path, words, "a b")
    next_command()
    assert recalled(tmp_path, words, "a b") == ["a", "b"]
    assert READ == []


def test_another_text_place_or_reader_is_read_for_itself(tmp_path):
    assert recalled(tmp_path, words, "ab") == ["ab"]
    assert recalled(tmp_path, words, "a b") == ["a", "b"]
    assert recalled(tmp_path, words, "ab", "elsewhere.md") == ["ab"]
    assert recalled(tmp_path, letters, "ab") == ["a", "b"]
    assert READ == ["ab", "a b", "ab", "ab"]


def test_what_cannot_be_read_is_told_each_time(tmp_path):
    for _ in range(2):
        with pytest.raises(SyntaxError, match="no"):
            recalled(tmp_path, refuses, "no")
    assert list(tmp_path.iterdir()) == []


def test_a_file_cut_short_is_as_if_never_written(tmp_path, next_command):
    recalled(tmp_path, words, "a b")
    next(tmp_path.iterdir()).write_bytes(b"\x80")
    next_command()
    assert recalled(tmp_path, words, "a b") == ["a", "b"]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "taken").write_text("a file")
    assert recalled(tmp_path / "taken", words, "a b") == ["a", "b"]
    assert READ == ["a b"]


def test_what_changed_since_is_forgotten_in_time(tmp_path, next_command, monkeypatch):
    monkeypatch.setattr(recall, "_SPARE", 1)
    for number in range(3):
        recalled(tmp_path, words, f"edition {number}")
        for file in tmp_path.iterdir():
            os.utime(file, (1, 1))
    next_command()
    recalled(tmp_path, words, "edition 3")
    forget(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_site_from_memory_is_the_site_that_was_read_with_its_lines_and_faults(good, next_command):
    (good / "docs/help.md").write_text((good / "docs/help.md").read_text() + "\n\n{{ broken( }}\n\n<b>raw</b>\n")
    (good / "data/phrases.yml").write_text("- {id: slow-down, text: Slow, text: Down}\n")
    (good / "data/note.yml").write_text("- [")
    fresh, problems = load(good)
    for _ in range(2):
        next_command()
        site, again = load(good, good / MEMORY)
        assert (site, again) == (fresh, problems)
        assert site.checklists["listening"].items[0].line("client") == fresh.checklists["listening"].items[0].line("client") == 4
    assert len(problems) > 2


def test_an_edit_is_read(good, next_command):
    load(good, good / MEMORY)
    for path, old, new in (("docs/help.md", "title: ", "title: New "), ("data/checklists/listening.yml", "client: ", "client: New ")):
        (good / path).write_text((good / path).read_text().replace(old, new))
    next_command()
    site, _ = load(good, good / MEMORY)
    assert site.pages["help.md"].meta.title.startswith("New ")
    assert site.checklists["listening"].items[0].client.startswith("New ")
