"""The page of promises says which tests verify each."""

import pytest

from sitekit import render
from sitekit.models.promises import TestMarker
from sitekit.sources.loader import load

WHERE = "tests/test_it.py"


def site_with(good, *says, **changes):
    """Return the smallest site with one promise, changed so, and one test for each description."""
    site = load(good)[0]
    return site.model_copy(
        update={
            "promises": {id: promise.model_copy(update=changes) for id, promise in site.promises.items()},
            "test_markers": tuple(
                TestMarker("no-cookies", WHERE, line, "No page sets one.", True, one) for line, one in enumerate(says, 1)
            ),
        }
    )


def test_tests_of_a_promise_are_collapsed_below_it(good):
    site = site_with(good, "We look for cookies.", limit="Others may.")
    assert render.promises(site) == (
        '<div class="jumps"><ul><li><a href="#privacy">Privacy</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul><li id="promise-no-cookies">'
        "<details><summary><strong>We set no cookies.</strong> Others may.</summary>"
        "<ul data-search-exclude><li>We look for cookies.</li></ul></details></li></ul></section>"
    )


def test_part_of_a_group_has_a_heading(good):
    assert (
        '<h3 id="privacy">Privacy</h3><h4 id="what-others-learn">What others learn</h4><ul><li id="promise-no-cookies">'
        in render.promises(site_with(good, "We look for cookies.", part="What others learn"))
    )


def test_promise_for_builders_is_last_and_collapsed(good):
    site = site_with(good, "We look for cookies.")
    ours = site.promises["no-cookies"]
    theirs = ours.model_copy(update={"id": "same-bytes", "group": "How it is made", "for_builders": True})
    shown = render.promises(site.model_copy(update={"promises": {"same-bytes": theirs, "no-cookies": ours}}))
    assert shown.startswith(
        '<div class="jumps"><ul><li><a href="#privacy">Privacy</a></li><li><a href="#how-it-is-made">How it is made</a></li></ul></div>'
    )
    assert shown.endswith(
        '<section class="promises"><h3 id="how-it-is-made">How it is made</h3><details><summary>For those who build or run a copy</summary>'
        '<ul><li id="promise-same-bytes"><p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li></ul></details></section>'
    )


@pytest.mark.promise("no-promise-untested", says='We take the tests of a promise away. This page must say "not tested yet".')
def test_promise_without_a_test_says_so(good):
    assert "<strong>We set no cookies.</strong></p><p>Not tested yet.</p>" in render.promises(
        load(good)[0].model_copy(update={"test_markers": ()})
    )


def test_copy_without_tests_says_so(good):
    shown = render.promises(load(good)[0])
    assert shown.startswith("<p>This copy of the site came without its tests.")
    assert "Not tested" not in shown and "<details" not in shown
