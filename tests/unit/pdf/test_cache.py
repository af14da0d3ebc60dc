"""The cache: content is made once, replaced when its version changes, pruned in time, and never half written."""

import errno
import os

from sitekit.pdf.cache import Cache


def cache(folder, retention=0, version=b"renderer 1"):
    return Cache(folder, version, retention)


def never():
    raise AssertionError("it was made again")


def test_content_is_made_once(tmp_path):
    assert cache(tmp_path / "new/folder").get("a leaf", "txt", lambda: b"green") == b"green"
    assert cache(tmp_path / "new/folder").get("a leaf", "txt", never) == b"green"


def test_another_key_or_version_is_made_anew(tmp_path):
    cache(tmp_path).get("a leaf", "txt", lambda: b"green")
    assert cache(tmp_path).get("a leaf in autumn", "txt", lambda: b"red") == b"red"
    assert cache(tmp_path, version=b"renderer 2").get("a leaf", "txt", lambda: b"grey") == b"grey"


def test_least_recently_used_file_is_pruned(tmp_path):
    for number, words in enumerate((b"old", b"used", b"new")):
        cache(tmp_path).get(words.decode(), "txt", lambda words=words: words)
        for file in tmp_path.iterdir():
            if file.read_bytes() == words:
                os.utime(file, (number, number))
    cache(tmp_path).get("old", "txt", never)
    cache(tmp_path, retention=2).prune()
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"new", b"old"]


def test_files_of_this_run_are_never_pruned(tmp_path):
    cache(tmp_path).get("former", "txt", lambda: b"former")
    run = cache(tmp_path)
    for words in ("one", "two"):
        run.get(words, "txt", words.encode)
    run.prune()
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"one", b"two"]


def test_file_is_renamed_when_it_is_complete(tmp_path, monkeypatch):
    seen = []
    replace = os.replace
    monkeypatch.setattr(
        "os.replace", lambda temporary, file: seen.append((temporary.suffix, temporary.read_bytes())) or replace(temporary, file)
    )
    cache(tmp_path).get("key", "txt", lambda: b"words")
    assert seen == [(".tmp", b"words")]


def test_file_that_another_process_prunes_is_ignored(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    cache(tmp_path).prune()


def test_full_disk_leaves_no_file_and_only_costs_time(tmp_path, monkeypatch):
    def full(*names):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert cache(tmp_path).get("key", "txt", lambda: b"words") == b"words"
    assert list(tmp_path.iterdir()) == []


def test_read_only_disk_only_costs_time(tmp_path, monkeypatch):
    def refuse(*names, **options):
        raise OSError(errno.EROFS, "Read-only file system")

    cache(tmp_path).get("key", "txt", lambda: b"words")
    for name in ("os.utime", "tempfile.mkstemp", "pathlib.Path.mkdir", "pathlib.Path.unlink"):
        monkeypatch.setattr(name, refuse)
    assert cache(tmp_path).get("key", "txt", never) == b"words"
    assert cache(tmp_path).get("other", "txt", lambda: b"new") == b"new"
    cache(tmp_path, retention=0).prune()
