"""Promise markers that decorate tests are read; what may be skipped does not count."""

import pytest

from sitekit.models.promises import TestMarker
from sitekit.sources.loader import load
from sitekit.sources.test_markers import parse_test_markers

WHERE = "tests/test_it.py"


def counted(text: str) -> list[tuple]:
    return [(marker.promise, marker.line, marker.test, marker.counts) for marker in parse_test_markers(text, WHERE)]


def test_marker_of_a_test_names_its_promise():
    assert parse_test_markers('@pytest.mark.promise("no-cookies")\ndef test_no_page_sets_one(page):\n    assert page\n', WHERE) == [
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
def test_marker_describes_its_test_to_readers(text, says):
    assert [marker.says for marker in parse_test_markers(text, WHERE)] == [says]


def test_test_may_verify_several_promises():
    assert counted('@pytest.mark.promise("one", "two")\n@mark.promise("three")\ndef test_it(): ...') == [
        ("one", 1, "It.", True),
        ("two", 1, "It.", True),
        ("three", 2, "It.", True),
    ]


def test_marker_counts_on_a_test_that_waits():
    assert counted('@pytest.mark.promise("it")\nasync def test_it(): ...') == [("it", 1, "It.", True)]


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
def test_skipped_test_does_not_count(text):
    assert [(marker.promise, marker.counts) for marker in parse_test_markers(text, WHERE)] == [("it", False)]


def test_marker_without_a_string_has_no_promise():
    assert counted("@pytest.mark.promise(SLUG)\n@pytest.mark.promise\ndef test_it(): ...") == [
        (None, 1, "It.", True),
        (None, 2, "It.", True),
    ]


def test_text_about_markers_is_no_marker():
    assert parse_test_markers('"""See pytest.mark.promise."""\nTEXT = \'@pytest.mark.promise("it")\'\ndef test_it(): ...', WHERE) == []


def test_all_test_files_are_read(good):
    assert load(good)[0].test_markers is None
    (good / "tests/unit").mkdir(parents=True)
    (good / "tests/helper.py").write_text("no Python, and no test of a promise\n")
    (good / "tests/test_a.py").write_text('@pytest.mark.promise("no-cookies")\ndef test_it(): ...\n')
    (good / "tests/unit/test_b.py").write_text('\n@pytest.mark.promise("no-cookies")\ndef test_it(): ...\n')
    site, problems = load(good)
    assert ([(marker.path, marker.line) for marker in site.test_markers], problems, site.unreadable) == (
        [("tests/test_a.py", 1), ("tests/unit/test_b.py", 2)],
        [],
        set(),
    )


@pytest.mark.parametrize(
    "text, line, message",
    [
        (b"promise = 1\ndef (:\n", 2, "This test file is not Python. Correct it where it breaks off."),
        (b"promise = 1\nx = " + b"-" * 5000 + b"1\n", 1, "This test file is not Python. Correct it where it breaks off."),
    ],
)
def test_test_file_that_is_not_python_is_reported(good, text, line, message):
    (good / "tests").mkdir()
    (good / "tests/test_a.py").write_bytes(text)
    site, problems = load(good)
    assert ([str(problem) for problem in problems], site.unreadable, site.test_markers) == (
        [f"tests/test_a.py:{line}: {message}"],
        {("test", "tests/test_a.py")},
        (),
    )


def test_test_file_that_is_not_text_is_reported(good):
    (good / "tests").mkdir()
    (good / "tests/test_a.py").write_bytes(b"promise \xff")
    assert [str(problem) for problem in load(good)[1]] == [
        "tests/test_a.py:1: This file is not UTF-8 text. Save it as UTF-8 in your editor."
    ]


@pytest.mark.promise("no-promise-untested", says="We compare this list with the tests that ran. Both must name the same.")
def test_pytest_finds_the_same_markers(request, site):
    """Every marker on the tests of this run is found by reading their files, with the same answer to whether it counts."""
    read = {(marker.path, marker.promise, marker.counts, marker.says) for marker in site.test_markers}
    root = request.config.rootpath
    left_out = {"skip", "skipif", "xfail", "slow"}
    for item in request.session.items:
        for marker in item.iter_markers("promise"):
            for promise in marker.args:
                counts = not left_out.intersection(mark.name for mark in item.iter_markers())
                assert (item.path.relative_to(root).as_posix(), promise, counts, marker.kwargs["says"]) in read, item.nodeid
