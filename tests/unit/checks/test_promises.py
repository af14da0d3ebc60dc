"""A test that always runs holds each promise, and each marker names one."""

import pytest

from sitekit.checks import promises
from sitekit.models.promises import Promise, TestMarker
from tests.unit.smallest import at, site, told

KNOWN = {id: at(1, Promise(id=id, group="G", say="We say."), "p.yml", id=line) for line, id in ((2, "no-cookies"), (5, "no-fonts"))}
MEND = 'TestMarker one that always runs with @pytest.mark.promise("{}"), or remove the promise.'


def mark(promise: str | None, counts: bool = True, line: int = 3) -> TestMarker:
    return TestMarker(promise, "tests/test_it.py", line, "It.", counts)


@pytest.mark.parametrize(
    "marks, faulty, problems",
    [
        ([mark("no-cookies"), mark("no-fonts")], [], []),
        ([mark("no-cookies")], [], ["p.yml:5: No test holds the promise 'no-fonts'. " + MEND.format("no-fonts")]),
        (
            [mark("no-cookies"), mark("no-fonts", counts=False)],
            [],
            ["p.yml:5: Only tests that may be left out hold the promise 'no-fonts'. " + MEND.format("no-fonts")],
        ),
        (
            [],
            [("page", "a.md")],
            [f"p.yml:{line}: No test holds the promise '{id}'. {MEND.format(id)}" for line, id in ((2, "no-cookies"), (5, "no-fonts"))],
        ),
        ([], [("test", "tests/test_b.py")], []),
        (None, [], []),
    ],
    ids=["both held", "one not held", "one that may be left out", "none held", "a file of tests could not be read", "a copy without tests"],
)
def test_each_promise_is_held_by_a_test(marks, faulty, problems):
    found = site(promises=KNOWN, test_markers=None if marks is None else tuple(marks), unreadable=frozenset(faulty))
    assert told(promises.every_promise_is_held_by_a_test(found)) == problems


@pytest.mark.parametrize(
    "marks, problems",
    [
        ([mark("no-cookies"), mark("unread")], []),
        (
            [mark(None), mark(None)],
            ['tests/test_it.py:3: This marker names no promise. Write its id in quotes, as @pytest.mark.promise("no-cookies").'],
        ),
        (
            [mark(None), mark("no-cokies", line=7)],
            [
                'tests/test_it.py:3: This marker names no promise. Write its id in quotes, as @pytest.mark.promise("no-cookies").',
                "tests/test_it.py:7: There is no promise 'no-cokies'. Did you mean 'no-cookies'?",
            ],
        ),
        (None, []),
    ],
)
def test_each_marker_names_a_promise_and_is_told_once(marks, problems):
    found = site(promises=KNOWN, test_markers=None if marks is None else tuple(marks), unreadable=frozenset({("promise", "unread")}))
    assert told(promises.every_marker_names_a_promise(found)) == problems


def test_where_nothing_is_promised_a_marker_names_nothing():
    assert told(promises.every_marker_names_a_promise(site(promises={}, test_markers=(mark("x"),)))) == [
        "tests/test_it.py:3: There is no promise 'x'. There is no promise yet; add it first."
    ]


def says(words: str | None, counts: bool = True, promise: str = "no-cookies") -> TestMarker:
    return TestMarker(promise, "tests/test_it.py", 3, "It.", counts, words)


LONG = "One two three four five six" + " x" * 20 + "."


@pytest.mark.parametrize(
    "marks, problems",
    [
        ([says("We look for cookies."), says("We look for cookies.")], []),
        (
            [says(None), says(None)],
            [
                'tests/test_it.py:3: This marker does not tell readers what the test looks for. Add says="…" after the id, in plain words and in quotes.'
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
def test_each_test_that_counts_says_in_short_sentences_what_it_looks_for(marks, problems):
    assert (
        told(promises.every_test_says_what_it_looks_for(site(promises=KNOWN, test_markers=None if marks is None else tuple(marks))))
        == problems
    )


def test_a_list_holds_seven_promises_and_the_first_too_many_is_told():
    def many(count: int, **part: str) -> dict[str, Promise]:
        ids = [f"{part.get('part', 'x')}{n}".lower() for n in range(count)]
        return {id: at(n, Promise(id=id, group="Privacy", say="S.", **part), "p.yml", group=n * 10) for n, id in enumerate(ids, 1)}

    mend = "List at most 7; give the rest another 'part', which becomes a small head."
    assert told(promises.lists_of_promises_are_short(site(promises=many(7) | many(7, part="Part")))) == []
    assert told(promises.lists_of_promises_are_short(site(promises=many(9) | many(8, part="Part")))) == [
        f"p.yml:80: 'Privacy' lists 9 promises. {mend}",
        f"p.yml:80: 'Part' lists 8 promises. {mend}",
    ]
