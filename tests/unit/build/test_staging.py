"""The staging directory: one publish at a time, nothing left behind, and what a killed publish left is cleaned up."""

import os
import threading

import pytest

from sitekit.build.staging import staging_directory

LOCK = ".site-lock"


def test_it_is_new_empty_and_removed_afterwards(tmp_path):
    names = set()
    for _ in range(2):
        with staging_directory(tmp_path / "site", print) as folder:
            assert os.listdir(folder) == []
            assert sorted(os.listdir(tmp_path)) == [LOCK, folder.name]
            (folder / "index.html").write_text("new")
            names.add(folder.name)
        assert os.listdir(tmp_path) == [LOCK]
    assert len(names) == 2


def test_it_is_removed_after_an_error(tmp_path):
    with pytest.raises(KeyboardInterrupt), staging_directory(tmp_path / "site", print):
        raise KeyboardInterrupt
    assert os.listdir(tmp_path) == [LOCK]


def test_deployed_folder_stays(tmp_path):
    with staging_directory(tmp_path / "site", print) as folder:
        folder.rename(tmp_path / "site")
    assert sorted(os.listdir(tmp_path)) == [LOCK, "site"]


def test_left_over_of_a_killed_publish_is_removed_and_logged(tmp_path):
    (tmp_path / ".site-new-0123abcd/strategies").mkdir(parents=True)
    log = []
    with staging_directory(tmp_path / "site", log.append):
        assert not (tmp_path / ".site-new-0123abcd").exists()
    assert log == ["The last publish was stopped. Removing what it left"]


def test_left_over_of_another_site_stays(tmp_path):
    (tmp_path / ".other-new-0123abcd").mkdir()
    with staging_directory(tmp_path / "site", print):
        pass
    assert sorted(os.listdir(tmp_path)) == [".other-new-0123abcd", LOCK]


def test_former_site_between_two_renames_is_restored_and_logged(tmp_path):
    (tmp_path / ".site-former").mkdir()
    (tmp_path / ".site-former/index.html").write_text("former")
    log = []
    with staging_directory(tmp_path / "site", log.append):
        assert (tmp_path / "site/index.html").read_text() == "former"
    assert log == ["The last publish was stopped during deployment. The former site is back"]
    assert sorted(os.listdir(tmp_path)) == [LOCK, "site"]


def test_second_publish_logs_that_it_waits_and_then_goes_on(tmp_path):
    log, waiting, order = [], threading.Event(), []

    def second():
        with staging_directory(tmp_path / "site", lambda message: (log.append(message), waiting.set())):
            order.append("second")

    thread = threading.Thread(target=second)
    with staging_directory(tmp_path / "site", print):
        thread.start()
        assert waiting.wait(60)
        order.append("first")
    thread.join(60)
    assert order == ["first", "second"]
    assert log == [f"Another publish to {tmp_path / 'site'} is running; waiting for it"]
