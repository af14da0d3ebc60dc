"""The folder a site is built in: one publish at a time, nothing left behind, what was left is seen to."""

import fcntl
import os
import threading

import pytest

from sitekit.build.staging import _held, staging_directory


def test_it_is_empty_and_gone_afterwards(tmp_path):
    with staging_directory(tmp_path / "site", print) as folder:
        assert os.listdir(folder) == []
        assert sorted(os.listdir(tmp_path)) == [".site-lock", ".site-new"]
    assert os.listdir(tmp_path) == []


def test_what_a_killed_publish_left_is_removed_and_told(tmp_path):
    (tmp_path / ".site-new/strategies").mkdir(parents=True)
    said = []
    with staging_directory(tmp_path / "site", said.append) as folder:
        assert os.listdir(folder) == []
    assert said == ["The last publish was cut short. Removing what it left"]


def test_a_former_site_that_was_on_its_way_is_put_back_and_told(tmp_path):
    (tmp_path / ".site-former").mkdir()
    (tmp_path / ".site-former/index.html").write_text("former")
    said = []
    with staging_directory(tmp_path / "site", said.append):
        assert (tmp_path / "site/index.html").read_text() == "former"
    assert said == ["The last publish was cut short while the site changed places. The former site is back"]
    assert os.listdir(tmp_path) == ["site"]


def test_a_second_publish_says_that_it_waits_and_then_goes_on(tmp_path):
    said, waiting, in_turn = [], threading.Event(), []

    def log(words):
        said.append(words)
        waiting.set()

    def second():
        with staging_directory(tmp_path / "site", log):
            in_turn.append("second")

    with staging_directory(tmp_path / "site", print):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(60)
        in_turn.append("first")
    thread.join(60)
    assert in_turn == ["first", "second"]
    assert said == [f"Another publish to {tmp_path / 'site'} is under way; waiting for it"]
    assert os.listdir(tmp_path) == []


def test_the_generator_holds_the_lock_too_so_that_nothing_is_written_after_a_killed_publish(tmp_path):
    with staging_directory(tmp_path / "site", print):
        held = [
            int(name)
            for name in os.listdir("/dev/fd")
            if os.path.exists(f"/dev/fd/{name}") and os.path.samestat(os.stat(f"/dev/fd/{name}"), os.stat(tmp_path / ".site-lock"))
        ]
        assert [os.get_inheritable(one) for one in held] == [True]
        with (tmp_path / ".site-lock").open() as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_lock_that_was_removed_while_it_was_waited_for_is_not_taken_for_the_new_one(tmp_path):
    lock = tmp_path / ".site-lock"
    first = lock.open("w")
    fcntl.flock(first, fcntl.LOCK_EX)

    def others_go_on():
        lock.unlink()
        lock.write_text("of a third publish")
        first.close()

    held = _held(lock, others_go_on)
    assert os.read(held, 20) == b"of a third publish"
    os.close(held)
