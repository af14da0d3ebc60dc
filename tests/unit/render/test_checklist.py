"""Checklists as labelled checkboxes."""

from sitekit.models.data import Checklist, Item
from sitekit.models.note import NotePart
from tests.rendering import show
from tests.unit.smallest import at, page, site

FAIR = at(1, Checklist(title="Fair & kind", items=(Item(id="a", client="C & c.", therapist="T."),)), "data/checklists/fair.yml")
CLIENT = (
    '<div class="checklist checklist-client" role="group" aria-labelledby="list-fair-client">'
    '<p class="checklist-title" id="list-fair-client">Fair &amp; kind: what you may notice</p>'
    '<ul role="list"><li id="fair.a"><label><input type="checkbox" name="fair.a" form="boxes"> <span>C &amp; c.</span></label></li></ul></div>'
)
THERAPIST = (
    '<div class="checklist checklist-therapist" role="group" aria-labelledby="list-fair-therapist">'
    '<p class="checklist-title" id="list-fair-therapist">Fair &amp; kind: what your therapist works on</p>'
    '<ul role="list"><li><label><input type="checkbox" form="boxes"> <span>T.</span></label></li></ul></div>'
)


def shown(side: str, checklist: Checklist = FAIR, kind: str = "strategy") -> str:
    return show(site(page(kind=kind), checklists={"fair": checklist}), "checklist", "fair", side)


def test_checklist_is_a_named_group_of_labelled_checkboxes_in_no_form():
    assert shown("client") == CLIENT


def test_boxes_of_a_list_that_the_note_leaves_out_have_no_name():
    part = NotePart(id="noticed", title="T", ask="A?", take="checklists", page="x.md", without=("fair",))
    left_out = site(page(), checklists={"fair": FAIR}, note_parts={"noticed": part})
    assert show(left_out, "checklist", "fair", "client") == CLIENT.replace(' name="fair.a"', "")


def test_side_of_the_therapist_is_folded_on_pages_for_clients_alone():
    fold = f'<details class="checklist-fold"><summary>Show the therapist&#39;s list: Fair &amp; kind</summary>{THERAPIST}</details>'
    assert [shown("therapist"), shown("therapist", kind="therapists")] == [fold, THERAPIST]


def test_both_sides_stand_beside_each_other():
    assert shown("both") == f'<div class="checklist-pair" data-search-exclude>{CLIENT}{THERAPIST}</div>'


def test_legend_of_its_own_replaces_the_usual_one():
    own = at(1, FAIR.model_copy(update={"client_legend": "what's said"}), "data/checklists/fair.yml")
    assert ">Fair &amp; kind: what&#39;s said</p>" in shown("client", own)
    assert ">Fair &amp; kind: what your therapist works on</p>" in shown("therapist", own)
