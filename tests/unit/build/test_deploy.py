"""A deploy where the file system can, and where it cannot, let two names change places."""

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
    """A system whose call refuses with an error's number."""
    monkeypatch.setattr("ctypes.CDLL", lambda *arguments, **options: SimpleNamespace(renameat2=lambda *names: -1))
    monkeypatch.setattr("ctypes.get_errno", lambda: code)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_where_names_cannot_change_places_the_new_site_stands_all_the_same(tmp_path, monkeypatch, code):
    sites(tmp_path)
    libc(monkeypatch, code)
    deploy.deploy(tmp_path / "new", tmp_path / "former")
    assert [file.name for file in tmp_path.iterdir()] == ["former"]
    assert (tmp_path / "former/index.html").read_text() == "new"


def test_where_the_second_step_fails_the_former_site_is_put_back(tmp_path, monkeypatch):
    sites(tmp_path)
    libc(monkeypatch, errno.ENOSYS)
    before = manifest(tmp_path / "former")
    with pytest.raises(FileNotFoundError):
        deploy.deploy(tmp_path / "not-there", tmp_path / "former")
    assert manifest(tmp_path / "former") == before


def test_what_the_system_refuses_is_raised_and_nothing_is_changed(tmp_path, monkeypatch):
    sites(tmp_path)
    libc(monkeypatch, errno.EBUSY)
    with pytest.raises(OSError, match="busy"):
        deploy.deploy(tmp_path / "new", tmp_path / "former")
    assert [(tmp_path / name / "index.html").read_text() for name in ("former", "new")] == ["former", "new"]
