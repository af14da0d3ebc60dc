"""Promises and the test markers that name them."""

import pytest

from sitekit.checks import promises
from sitekit.models.promises import Promise, TestMarker
from tests.unit.smallest import at, reported, site

KNOWN = {id: at(1, Promise(id=id, group="G", say="We say."), "p.yml", id=line) for line, id in ((2, "no-cookies"), (5, "no-fonts"))}
HINT = 'Mark one that always runs with @pytest.mark.promise("{}"), or remove the promise.'


def marker(promise: str | None, counts: bool = True, line: int = 3) -> TestMarker:
    return TestMarker(promise, "tests/test_it.py", line, "It.", counts)


@pytest.mark.parametrize(
    "markers, unreadable, problems",
    [
        ([marker("no-cookies"), marker("no-fonts")], [], []),
        ([marker("no-cookies")], [], ["p.yml:5: No test verifies the promise 'no-fonts'. " + HINT.format("no-fonts")]),
        (
            [marker("no-cookies"), marker("no-fonts", counts=False)],
            [],
            ["p.yml:5: Only tests that may be skipped verify the promise 'no-fonts'. " + HINT.format("no-fonts")],
        ),
        (
            [],
            [("page", "a.md")],
            [f"p.yml:{line}: No test verifies the promise '{id}'. {HINT.format(id)}" for line, id in ((2, "no-cookies"), (5, "no-fonts"))],
        ),
        ([], [("test", "tests/test_b.py")], []),
        (None, [], []),
    ],
    ids=[
        "both tested",
        "one untested",
        "one only by a test that may be skipped",
        "none tested",
        "a test file is unreadable",
        "a copy without tests",
    ],
)
def test_promise_without_a_test_that_always_runs_is_reported(markers, unreadable, problems):
    found = site(promises=KNOWN, test_markers=None if markers is None else tuple(markers), unreadable=frozenset(unreadable))
    assert reported(promises.promises_have_tests(found)) == problems


@pytest.mark.parametrize(
    "markers, problems",
    [
        ([marker("no-cookies"), marker("unread")], []),
        (
            [marker(None), marker(None)],
            ['tests/test_it.py:3: This marker names no promise. Write its id in quotes, as @pytest.mark.promise("no-cookies").'],
        ),
        (
            [marker(None), marker("no-cokies", line=7)],
            [
                'tests/test_it.py:3: This marker names no promise. Write its id in quotes, as @pytest.mark.promise("no-cookies").',
                "tests/test_it.py:7: There is no promise 'no-cokies'. Did you mean 'no-cookies'?",
            ],
        ),
        (None, []),
    ],
)
def test_marker_of_no_known_promise_is_reported_once(markers, problems):
    found = site(promises=KNOWN, test_markers=None if markers is None else tuple(markers), unreadable=frozenset({("promise", "unread")}))
    assert reported(promises.markers_name_promises(found)) == problems


def test_marker_is_reported_where_the_site_has_no_promises():
    assert reported(promises.markers_name_promises(site(promises={}, test_markers=(marker("x"),)))) == [
        "tests/test_it.py:3: There is no promise 'x'. There is no promise yet; add it first."
    ]


def says(words: str | None, counts: bool = True, promise: str = "no-cookies") -> TestMarker:
    return TestMarker(promise, "tests/test_it.py", 3, "It.", counts, words)


LONG = "One two three four five six" + " x" * 20 + "."


@pytest.mark.parametrize(
    "markers, problems",
    [
        ([says("We look for cookies."), says("We look for cookies.")], []),
        (
            [says(None), says(None)],
            [
                "tests/test_it.py:3: This marker does not tell readers what the test looks for. "
                'Add says="…" after the id, in plain words and in quotes.'
            ],
        ),
        ([says(None, counts=False), says(None, promise="unknown")], []),
        (
            [says(f"Short. {LONG}")],
            ["tests/test_it.py:3: The sentence 'One two three four five …' has 26 words. Write at most 25; make two of it."],
        ),
        ([says(LONG.replace(" x", "", 1))], []),
        (None, []),
    ],
)
def test_marker_without_description_or_with_a_long_sentence_is_reported(markers, problems):
    assert (
        reported(promises.markers_describe_their_test(site(promises=KNOWN, test_markers=None if markers is None else tuple(markers))))
        == problems
    )


def test_list_of_more_than_seven_promises_is_reported_at_the_eighth():
    def many(count: int, **part: str) -> dict[str, Promise]:
        ids = [f"{part.get('part', 'x')}{n}".lower() for n in range(count)]
        return {id: at(n, Promise(id=id, group="Privacy", say="S.", **part), "p.yml", group=n * 10) for n, id in enumerate(ids, 1)}

    hint = "List at most 7; give the rest another 'part', which becomes a subheading."
    assert reported(promises.promise_lists_are_short(site(promises=many(7) | many(7, part="Part")))) == []
    assert reported(promises.promise_lists_are_short(site(promises=many(9) | many(8, part="Part")))) == [
        f"p.yml:80: 'Privacy' lists 9 promises. {hint}",
        f"p.yml:80: 'Part' lists 8 promises. {hint}",
    ]
