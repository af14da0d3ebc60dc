"""Which tests hold a promise is read from their markers, as pytest itself would read them, and nothing else counts."""

import pytest

from sitekit import render
from sitekit.models.promises import TestMarker, held, marks, told
from sitekit.sources.loader import load

WHERE = "tests/test_it.py"


def counted(text: str) -> list[tuple]:
    return [(mark.promise, mark.line, mark.test, mark.counts) for mark in marks(text, WHERE)]


def test_a_marker_over_a_test_names_its_promise():
    assert marks('@pytest.mark.promise("no-cookies")\ndef test_no_page_sets_one(page):\n    assert page\n', WHERE) == [
        TestMarker("no-cookies", WHERE, 1, "No page sets one.", True)
    ]


@pytest.mark.parametrize(
    "text, says",
    [
        ('@pytest.mark.promise("no-cookies", says="There must be none.")\ndef test_it(): ...', "There must be none."),
        ('@pytest.mark.promise("no-cookies", says="There must "\n    "be none.")\ndef test_it(): ...', "There must be none."),
        ('@pytest.mark.promise("no-cookies")\ndef test_it(): ...', None),
        ('@pytest.mark.promise("no-cookies", says=WORDS)\ndef test_it(): ...', None),
    ],
    ids=["in words", "in two lines", "not at all", "under a name"],
)
def test_a_marker_says_to_readers_what_the_test_looks_for(text, says):
    assert [mark.says for mark in marks(text, WHERE)] == [says]


def test_what_several_tests_look_for_is_told_once():
    one, same, other = (
        TestMarker("it", WHERE, 1, test, True, says) for test, says in (("A.", "We look."), ("B.", "We look."), ("C.", "We tap."))
    )
    assert told([one, same, other, one._replace(says=None)]) == ["We look.", "We tap."]


def test_a_test_may_hold_several_promises():
    assert counted('@pytest.mark.promise("one", "two")\n@mark.promise("three")\ndef test_it(): ...') == [
        ("one", 1, "It.", True),
        ("two", 1, "It.", True),
        ("three", 2, "It.", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'pytestmark = pytest.mark.promise("it")\ndef test_it(): ...',
        'pytestmark = [pytest.mark.browser, pytest.mark.promise("it")]\ndef test_it(): ...',
        '@pytest.mark.promise("it")\nclass TestAll:\n    def test_it(self): ...',
        'class TestAll:\n    pytestmark = pytest.mark.promise("it")\n    def test_it(self): ...',
        'holds = pytest.mark.promise("it")\n@holds\ndef test_it(): ...',
        '@pytest.mark.promise("it")\nasync def test_it(): ...',
    ],
    ids=["the file's", "among the file's", "the class's", "in the class", "under a name", "a test that waits"],
)
def test_a_marker_counts_wherever_pytest_takes_it(text):
    assert [(mark.promise, mark.test, mark.counts) for mark in marks(text, WHERE)] == [("it", "It.", True)]


@pytest.mark.promise("no-promise-untested", says="We switch a test off. It must no longer count.")
@pytest.mark.parametrize(
    "text",
    [
        '@pytest.mark.skip\n@pytest.mark.promise("it")\ndef test_it(): ...',
        '@pytest.mark.promise("it")\n@pytest.mark.skipif(True, reason="no browser")\ndef test_it(): ...',
        '@pytest.mark.promise("it")\n@pytest.mark.xfail(reason="later")\ndef test_it(): ...',
        'pytestmark = pytest.mark.skip\n@pytest.mark.promise("it")\ndef test_it(): ...',
        '@pytest.mark.skip\nclass TestAll:\n    @pytest.mark.promise("it")\n    def test_it(self): ...',
        'later = pytest.mark.xfail\n@later\n@pytest.mark.promise("it")\ndef test_it(): ...',
        '@pytest.mark.promise("it")\ndef test_it():\n    if 1: pytest.skip("no browser")',
        '@pytest.mark.promise("it")\ndef test_it():\n    pytest.importorskip("playwright")',
        '@pytest.mark.promise("it")\ndef looks_like_one(): ...',
        '@pytest.mark.promise("it")\nclass Helper:\n    def test_it(self): ...',
    ],
    ids=[
        "skipped",
        "skipped at times",
        "expected to fail",
        "the file's",
        "the class's",
        "under a name",
        "leaves early",
        "needs a package",
        "no test",
        "no class of tests",
    ],
)
def test_what_may_be_left_out_does_not_count(text):
    assert [(mark.promise, mark.counts) for mark in marks(text, WHERE)] == [("it", False)]


def test_a_marker_that_names_nothing_in_quotes_is_found_without_a_promise():
    assert counted("@pytest.mark.promise(SLUG)\n@pytest.mark.promise\ndef test_it(): ...") == [
        (None, 1, "It.", True),
        (None, 2, "It.", True),
    ]


def test_words_about_markers_are_no_markers():
    assert marks('"""See pytest.mark.promise."""\nTEXT = \'@pytest.mark.promise("it")\'\ndef test_it(): ...', WHERE) == []


def test_a_promise_is_held_by_each_of_its_tests_once(good):
    promises = load(good)[0].promises
    one, other, off = (
        TestMarker("no-cookies", path, 1, "It.", counts) for path, counts in (("a.py", True), ("b.py", True), ("c.py", False))
    )
    assert held(promises, [one, one, other, off, one._replace(promise="unknown")]) == {"no-cookies": [one, other]}


def test_tests_are_read_for_the_promises_they_hold(good):
    assert load(good)[0].marks is None
    (good / "tests/unit").mkdir(parents=True)
    (good / "tests/helper.py").write_text("no Python, and no test of a promise\n")
    (good / "tests/test_a.py").write_text('@pytest.mark.promise("no-cookies")\ndef test_it(): ...\n')
    (good / "tests/unit/test_b.py").write_text('\n@pytest.mark.promise("no-cookies")\ndef test_it(): ...\n')
    site, problems = load(good)
    assert ([(mark.path, mark.line) for mark in site.test_markers], problems, site.unreadable) == (
        [("tests/test_a.py", 1), ("tests/unit/test_b.py", 2)],
        [],
        set(),
    )


@pytest.mark.parametrize(
    "text, line, fault",
    [
        (b"promise = 1\ndef (:\n", 2, "This file of tests is not Python. Mend it where it breaks off."),
        (b"promise = 1\nx = " + b"-" * 5000 + b"1\n", 1, "This file of tests is not Python. Mend it where it breaks off."),
    ],
)
def test_tests_that_are_not_python_are_told_and_remembered(good, text, line, fault):
    (good / "tests").mkdir()
    (good / "tests/test_a.py").write_bytes(text)
    site, problems = load(good)
    assert ([str(problem) for problem in problems], site.unreadable, site.test_markers) == (
        [f"tests/test_a.py:{line}: {fault}"],
        {("test", "tests/test_a.py")},
        (),
    )


def test_tests_that_are_no_text_are_told(good):
    (good / "tests").mkdir()
    (good / "tests/test_a.py").write_bytes(b"promise \xff")
    assert [str(problem) for problem in load(good)[1]] == [
        "tests/test_a.py:1: This file is not UTF-8 text. Save it as UTF-8 in your editor."
    ]


def held_by(good, *says, **changes):
    """Return the smallest site with one promise, changed so, and a test for each of the sayings."""
    site = load(good)[0]
    return site.model_copy(
        update={
            "promises": {id: promise.model_copy(update=changes) for id, promise in site.promises.items()},
            "marks": tuple(TestMarker("no-cookies", WHERE, line, "No page sets one.", True, one) for line, one in enumerate(says, 1)),
        }
    )


def test_the_page_shows_each_promise_and_folded_below_what_its_tests_look_for(good):
    site = held_by(good, "We look for cookies.", limit="Others may.")
    assert render.promises(site) == (
        '<div class="jumps"><ul><li><a href="#privacy">Privacy</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul><li id="promise-no-cookies">'
        "<details><summary><strong>We set no cookies.</strong> Others may.</summary>"
        "<ul data-search-exclude><li>We look for cookies.</li></ul></details></li></ul></section>"
    )


def test_a_long_group_is_told_in_parts(good):
    assert (
        '<h3 id="privacy">Privacy</h3><h4 id="what-others-learn">What others learn</h4><ul><li id="promise-no-cookies">'
        in render.promises(held_by(good, "We look for cookies.", part="What others learn"))
    )


def test_what_is_for_builders_comes_last_and_folded(good):
    site = held_by(good, "We look for cookies.")
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
def test_a_promise_that_no_test_holds_is_shown_as_such(good):
    assert "<strong>We set no cookies.</strong></p><p>Not tested yet.</p>" in render.promises(
        load(good)[0].model_copy(update={"marks": ()})
    )


def test_a_copy_without_tests_says_so(good):
    shown = render.promises(load(good)[0])
    assert shown.startswith("<p>This copy of the site came without its tests.")
    assert "Not tested" not in shown and "<details" not in shown


@pytest.mark.promise("no-promise-untested", says="We compare this list with the tests that ran. Both must name the same.")
def test_pytest_itself_finds_the_same_markers(request, site):
    """Every marker that pytest finds on the tests of this run is found by reading their files, and is held to count or not alike."""
    read = {(mark.path, mark.promise, mark.counts, mark.says) for mark in site.test_markers}
    root = request.config.rootpath
    left_out = {"skip", "skipif", "xfail"}
    for item in request.session.items:
        for marker in item.iter_markers("promise"):
            for promise in marker.args:
                counts = not left_out.intersection(mark.name for mark in item.iter_markers())
                assert (item.path.relative_to(root).as_posix(), promise, counts, marker.kwargs["says"]) in read, item.nodeid
