"""The reader's tools are small, and only a page that has a tool names its scripts: as generated, and as published, where
the tools of a page come in one file."""

import gzip
from pathlib import Path

import pytest
from lxml import html
from sitekit.publish.lighten.script import files, joined
from sitekit.publish.parts import Part

from sitekit.build.pipeline import publish
from tests.conftest import ROOT

# In bytes, compressed, of all tools of a page together.
MOST = 8_000
# What a page must hold for a tool to be of use, and the tool's script. Every other script works on every page.
TOOLS = {
    "//*[contains(@class, 'checklist-client')]//input | //*[@class='phrase'] | //*[@class='note-form']": "boxes",
    "//*[@class='note-form']": "note",
    "//*[@class='phrase'] ": "copy",
    "//@*[starts-with(name(), 'data-copy')]": "copy-buttons",
    "//*[@data-exit]": "exit",
    "//*[@data-listen]": "listen",
    "//*[@data-listen] ": "voice",
}
# What every page has, or cannot wait for the first sign of a reader, comes in other files once it is published.
ELSEWHERE = {"exit", "listen", "voice"}
OF_EVERY_PAGE = {"colours", "menu", "print-page", "search"}


@pytest.fixture(scope="session")
def plain(tmp_path_factory) -> Path:
    """The real site as it was generated."""
    place = tmp_path_factory.mktemp("plain") / "site"
    assert publish(ROOT, place, log=print, without=list(Part)) == []
    return place


def named(page: Path) -> set[str]:
    sources = html.fromstring(page.read_bytes()).xpath("//script[@type='module']/@src")
    return {Path(source).stem for source in sources}


def test_a_page_names_the_scripts_of_the_tools_it_has_and_no_others(plain, site, path):
    page = plain / site.pages[path].url / "index.html"
    tree = html.fromstring(page.read_bytes())
    assert named(page) - OF_EVERY_PAGE == {script for has, script in TOOLS.items() if tree.xpath(has)}


def test_the_tools_of_a_page_are_small(plain, site, path):
    page, folder = plain / site.pages[path].url / "index.html", plain / "assets/scripts"
    modules = [f"{tool}.js" for tool in sorted(named(page) - OF_EVERY_PAGE)]
    text = joined(files(modules, read := lambda name: (folder / name).read_text(encoding="utf-8")), read)
    assert len(gzip.compress(text.encode(), mtime=0)) <= MOST


def test_a_published_page_names_a_small_file_with_its_tools_if_it_has_any(plain, built, site, path):
    url = site.pages[path].url
    tools = html.fromstring((built / url / "index.html").read_bytes()).xpath("//script/@data-tools")
    assert bool(tools) == bool(named(plain / url / "index.html") - OF_EVERY_PAGE - ELSEWHERE)
    assert all(len(gzip.compress((built / url / file).read_bytes(), mtime=0)) <= MOST for file in tools)
