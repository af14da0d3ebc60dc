"""What readers are promised, as HTML, with what the tests that hold it look for. All words are escaped."""

from __future__ import annotations

from html import escape

from sitekit.models.promises import Promise, TestMarker, descriptions, verified_by
from sitekit.models.site import Site

WITHOUT_TESTS = "This copy of the site came without its tests. So we cannot show you what holds each promise here."
NOT_TESTED = "Not tested yet."
FOR_BUILDERS = "For those who build or run a copy"


def promises(site: Site) -> str:
    """Render every promise in its group, each with what its tests look for, or a plain word that none holds it.

    Groups for those who build or run a copy come last, and folded.
    """
    tests = verified_by(site.promises, site.test_markers) if site.test_markers is not None else None
    groups: dict[str, list[Promise]] = {}
    for promise in sorted(site.promises.values(), key=lambda promise: promise.for_builders):
        groups.setdefault(promise.group, []).append(promise)
    shown = "".join(_group(group, several, tests) for group, several in groups.items())
    jumps = "".join(f'<li><a href="#{several[0].group_slug}">{escape(group)}</a></li>' for group, several in groups.items())
    without = "" if tests is not None else f"<p>{WITHOUT_TESTS}</p>"
    return f'{without}<div class="jumps"><ul>{jumps}</ul></div>{shown}'


def _group(group: str, promises: list[Promise], tests: dict[str, list[TestMarker]] | None) -> str:
    parts: dict[str | None, list[Promise]] = {}
    for promise in promises:
        parts.setdefault(promise.part, []).append(promise)
    lists = "".join(_part(part, several, tests) for part, several in parts.items())
    if promises[0].for_builders:
        lists = f"<details><summary>{FOR_BUILDERS}</summary>{lists}</details>"
    return f'<section class="promises"><h3 id="{promises[0].group_slug}">{escape(group)}</h3>{lists}</section>'


def _part(part: str | None, promises: list[Promise], tests: dict[str, list[TestMarker]] | None) -> str:
    head = f'<h4 id="{promises[0].part_slug}">{escape(part)}</h4>' if part else ""
    rows = "".join(f'<li id="promise-{promise.id}">{_promise(promise, tests)}</li>' for promise in promises)
    return f"{head}<ul>{rows}</ul>"


def _promise(promise: Promise, tests: dict[str, list[TestMarker]] | None) -> str:
    limit = f" {escape(promise.limit)}" if promise.limit else ""
    said = f"<strong>{escape(promise.say)}</strong>{limit}"
    if tests is None:
        return f"<p>{said}</p>"
    if not tests[promise.id]:
        return f"<p>{said}</p><p>{NOT_TESTED}</p>"
    rows = "".join(f"<li>{escape(says)}</li>" for says in descriptions(tests[promise.id]))
    return f"<details><summary>{said}</summary><ul data-search-exclude>{rows}</ul></details>"
