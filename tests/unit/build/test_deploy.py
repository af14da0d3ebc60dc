"""Deploying where the file system can exchange two names, and where it cannot."""

import errno
from types import SimpleNamespace

import pytest

from sitekit.build import deploy
from tests.tiny import manifest


def sites(folder):
    for name in ("former", "new"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(name)


def libc(monkeypatch, code):
    """Have the system refuse an exchange with an error number."""
    monkeypatch.setattr("ctypes.CDLL", lambda *arguments, **options: SimpleNamespace(renameat2=lambda *names: -1))
    monkeypatch.setattr("ctypes.get_errno", lambda: code)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_site_is_deployed_where_names_cannot_be_exchanged(tmp_path, monkeypatch, code):
    sites(tmp_path)
    libc(monkeypatch, code)
    deploy.deploy(tmp_path / "new", tmp_path / "former")
    assert [file.name for file in tmp_path.iterdir()] == ["former"]
    assert (tmp_path / "former/index.html").read_text() == "new"


def test_former_site_is_restored_when_the_second_rename_fails(tmp_path, monkeypatch):
    sites(tmp_path)
    libc(monkeypatch, errno.ENOSYS)
    before = manifest(tmp_path / "former")
    with pytest.raises(FileNotFoundError):
        deploy.deploy(tmp_path / "not-there", tmp_path / "former")
    assert manifest(tmp_path / "former") == before


def test_refused_exchange_is_raised_and_changes_nothing(tmp_path, monkeypatch):
    sites(tmp_path)
    libc(monkeypatch, errno.EBUSY)
    with pytest.raises(OSError, match="busy"):
        deploy.deploy(tmp_path / "new", tmp_path / "former")
    assert [(tmp_path / name / "index.html").read_text() for name in ("former", "new")] == ["former", "new"]


def test_windows_never_asks_for_an_exchange(tmp_path, monkeypatch):
    sites(tmp_path)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("ctypes.CDLL", None)
    assert not deploy.exchange(tmp_path / "new", tmp_path / "former")
