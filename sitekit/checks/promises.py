"""Rules for promises to readers: tests verify each promise, and each test marker names one and says what its test looks for."""

from collections.abc import Iterator

from sitekit.checks.readability import long_sentences
from sitekit.checks.reporting import problem_at, unknown
from sitekit.errors import Problem
from sitekit.models.promises import Promise, verified_by
from sitekit.models.site import Site

# The most promises that one list may hold.
_MOST = 7


def promises_have_tests(site: Site) -> Iterator[Problem]:
    """Require that a test that always runs verifies each promise. A copy without tests says so on its page instead."""
    # Tests that could not be read may verify any promise.
    if site.test_markers is None or any(kind == "test" for kind, _ in site.unreadable):
        return
    for id, tests in verified_by(site.promises, site.test_markers).items():
        if not tests:
            skipped = any(marker.promise == id for marker in site.test_markers)
            message = f"{'Only tests that may be skipped verify' if skipped else 'No test verifies'} the promise '{id}'"
            hint = f'Mark one that always runs with @pytest.mark.promise("{id}"), or remove the promise.'
            yield problem_at(site.promises[id], "id", message, hint)


def markers_name_promises(site: Site) -> Iterator[Problem]:
    """Require that each marker of a test names a promise that exists."""
    for promise, path, line in dict.fromkeys((marker.promise, marker.path, marker.line) for marker in site.test_markers or ()):
        if promise is None:
            yield Problem(path, line, "This marker names no promise", 'Write its id in quotes, as @pytest.mark.promise("no-cookies").')
        elif not site.defines("promise", promise):
            yield unknown(path, line, "promise", promise, site.promises)


def markers_describe_their_test(site: Site) -> Iterator[Problem]:
    """Require that each marker tells readers in short sentences what its test looks for."""
    markers = [marker for marker in site.test_markers or () if marker.counts and marker.promise in site.promises]
    for path, line, says in dict.fromkeys((marker.path, marker.line, marker.says) for marker in markers):
        if not says:
            message = "This marker does not tell readers what the test looks for"
            yield Problem(path, line, message, 'Add says="…" after the id, in plain words and in quotes.')
        yield from long_sentences(path, line, says or "")


def promise_lists_are_short(site: Site) -> Iterator[Problem]:
    """Require that a list of promises is short; a longer one is split under subheadings."""
    lists: dict[tuple[str, str | None], list[Promise]] = {}
    for promise in site.promises.values():
        lists.setdefault((promise.group, promise.part), []).append(promise)
    for (group, part), promises in lists.items():
        if len(promises) > _MOST:
            hint = f"List at most {_MOST}; give the rest another 'part', which becomes a subheading."
            yield problem_at(promises[_MOST], "group", f"'{part or group}' lists {len(promises)} promises", hint)
