"""Rules for what readers are promised: a test holds each promise, a marker on a test names one, and both are told plainly."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import readability
from sitekit.errors import Problem, suggest
from sitekit.models.promises import Promise, verified_by
from sitekit.models.site import Site
from sitekit.schema.page_types import LONGEST

# As many as can be held in mind, as in any list of ours.
_MOST = 7


def every_promise_is_held_by_a_test(site: Site) -> Iterator[Problem]:
    """What no test holds is a wish. A copy without its tests says so on its page instead."""
    if site.test_markers is None:
        return
    # A file of tests that could not be read may hold it.
    if any(what == "test" for what, _ in site.unreadable):
        return
    for id, tests in verified_by(site.promises, site.test_markers).items():
        if not tests:
            promise = site.promises[id]
            left_out = any(mark.promise == id for mark in site.test_markers)
            fault = f"Only tests that may be left out hold the promise '{id}'" if left_out else f"No test holds the promise '{id}'"
            yield Problem(
                promise.path,
                promise.line("id"),
                fault,
                f'TestMarker one that always runs with @pytest.mark.promise("{id}"), or remove the promise.',
            )


def every_marker_names_a_promise(site: Site) -> Iterator[Problem]:
    """A marker that names nothing holds nothing."""
    for mark in dict.fromkeys((mark.promise, mark.path, mark.line) for mark in site.test_markers or ()):
        promise, path, line = mark
        if promise is None:
            yield Problem(path, line, "This marker names no promise", 'Write its id in quotes, as @pytest.mark.promise("no-cookies").')
        elif not site.defines("promise", promise):
            yield Problem(path, line, f"There is no promise '{promise}'", suggest(promise, site.promises, "promise"))


def every_test_says_what_it_looks_for(site: Site) -> Iterator[Problem]:
    """The name of a test is for those who write tests. Readers get a sentence of its own, and short ones."""
    for path, line, says in dict.fromkeys(
        (mark.path, mark.line, mark.says) for mark in site.test_markers or () if mark.counts and mark.promise in site.promises
    ):
        if not says:
            yield Problem(
                path,
                line,
                "This marker does not tell readers what the test looks for",
                'Add says="…" after the id, in plain words and in quotes.',
            )
        for sentence in readability.sentences(says or ""):
            count = len(readability.words(sentence))
            if count > LONGEST:
                yield Problem(
                    path,
                    line,
                    f"The sentence '{' '.join(sentence.split()[:5])} …' has {count} words",
                    f"Write at most {LONGEST}; make two of it.",
                )


def lists_of_promises_are_short(site: Site) -> Iterator[Problem]:
    """A list longer than can be held in mind gets small heads."""
    lists: dict[tuple[str, str | None], list[Promise]] = {}
    for promise in site.promises.values():
        lists.setdefault((promise.group, promise.part), []).append(promise)
    for (group, part), promises in lists.items():
        if len(promises) > _MOST:
            last = promises[_MOST]
            yield Problem(
                last.path,
                last.line("group"),
                f"'{part or group}' lists {len(promises)} promises",
                f"List at most {_MOST}; give the rest another 'part', which becomes a small head.",
            )


RULES = (every_promise_is_held_by_a_test, every_marker_names_a_promise, every_test_says_what_it_looks_for, lists_of_promises_are_short)
