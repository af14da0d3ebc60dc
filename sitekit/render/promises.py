"""What readers are promised, as HTML, with the tests that hold it. All words are escaped."""

from __future__ import annotations

from html import escape

from sitekit.model import Site
from sitekit.promises import Mark, Promise, held

WITHOUT_TESTS = "This copy of the site came without its tests. So we cannot show you what holds each promise here."
NOT_TESTED = "Not tested yet."


def promises(site: Site) -> str:
    """Render every promise in its group, each with the tests that hold it, or a plain word that none does."""
    tests = held(site.promises, site.marks or ())
    groups: dict[str, list[Promise]] = {}
    for promise in site.promises.values():
        groups.setdefault(promise.group, []).append(promise)
    shown = "".join(_group(group, several, tests if site.marks is not None else None) for group, several in groups.items())
    jumps = "".join(f'<li><a href="#{several[0].group_slug}">{escape(group)}</a></li>' for group, several in groups.items())
    without = "" if site.marks is not None else f"<p>{WITHOUT_TESTS}</p>"
    return f'{without}<div class="jumps"><ul>{jumps}</ul></div>{shown}'


def _group(group: str, promises: list[Promise], tests: dict[str, list[Mark]] | None) -> str:
    rows = "".join(f'<li id="promise-{promise.id}">{_promise(promise, tests)}</li>' for promise in promises)
    return f'<section class="promises"><h3 id="{promises[0].group_slug}">{escape(group)}</h3><ul>{rows}</ul></section>'


def _promise(promise: Promise, tests: dict[str, list[Mark]] | None) -> str:
    limit = f" {escape(promise.limit)}" if promise.limit else ""
    said = f"<p><strong>{escape(promise.say)}</strong>{limit}</p>"
    if tests is None:
        return said
    found = tests[promise.id]
    if not found:
        return f"{said}<p>{NOT_TESTED}</p>"
    rows = "".join(f"<li>{escape(mark.test)} <code>{escape(mark.path)}</code></li>" for mark in found)
    count = "1 test" if len(found) == 1 else f"{len(found)} tests"
    return (f'{said}<details data-search-exclude><summary>{count}<span class="visually-hidden"> for: {escape(promise.say)}</span></summary>'
            f"<ul>{rows}</ul></details>")
