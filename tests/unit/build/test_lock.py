"""The lock between publishes: one holder at a time, released when its process ends, on POSIX systems and on Windows."""

import importlib.util
import os
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from sitekit.build import staging
from sitekit.build.staging import exclusive_lock
from tests.conftest import ROOT


def never():
    raise AssertionError("the lock was free")


def test_free_lock_is_taken_without_waiting_and_its_file_stays(tmp_path):
    for _ in range(2):
        with exclusive_lock(tmp_path / "lock", never):
            pass
    assert os.listdir(tmp_path) == ["lock"]


def test_second_holder_reports_that_it_waits_and_comes_after_the_first(tmp_path):
    order, waiting = [], threading.Event()

    def second():
        with exclusive_lock(tmp_path / "lock", waiting.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with exclusive_lock(tmp_path / "lock", never):
        thread.start()
        assert waiting.wait(60)
        order.append("first")
    thread.join(60)
    assert order == ["first", "second"]


def test_lock_of_a_killed_process_is_free(tmp_path):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from sitekit.build.staging import exclusive_lock\n"
            "with exclusive_lock(Path(sys.argv[1]), print): print('held', flush=True); time.sleep(600)",
            str(tmp_path / "lock"),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate()
    with exclusive_lock(tmp_path / "lock", never):
        pass


def test_folder_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError), exclusive_lock(tmp_path / "nowhere/lock", never):
        pass


def test_windows_waits_until_the_lock_is_free(tmp_path, monkeypatch):
    calls = []

    def locking(descriptor, mode, size):
        calls.append((mode, size))
        if len(calls) < 4:
            raise PermissionError

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK="try", LK_LOCK="wait", locking=locking))
    spec = importlib.util.spec_from_file_location("lock_on_windows", staging.__file__)
    on_windows = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(on_windows)
    waited = []
    with on_windows.exclusive_lock(tmp_path / "lock", lambda: waited.append(True)):
        assert calls == [("try", 1), ("wait", 1), ("wait", 1), ("wait", 1)]
    assert waited == [True]
