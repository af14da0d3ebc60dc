"""What the generator's settings tell the rest: the menu's order, and where the site will live. Reads no files."""

from __future__ import annotations

from sitekit.models.site import NavEntry, SiteUrl
from sitekit.sources.yaml import Read


def nav(read: Read) -> tuple[NavEntry, ...]:
    """Return the pages that mkdocs.yml names in its menu, in order."""
    entries: list[NavEntry] = []
    _walk(read.value.get("nav") if isinstance(read.value, dict) else None, ("nav",), read, entries)
    return tuple(entries)


def site_url(read: Read) -> SiteUrl | None:
    """Return the site's address as set, plainly or as a variable's name with a default; None where there is none."""
    written = read.value.get("site_url") if isinstance(read.value, dict) else None
    if written is None:
        return None
    parts = written if isinstance(written, list) else [None, written]
    variable, default = [*(None if part is None else str(part) for part in parts), None, None][:2]
    return SiteUrl(variable=variable, default=default, line=read.line(("site_url",)))


def _walk(value: object, loc: tuple, read: Read, entries: list[NavEntry], section: str = "") -> None:
    if isinstance(value, str):
        entries.append(NavEntry(path=value, line=read.line(loc), section=section))
    elif isinstance(value, list):
        for n, child in enumerate(value):
            _walk(child, (*loc, n), read, entries, section)
    elif isinstance(value, dict):
        for label, child in value.items():
            if isinstance(child, str):
                entries.append(NavEntry(path=child, line=read.line((*loc, label)), labelled=True, section=section))
            else:
                _walk(child, (*loc, label), read, entries, section or str(label))
