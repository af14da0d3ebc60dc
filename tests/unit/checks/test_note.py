"""Parts of the note: one source each, unique ids."""

import pytest

from sitekit.checks import data
from sitekit.models.note import NoteLine, NotePart
from tests.unit.samples import checklist
from tests.unit.smallest import at, page, reported, site

NOT_ONE = "data/x.yml:2: The part 'own' must offer exactly one thing. Give it lines, or a page to take them from, or room to write in."


def line(id: str, number: int) -> NoteLine:
    return at(99, NoteLine(id=id, say="S."), id=number)


def part(id: str = "own", **offered) -> NotePart:
    return at(2, NotePart(id=id, title="T", ask="A?", **offered), id=3, page=4, without=5)


def offered(one: NotePart, **parts) -> list[str]:
    own = page(body="## A {#a}\n\n### B {#b}\n")
    return reported(data.note_parts_have_one_source(site(own, note_parts={"own": one}, **parts)))


@pytest.mark.parametrize(
    "offer, problems",
    [
        ({}, [NOT_ONE]),
        ({"lines": (line("x", 3),), "room": 9}, [NOT_ONE]),
        ({"page": "a.md", "room": 9}, [NOT_ONE]),
        ({"lines": (line("x", 3),), "page": "a.md", "room": 9}, [NOT_ONE]),
        ({"lines": (line("x", 3),)}, []),
        ({"page": "a.md"}, []),
        ({"room": 9}, []),
        ({"page": "unread.md"}, []),
        ({"page": "aa.md"}, ["data/x.yml:4: There is no page 'aa.md'. Did you mean 'a.md'?"]),
        ({"page": "a.md", "without": ("fair", "fare")}, ["data/x.yml:5: There is no checklist 'fare'. Did you mean 'fair'?"]),
    ],
)
def test_part_without_exactly_one_existing_source_is_reported(offer, problems):
    assert offered(part(**offer), checklists={"fair": checklist()}, unreadable=frozenset({("page", "unread.md")})) == problems


def test_page_with_nothing_to_take_is_reported():
    found = site(page(), note_parts={"own": part(page="a.md", take="phrases")})
    message = "The page 'a.md' has no phrases for the part 'own' to take. Name another page, or another thing to take."
    assert reported(data.note_parts_have_one_source(found)) == [f"data/x.yml:4: {message}"]


def test_missing_page_or_checklist_is_reported_by_its_kind():
    found = site(note_parts={"own": part(page="x.md", without=("fair",))})
    assert reported(data.note_parts_have_one_source(found)) == [
        "data/x.yml:4: There is no page 'x.md'. There is no page yet; add it first.",
        "data/x.yml:5: There is no checklist 'fair'. There is no checklist yet; add it first.",
    ]


def test_repeated_line_id_and_part_named_like_a_checklist_are_reported():
    parts = {"own": part(lines=(line("x", 6), line("y", 8), line("x", 10), line("x", 12))), "fair": part("fair", lines=(line("x", 20),))}
    assert reported(data.note_line_ids_are_unique(site(note_parts=parts, checklists={"fair": checklist()}))) == [
        "data/x.yml:10: The id 'x' is used twice, first on line 6. Give this line another id.",
        "data/x.yml:12: The id 'x' is used twice, first on line 6. Give this line another id.",
        "data/x.yml:3: 'fair' is also the name of a checklist. Give this part another id.",
    ]
