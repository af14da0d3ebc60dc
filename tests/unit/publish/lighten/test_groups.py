"""Pages share one file of scripts; a module that one page alone uses gives that page its own."""

import pytest

from sitekit.publish.lighten.groups import groups, one_group
from sitekit.publish.lighten.page import Page
from tests.unit.publish.lighten.reading import body

MODULES = {"all.js": "", "box.js": "import './kept.js'; f()", "note.js": "import './kept.js'; g()", "kept.js": "export const a = 1;"}


def pages(*names: str) -> list[Page]:
    return [Page(name, body(""), "") for name in names]


def test_pages_with_the_same_modules_share_a_file():
    one, two = pages("a.html", "b.html")
    assert [group.pages for group in groups({one: ["all.js"], two: ["all.js"]}, MODULES.get)] == [(one, two)]


def test_a_module_of_one_page_alone_makes_it_a_group():
    one, two, own = pages("a.html", "b.html", "c.html")
    found = groups({one: ["all.js"], two: ["all.js"], own: ["all.js", "note.js"]}, MODULES.get)
    assert [group.modules for group in found] == [("all.js",), ("all.js", "kept.js", "note.js")]


def test_a_page_tells_what_it_names_and_what_that_imports_runs_too():
    plain, boxes, note = pages("a.html", "b.html", "c.html")
    group = one_group({plain: ["all.js"], boxes: ["all.js", "box.js"], note: ["all.js", "note.js"]}, MODULES.get)
    assert [group.told(page) for page in (plain, boxes, note)] == [[], ["box.js"], ["note.js"]]
    assert group.needed_by["kept.js"] == ["box.js", "note.js"]


def test_what_some_pages_run_is_told_apart_by_what_they_run_together():
    plain, one, two, note = pages("a.html", "b.html", "c.html", "d.html")
    group = one_group({plain: ["all.js"], one: ["all.js", "box.js"], two: ["all.js", "box.js"], note: ["all.js", "note.js"]}, MODULES.get)
    assert group.always() == ["all.js"]
    assert group.together() == {("kept.js", "box.js"): [one, two], ("kept.js", "note.js"): [note]}


def test_what_some_pages_run_must_not_import_what_all_pages_run():
    plain, boxes = pages("a.html", "b.html")
    group = one_group({plain: ["kept.js"], boxes: ["kept.js", "box.js"]}, MODULES.get)
    with pytest.raises(ValueError, match="^box.js: not every page runs it, but it imports 'kept.js', which every page runs; that would run twice$"):
        group.together()
