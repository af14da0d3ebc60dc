"""The archive to read without a network holds pages that open from a folder."""

import zipfile

import pytest

from sitekit.build.offline import write_offline
from sitekit.urls import OFFLINE
from tests.conftest import ROOT

SITE = {
    "index.html": '<a href="help/#top">Help</a> <a href=".">Home</a> <a href="#a">A</a> <a href="all.zip">All</a> <a href="tel:1">Call</a>'
    '<script data-modules="assets/scripts/modules.ABC.js">load()</script>',
    "help/index.html": '<link href="../assets/site.css"> <a href="../links.csv">List</a> <a href="../old/">Old</a>',
    "old/index.html": '<meta http-equiv="refresh" content="0; url=../help/">',
    "assets/site.css": "",
    "assets/scripts/modules.ABC.js": 'console.log(import.meta.url); import("./later.DEF.js")',
    "assets/scripts/later.DEF.js": 'console.log("later")',
    "search/texts.json": '{"docs":[]}',
    "404.html": "",
    "all.zip": "",
    "links.csv": "",
}


@pytest.fixture
def packed(tmp_path) -> dict[str, str]:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    write_offline(tmp_path, ROOT / "overrides", "https://trust.example/")
    archive = zipfile.ZipFile(tmp_path / OFFLINE)
    return {name.partition("/")[2]: archive.read(name).decode() for name in archive.namelist()}


def test_what_needs_a_host_is_left_out(packed):
    scripts = {"assets/scripts/modules.ABC.js", "assets/scripts/later.DEF.js", "assets/scripts/offline.js", "search/texts.json.js"}
    assert packed.keys() == {"index.html", "help/index.html", "assets/site.css", "search/texts.json", *scripts}


def test_links_lead_to_files_and_else_to_the_site(packed):
    assert packed["index.html"].startswith(
        '<a href="help/index.html#top">Help</a> <a href="index.html">Home</a> <a href="#a">A</a> '
        '<a href="https://trust.example/all.zip">All</a> <a href="tel:1">Call</a>'
    )
    assert packed["help/index.html"] == (
        '<link href="../assets/site.css"> <a href="https://trust.example/links.csv">List</a> <a href="https://trust.example/old/">Old</a>'
    )


def test_scripts_are_plain_and_hold_what_they_import_later(packed):
    assert packed["index.html"].endswith(
        '<script src="assets/scripts/offline.js"></script><script defer src="assets/scripts/modules.ABC.js"></script>'
    )
    assert 'console.log("later")' in packed["assets/scripts/modules.ABC.js"]
    assert "import" not in packed["assets/scripts/modules.ABC.js"]


def test_what_modules_fetch_stands_in_a_script(packed):
    assert packed["search/texts.json.js"] == 'offlineFiles["search/texts.json"]="{\\"docs\\":[]}"'


def test_same_site_is_packed_to_the_same_bytes(packed, tmp_path):
    first = (tmp_path / OFFLINE).read_bytes()
    write_offline(tmp_path, ROOT / "overrides", "https://trust.example/")
    assert (tmp_path / OFFLINE).read_bytes() == first
