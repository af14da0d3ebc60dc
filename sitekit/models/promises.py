"""What readers are promised, and which tests verify it. No I/O."""

from collections.abc import Iterable
from typing import NamedTuple

from sitekit.models.record import Id, Record, Short, TrueOrFalse, Words, slug


class Promise(Record):
    """Something readers can hold us to, in their words; `limit` is what it does not cover.

    A long `group` is divided into parts, each under its own heading. What matters only to those who build or run a copy is
    `for_builders`, and collapsed.
    """

    id: Id
    group: Short
    part: Short | None = None
    for_builders: TrueOrFalse = False
    say: Words
    limit: Words | None = None

    @property
    def group_slug(self) -> str:
        """The fragment of its group's URL."""
        return slug(self.group)

    @property
    def part_slug(self) -> str | None:
        """The fragment of its part's URL."""
        return slug(self.part) if self.part else None


class TestMarker(NamedTuple):
    """One promise named by the marker of one test; `promise` is None where the marker names it in another way than as a string.

    `test` is the test's name in words, `says` what it looks for, in words for readers. It `counts` if it is neither skipped nor expected to
    fail.
    """

    promise: str | None
    path: str
    line: int
    test: str
    counts: bool
    says: str | None = None


# pytest would collect the class by its name.
TestMarker.__test__ = False  # type: ignore[attr-defined]


def verified_by(promises: dict[str, Promise], markers: Iterable[TestMarker]) -> dict[str, list[TestMarker]]:
    """Return the markers that count for each promise, each description of a test once, in the order of `markers`."""
    found: dict[str, dict[tuple[str, str, str | None], TestMarker]] = {id: {} for id in promises}
    for marker in markers:
        if marker.counts and marker.promise in found:
            found[marker.promise].setdefault((marker.path, marker.test, marker.says), marker)
    return {id: list(tests.values()) for id, tests in found.items()}


def descriptions(markers: Iterable[TestMarker]) -> list[str]:
    """Return what tests look for in words for readers, each description once."""
    return list(dict.fromkeys(marker.says for marker in markers if marker.says))
