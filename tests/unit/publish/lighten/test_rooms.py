"""What only scripts make use of stands in their file once, and pages keep room for it."""

from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.rooms import leave_rooms, leave_toggle_rooms
from tests.unit.publish.lighten.reading import body


def page(path: str, inner: str) -> Page:
    return Page(path, body(inner), "../" * path.count("/"))


def test_an_element_leaves_a_room_of_its_classes():
    one = page("index.html", "<p>a</p><div class=listen data-listen hidden><b>Listen</b></div><p>b</p>")
    assert leave_rooms([one]) == {"listen": '<div class="listen" data-listen hidden><b>Listen</b></div>'}
    room = one.tree.find(".//*[@data-room]")
    assert dict(room.attrib) == {"data-room": "listen", "class": "listen", "hidden": ""} and len(room) == 0


def test_addresses_begin_at_the_root_so_that_one_text_is_right_for_all():
    keep = '<template id="keep-bar"><a href="{}note/">My note</a></template>'
    deep, deeper = page("a/index.html", keep.format("../")), page("a/b/index.html", keep.format("../../"))
    assert leave_rooms([deep, deeper]) == {"keep": '<template id="keep-bar"><a href="{root}note/">My note</a></template>'}
    assert [len(one.tree.findall(".//template")) for one in (deep, deeper)] == [0, 0]


def test_an_element_of_its_own_stays():
    usual, other = (page(name, f'<template id="copy-phrase">{words}</template>') for name, words in (("a.html", "Copy"), ("b.html", "Kopieren")))
    assert leave_rooms([usual, other]) == {"copy": '<template id="copy-phrase">Copy</template>'}
    assert other.tree.find(".//template").text == "Kopieren"


def test_a_question_for_the_note_keeps_room_for_its_box():
    one = page("a.html", "<article data-note-part=questions><h3 id=q>Why?</h3><p>a</p><h3>No</h3></article><template id=note-toggle></template>")
    leave_toggle_rooms([one])
    assert [(node.tag, node.get("class")) for node in one.tree.find(".//article")] == [("h3", None), ("div", "toggle-room"), ("p", None), ("h3", None)]


def test_rooms_of_one_class_share_a_text_whether_they_keep_their_room_or_not():
    kept, other = page("a.html", "<div class=listen data-listen data-keeps-room hidden></div>"), page("b.html", "<div class=listen data-listen hidden></div>")
    assert leave_rooms([kept, other]) == {"listen": '<div class="listen" data-listen hidden></div>'}
    assert [len(one.tree.findall(".//*[@data-room]")) for one in (kept, other)] == [1, 1]
