"""Promises of one group stand together, in parts, each with its limit and what its tests look for."""

import pytest

from sitekit.models.promises import Promise, TestMarker
from tests.rendering import show
from tests.unit.smallest import page, site

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


def shown(*promises: Promise, test_markers) -> str:
    return show(site(page(), promises={promise.id: promise for promise in promises}, test_markers=test_markers), "promises")


def test_each_group_is_a_section_with_a_link_to_it():
    found = shown(*PROMISES, test_markers=MARKS)
    assert found == (
        '<div class="jumps"><ul role="list"><li><a href="#privacy">Privacy</a></li>'
        '<li><a href="#safe-sound">Safe &amp; sound</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul role="list">'
        '<li id="promise-no-cookies"><p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li>'
        '<li id="promise-no-fonts"><p><strong>We fetch no fonts.</strong></p><p>Not tested yet.</p></li></ul>'
        '<h4 id="near-far">Near &amp; far</h4><ul role="list">'
        '<li id="promise-no-maps"><p><strong>We show no maps.</strong></p><p>Not tested yet.</p></li></ul></section>'
        '<section class="promises"><h3 id="safe-sound">Safe &amp; sound</h3><ul role="list">'
        '<li id="promise-no-eval"><details>'
        "<summary><strong>No page runs text.</strong> Your browser&#39;s own &lt;extras&gt; may.</summary>"
        "<ul data-search-exclude><li>We write &lt;b&gt;.</li><li>No page may run it.</li></ul></details></li></ul></section>"
    )


def test_promises_for_builders_come_last_and_folded():
    ours, theirs = (
        PROMISES[0],
        [Promise(id=id, group="Made", part=part, for_builders=True, say="S.") for id, part in (("x", None), ("y", "Part"))],
    )
    assert shown(*theirs, ours, test_markers=()).endswith(
        "<p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li></ul></section>"
        '<section class="promises"><h3 id="made">Made</h3><details><summary>For those who build or run a copy</summary>'
        '<ul role="list"><li id="promise-x"><p><strong>S.</strong></p><p>Not tested yet.</p></li></ul>'
        '<h4 id="part">Part</h4><ul role="list">'
        '<li id="promise-y"><p><strong>S.</strong></p><p>Not tested yet.</p></li></ul></details></section>'
    )


@pytest.mark.promise("no-promise-untested", says='We take the tests of a promise away. This page must say "not tested yet".')
def test_promise_without_a_test_says_so():
    row = "<p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li></ul></section>"
    assert shown(PROMISES[0], test_markers=()).endswith(row)


def test_project_without_tests_says_so_and_shows_no_descriptions():
    assert shown(PROMISES[0], test_markers=None) == (
        "<p>This copy of the site came without its tests. So we cannot show you what holds each promise here.</p>"
        '<div class="jumps"><ul role="list"><li><a href="#privacy">Privacy</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul role="list">'
        '<li id="promise-no-cookies"><p><strong>We set no cookies.</strong></p></li></ul></section>'
    )
