"""What the settings of MkDocs mean for the site: the order of the menu, and the site's URL. Reads no files."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.models.site import NavEntry, SiteUrl
from sitekit.sources.yaml import KeyPath, ParsedYaml


def nav(config: ParsedYaml) -> tuple[NavEntry, ...]:
    """Return the pages that `nav:` of mkdocs.yml names, in order."""
    settings = config.value if isinstance(config.value, dict) else {}
    return tuple(_entries(settings.get("nav"), ("nav",), config))


def site_url(config: ParsedYaml) -> SiteUrl | None:
    """Return `site_url:` of mkdocs.yml, a value or `!ENV [VARIABLE, default]`; None where there is none."""
    written = config.value.get("site_url") if isinstance(config.value, dict) else None
    if written is None:
        return None
    parts = written if isinstance(written, list) else [None, written]
    variable, default = [*(None if part is None else str(part) for part in parts), None, None][:2]
    return SiteUrl(variable=variable, default=default, line=config.line(("site_url",)))


def _entries(value: object, keys: KeyPath, config: ParsedYaml, section: str = "") -> Iterator[NavEntry]:
    if isinstance(value, str):
        yield NavEntry(path=value, line=config.line(keys), section=section)
    elif isinstance(value, list):
        for n, child in enumerate(value):
            yield from _entries(child, (*keys, n), config, section)
    elif isinstance(value, dict):
        for label, child in value.items():
            if isinstance(child, str):
                yield NavEntry(path=child, line=config.line((*keys, label)), labelled=True, section=section)
            else:
                yield from _entries(child, (*keys, label), config, section or label or " ")
