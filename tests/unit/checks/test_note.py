"""Every part of the note offers one thing, and no tick can be taken for another."""

import pytest

from sitekit.checks import note
from sitekit.models.data import Checklist, Item
from sitekit.models.note import NoteLine, NotePart
from tests.unit.smallest import at, page, site, told

LIST = at(1, Checklist(title="L", items=(Item(id="x", client="C.", therapist="T."),)), "data/checklists/fair.yml")
ONE_THING = "data/x.yml:2: The part 'own' does not offer just one thing. Give it lines, or a page to take them from, or room to write in."


def line(id: str, number: int) -> NoteLine:
    return at(99, NoteLine(id=id, say="S."), id=number)


def part(id: str = "own", **offered) -> NotePart:
    return at(2, NotePart(id=id, title="T", ask="A?", **offered), id=3, page=4, without=5)


def offered(one: NotePart, **parts) -> list[str]:
    return told(note.every_part_of_the_note_offers_one_thing(site(page(), note_parts={"own": one}, **parts)))


@pytest.mark.parametrize(
    "offer, problems",
    [
        ({}, [ONE_THING]),
        ({"lines": (line("x", 3),), "room": 9}, [ONE_THING]),
        ({"page": "a.md", "room": 9}, [ONE_THING]),
        ({"lines": (line("x", 3),), "page": "a.md", "room": 9}, [ONE_THING]),
        ({"lines": (line("x", 3),)}, []),
        ({"page": "a.md"}, []),
        ({"room": 9}, []),
        ({"page": "unread.md"}, []),
        ({"page": "aa.md"}, ["data/x.yml:4: There is no page 'aa.md'. Did you mean 'a.md'?"]),
        ({"page": "a.md", "without": ("fair", "fare")}, ["data/x.yml:5: There is no checklist 'fare'. Did you mean 'fair'?"]),
    ],
)
def test_a_part_offers_one_thing_that_is_there(offer, problems):
    assert offered(part(**offer), checklists={"fair": LIST}, unreadable=frozenset({("page", "unread.md")})) == problems


def test_what_a_part_takes_or_leaves_out_is_called_by_its_name():
    found = site(note_parts={"own": part(page="x.md", without=("fair",))})
    assert told(note.every_part_of_the_note_offers_one_thing(found)) == [
        "data/x.yml:4: There is no page 'x.md'. There is no page yet; add it first.",
        "data/x.yml:5: There is no checklist 'fair'. There is no checklist yet; add it first.",
    ]


def test_each_line_of_a_part_has_its_own_id_and_the_part_is_no_checklist():
    parts = {"own": part(lines=(line("x", 6), line("y", 8), line("x", 10), line("x", 12))), "fair": part("fair", lines=(line("x", 20),))}
    assert told(note.every_line_of_the_note_has_its_own_id(site(note_parts=parts, checklists={"fair": LIST}))) == [
        "data/x.yml:10: The id 'x' is used twice, first on line 6. Give this line another id.",
        "data/x.yml:12: The id 'x' is used twice, first on line 6. Give this line another id.",
        "data/x.yml:3: 'fair' is also the name of a checklist. Give this part another id.",
    ]
