"""Promises of one group stand together, in parts, each with its limit and what its tests look for."""

from sitekit import render
from sitekit.models.promises import Promise, TestMarker
from tests.unit.smallest import site

PROMISES = [
    Promise(id="no-cookies", group="Privacy", say="We set no cookies."),
    Promise(id="no-eval", group="Safe & sound", say="No page runs text.", limit="Your browser's own <extras> may."),
    Promise(id="no-fonts", group="Privacy", say="We fetch no fonts."),
    Promise(id="no-maps", group="Privacy", part="Near & far", say="We show no maps."),
]
MARKS = tuple(
    TestMarker("no-eval", "tests/a.py", line, f"Test {line}.", True, says)
    for line, says in ((1, "We write <b>."), (5, "No page may run it."))
)


def test_each_group_is_a_section_that_can_be_jumped_to():
    shown = render.promises(site(promises={promise.id: promise for promise in PROMISES}, test_markers=MARKS))
    assert shown == (
        '<div class="jumps"><ul><li><a href="#privacy">Privacy</a></li><li><a href="#safe-sound">Safe &amp; sound</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul>'
        '<li id="promise-no-cookies"><p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li>'
        '<li id="promise-no-fonts"><p><strong>We fetch no fonts.</strong></p><p>Not tested yet.</p></li></ul>'
        '<h4 id="near-far">Near &amp; far</h4><ul><li id="promise-no-maps"><p><strong>We show no maps.</strong></p><p>Not tested yet.</p></li></ul></section>'
        '<section class="promises"><h3 id="safe-sound">Safe &amp; sound</h3><ul>'
        '<li id="promise-no-eval"><details><summary><strong>No page runs text.</strong> Your browser&#x27;s own &lt;extras&gt; may.</summary>'
        "<ul data-search-exclude><li>We write &lt;b&gt;.</li><li>No page may run it.</li></ul></details></li></ul></section>"
    )


def test_what_is_for_builders_comes_last_in_its_order_and_in_parts():
    ours, theirs = (
        PROMISES[0],
        [Promise(id=id, group="Made", part=part, for_builders=True, say="S.") for id, part in (("x", None), ("y", "Part"))],
    )
    assert render.promises(site(promises={promise.id: promise for promise in (*theirs, ours)}, test_markers=())).endswith(
        "<p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li></ul></section>"
        '<section class="promises"><h3 id="made">Made</h3><details><summary>For those who build or run a copy</summary>'
        '<ul><li id="promise-x"><p><strong>S.</strong></p><p>Not tested yet.</p></li></ul>'
        '<h4 id="part">Part</h4><ul><li id="promise-y"><p><strong>S.</strong></p><p>Not tested yet.</p></li></ul></details></section>'
    )
