"""Markers that count verify a promise, and say to readers what the tests look for."""

from sitekit.models.promises import Promise, TestMarker, descriptions, verified_by

WHERE = "tests/test_it.py"


def test_slugs_of_a_promise_are_parts_of_urls():
    promise = Promise(id="x", group="Safe & sound", say="We keep it.")
    assert (promise.group_slug, promise.part_slug) == ("safe-sound", None)
    assert promise.model_copy(update={"part": "What others learn"}).part_slug == "what-others-learn"


def test_description_shared_by_tests_is_returned_once():
    one, same, other = (
        TestMarker("it", WHERE, 1, test, True, says) for test, says in (("A.", "We look."), ("B.", "We look."), ("C.", "We tap."))
    )
    assert descriptions([one, same, other, one._replace(says=None)]) == ["We look.", "We tap."]


def test_promise_is_verified_by_each_test_once():
    promises = {"no-cookies": Promise(id="no-cookies", group="Privacy", say="We set no cookies.")}
    one, other, off = (
        TestMarker("no-cookies", path, 1, "It.", counts) for path, counts in (("a.py", True), ("b.py", True), ("c.py", False))
    )
    assert verified_by(promises, [one, one, other, off, one._replace(promise="unknown")]) == {"no-cookies": [one, other]}
