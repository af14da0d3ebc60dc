"""Nothing is published without its licence: the list is held against the built site and what it is built from."""

import json
import re
import tomllib
from importlib import resources
from importlib.metadata import files as files_of

import pytest
from sitekit.publish.lighten import theme

from sitekit.licences import Licence, notices, shipped
from tests.conftest import ROOT

LISTED, FAULTS = shipped()
# What makes the site and leaves nothing of itself in it, but what it is told to write.
ONLY_MAKES = {
    "mkdocs",
    "mkdocs-macros-plugin",
    "cssselect2",
    "jinja2",
    "lxml",
    "markdown",
    "pydantic",
    "ruamel.yaml",
    "segno",
    "tdewolff-minify",
    "tinycss2",
    "tree-sitter",
    "tree-sitter-javascript",
    "typst",
}


def names_in(source_map: str) -> set[str]:
    """Return the packages that a file of the theme was put together from, as its source map tells."""
    sources = json.loads((resources.files("material") / "templates" / source_map).read_text())["sources"]
    return {found[1] for source in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", source))}


def test_the_list_of_licences_has_no_faults():
    assert FAULTS == []


@pytest.mark.promise("licences-told", says="We go through all files of the site. Each must be on the list.")
def test_every_file_of_the_site_is_in_the_list(built):
    files = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    assert [file for file in files if not any(entry.holds(file) for entry in LISTED)] == []


def test_nothing_in_the_list_has_left_the_site(built):
    files = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    assert [
        (entry.name, pattern)
        for entry in LISTED
        for pattern in entry.files
        if not any(entry.model_copy(update={"files": (pattern,)}).holds(file) for file in files)
    ] == []


@pytest.mark.parametrize("file", theme.STYLES)
def test_every_part_of_the_themes_files_is_in_the_list(file):
    known = {name for entry in LISTED if entry.holds(file) for name in entry.packages}
    assert names_in(f"{file}.map") <= known


def test_the_source_maps_tell_of_parts():
    assert names_in(f"{theme.STYLES[0]}.map") == {"material-design-color"}


def test_everything_that_the_site_is_made_with_is_in_the_list_or_leaves_nothing_in_it():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", name)[0] for name in asked}
    assert names == ONLY_MAKES | (names & {name for entry in LISTED for name in entry.packages})


def test_the_published_licences_tell_every_part_its_notice_and_its_licence(built):
    text = (built / "licences.txt").read_text()
    assert text == notices(LISTED)
    for entry in LISTED:
        assert f"{entry.name} ({entry.licence})" in text
        assert all(line in text for line in entry.notice)
        assert entry.licence.text in text
    for font in (ROOT / "sitekit/typeset/fonts").glob("*.ttf"):
        assert font.name in text


def test_our_own_licences_are_those_of_the_project():
    words, code = LISTED[:2]
    assert (words.licence, code.licence) == (Licence.CC_BY, Licence.MIT)
    assert words.notice[0] in (ROOT / "LICENSE-CONTENT").read_text()
    assert f"{code.notice[0]}\n\n{code.licence.text}" in (ROOT / "LICENSE").read_text()


def test_the_themes_notice_is_the_one_it_comes_with():
    ours = next(entry for entry in LISTED if "mkdocs-material" in entry.packages)
    theirs = next(file for file in files_of("mkdocs-material") if file.parts[-2:] == ("licenses", "LICENSE")).read_text()
    assert ours.notice[0] in theirs


def test_pages_about_the_site_lead_to_the_licences(pages):
    assert pages["about/index.html"].tree.xpath("//a[@rel='license']/@href") == ["../licences.txt"]
