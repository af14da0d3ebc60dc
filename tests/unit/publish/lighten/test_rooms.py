"""What only scripts make use of stands in their file once, and pages keep room for it."""

from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.rooms import leave_rooms
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
