"""What is remembered between publishes: made once, forgotten in time, never half written."""

import errno
import marshal
import os
import pickle
import time
from importlib.metadata import PackageNotFoundError

import pytest

from sitekit.pdf.cache import Cache, digest


def memory(folder, spare: int = 0, tools: bytes = b"renderer 1") -> Cache:
    return Cache(folder, tools, spare)


def never() -> bytes:
    raise AssertionError("it was made again")


def test_what_was_made_is_not_made_again(tmp_path):
    assert memory(tmp_path / "new/folder").keep("a leaf", "txt", lambda: b"green") == b"green"
    assert memory(tmp_path / "new/folder").keep("a leaf", "txt", never) == b"green"


def test_another_key_and_other_tools_make_it_anew(tmp_path):
    memory(tmp_path).keep("a leaf", "txt", lambda: b"green")
    assert memory(tmp_path).keep("a leaf in autumn", "txt", lambda: b"red") == b"red"
    assert memory(tmp_path, tools=b"renderer 2").keep("a leaf", "txt", lambda: b"grey") == b"grey"


def test_of_what_this_run_did_not_ask_for_the_least_lately_used_is_forgotten(tmp_path):
    for number, words in enumerate((b"old", b"used", b"new")):
        memory(tmp_path).keep(words.decode(), "txt", lambda: words)
        for file in tmp_path.iterdir():
            if file.read_bytes() == words:
                os.utime(file, (number, number))
    memory(tmp_path).keep("old", "txt", never)
    memory(tmp_path, spare=2).forget()
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"new", b"old"]


def test_what_this_run_asked_for_is_not_forgotten_however_much_it_is(tmp_path):
    memory(tmp_path).keep("former", "txt", lambda: b"former")
    run = memory(tmp_path)
    for words in ("one", "two"):
        run.keep(words, "txt", words.encode)
    run.forget()
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"one", b"two"]


def test_what_a_killed_run_had_begun_is_forgotten_and_what_another_is_writing_is_not(tmp_path):
    for name, age in (("left", 7200), ("at-work", 60)):
        file = tmp_path / f"{name}.unfinished"
        file.write_bytes(b"half")
        os.utime(file, (time.time() - age,) * 2)
    memory(tmp_path, spare=1).forget()
    assert [file.name for file in tmp_path.iterdir()] == ["at-work.unfinished"]


def test_a_thing_is_written_aside_and_named_when_it_is_whole(tmp_path, monkeypatch):
    seen = []
    replace = os.replace
    monkeypatch.setattr(
        "os.replace",
        lambda aside, kept: seen.append((os.path.split(aside)[0], aside[-11:], open(aside, "rb").read())) or replace(aside, kept),
    )
    memory(tmp_path).keep("key", "txt", lambda: b"words")
    assert seen == [(str(tmp_path), ".unfinished", b"words")]


def test_what_another_run_forgets_meanwhile_is_no_fault(tmp_path):
    for name in ("gone.txt", "gone.unfinished"):
        (tmp_path / name).symlink_to(tmp_path / "nowhere")
    memory(tmp_path).forget()


def test_a_thing_that_cannot_be_kept_leaves_nothing_unfinished(tmp_path, monkeypatch):
    def full(*names):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError):
        memory(tmp_path).keep("key", "txt", lambda: b"words")
    assert list(tmp_path.iterdir()) == []


class TestRecall:
    """Things of a form a module knows, with or without a folder."""

    def test_a_thing_that_was_made_is_not_made_again(self, tmp_path):
        assert memory(tmp_path).recall("a leaf", pickle, lambda: {"green"}) == {"green"}
        assert memory(tmp_path).recall("a leaf", pickle, never) == {"green"}
        assert [file.suffix for file in tmp_path.iterdir()] == [".pickle"]

    def test_a_file_cut_short_is_written_anew(self, tmp_path):
        memory(tmp_path).recall("a leaf", pickle, lambda: "green")
        next(tmp_path.iterdir()).write_bytes(b"\x80")
        assert memory(tmp_path).recall("a leaf", pickle, lambda: "green") == "green"
        assert memory(tmp_path).recall("a leaf", pickle, never) == "green"

    def test_what_the_form_does_not_know_is_made_each_time(self, tmp_path):
        for thing in (object(), object()):
            assert memory(tmp_path).recall("a leaf", marshal, lambda: thing) is thing
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_cannot_be_written_is_done_without(self, tmp_path):
        (tmp_path / "taken").write_text("a file")
        for words in ("green", "red"):
            assert memory(tmp_path / "taken").recall("a leaf", pickle, lambda: words) == words

    def test_a_fault_in_the_making_is_told_and_met_once(self, tmp_path):
        tries = []
        with pytest.raises(SyntaxError):
            memory(tmp_path).recall("a leaf", pickle, lambda: tries.append(1) or compile("(", "leaf", "exec"))
        assert (tries, list(tmp_path.iterdir())) == ([1], [])


def test_a_package_that_is_not_there_is_told():
    with pytest.raises(PackageNotFoundError, match="no-such-package"):
        digest(["no-such-package"], [])


def test_tools_differ_by_version_name_and_content(tmp_path, monkeypatch):
    files = {}
    for folder, name, words in (("one", "a.py", "1"), ("two", "b.py", "1"), ("three", "a.py", "2")):
        files[folder] = tmp_path / folder / name
        files[folder].parent.mkdir()
        files[folder].write_text(words)
    tools = set()
    for number in ("1", "2"):
        monkeypatch.setattr("sitekit.pdf.cache.version", lambda package: number)
        tools |= {digest(["a-package"], [file]) for file in files.values()}
    assert len(tools) == 6
