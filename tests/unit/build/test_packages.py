"""npm packages are locked by hash for every system, and what browsers import of them is copied, licensed and nothing else."""

import json

import pytest

from sitekit.build.packages import VENDOR, copy_vendor
from sitekit.licences import shipped
from tests.conftest import ROOT

PACKAGE = json.loads((ROOT / "package.json").read_text())
LOCK = json.loads((ROOT / "package-lock.json").read_text())
LOCKED = {path.removeprefix("node_modules/"): entry for path, entry in LOCK["packages"].items() if path}
SYSTEMS = ("linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64", "win32-arm64")


def package_of(path: str) -> str:
    """Return the package that a path below node_modules/ belongs to."""
    return "/".join(path.split("/")[: 2 if path.startswith("@") else 1])


def test_every_package_is_locked_by_its_hash_and_without_an_address():
    assert [name for name, entry in LOCKED.items() if not entry.get("integrity", "").startswith("sha512-") or "resolved" in entry] == []


def test_every_package_that_is_asked_for_is_pinned_and_locked():
    asked = PACKAGE["dependencies"] | PACKAGE.get("devDependencies", {})
    assert {name: LOCKED[name]["version"] for name in asked} == asked


@pytest.mark.parametrize("system", SYSTEMS)
def test_esbuild_is_locked_for_every_system(system):
    assert LOCKED[f"@esbuild/{system}"]["version"] == LOCKED["esbuild"]["version"]


def test_what_browsers_import_has_a_licence_on_the_list():
    listed = {name for entry in shipped()[0] for name in entry.packages}
    assert {package_of(path) for path in VENDOR} <= listed


def test_vendor_folder_holds_what_is_wanted_and_nothing_of_before(tmp_path):
    for path in VENDOR:
        (tmp_path / "node_modules" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "node_modules" / path).write_text(path)
    old = tmp_path / "overrides/vendor/old.js"
    old.parent.mkdir(parents=True)
    old.write_text("")
    copy_vendor(tmp_path)
    vendor = tmp_path / "overrides/vendor"
    assert {path.relative_to(vendor).as_posix(): path.read_text() for path in vendor.rglob("*.js")} == {
        name: source for source, name in VENDOR.items()
    }
