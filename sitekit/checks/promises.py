"""Rules for what readers are promised: a test holds each promise, and a marker on a test names one."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.model import Site
from sitekit.problems import Problem, suggest
from sitekit.promises import held


def every_promise_is_held_by_a_test(site: Site) -> Iterator[Problem]:
    """What no test holds is a wish. A copy without its tests says so on its page instead."""
    if site.marks is None:
        return
    # A file of tests that could not be read may hold it.
    if any(what == "test" for what, _ in site.faulty):
        return
    for id, tests in held(site.promises, site.marks).items():
        if not tests:
            promise = site.promises[id]
            left_out = any(mark.promise == id for mark in site.marks)
            fault = f"Only tests that may be left out hold the promise '{id}'" if left_out else f"No test holds the promise '{id}'"
            yield Problem(promise.path, promise.line("id"), fault, f'Mark one that always runs with @pytest.mark.promise("{id}"), or remove the promise.')


def every_marker_names_a_promise(site: Site) -> Iterator[Problem]:
    """A marker that names nothing holds nothing."""
    for mark in dict.fromkeys((mark.promise, mark.path, mark.line) for mark in site.marks or ()):
        promise, path, line = mark
        if promise is None:
            yield Problem(path, line, "This marker names no promise", 'Write its id in quotes, as @pytest.mark.promise("no-cookies").')
        elif not site.knows("promise", promise):
            yield Problem(path, line, f"There is no promise '{promise}'", suggest(promise, site.promises, "promise"))


RULES = (every_promise_is_held_by_a_test, every_marker_names_a_promise)
