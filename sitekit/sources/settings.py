"""Read the settings of MkDocs: the menu, the site's URL, what pages fetch, and whether they are those the site is built with."""

import json
from collections.abc import Iterator

from sitekit.errors import Problem, nearest
from sitekit.models.site import NavEntry, Reference, SiteUrl
from sitekit.sources.parsed_markdown import EXTENSIONS
from sitekit.sources.yaml import KeyPath, ParsedYaml, is_text_for_mkdocs

FILE = "mkdocs.yml"
# Any of its kind.
_WORDS, _LIST = "words", "a list"
# What templates, macros and checks rely on. Lists are compared by their names.
_NEEDED: dict[str, object] = {
    "site_name": _WORDS,
    "site_description": _WORDS,
    "use_directory_urls": True,
    "watch": dict.fromkeys(("data", "overrides", "sitekit", "practice.yml")),
    "theme": {"name": "material", "custom_dir": "overrides", "font": False},
    "extra": {"preview": {"PREVIEW": None, "True": None}},
    "extra_css": _LIST,
    "plugins": {
        "search": None,
        "macros": {
            "modules": {"sitekit.render.macros": None, "sitekit.build.preview": None},
            "on_undefined": "strict",
            "on_error_fail": True,
            "j2_comment_start_string": "{##",
            "j2_comment_end_string": "##}",
        },
    },
    "markdown_extensions": {
        **dict.fromkeys(("sitekit.render.terms", "sitekit.render.folds", *EXTENSIONS)),
        "toc": {"permalink": False, "marker": ""},
    },
    "nav": _LIST,
}
# What may be left out: another rule looks at it, MkDocs has it by itself, or nothing that is published hangs on it.
_OPTIONAL = ("site_url", "fenced_code", "strict", "watch", "validation", "favicon", "translation")
# A page in a section: "nav", the number of the section, its label, the number of the page.
_DEPTH = 4
_FIX = "Take it from the original project."


def find_problems(config: ParsedYaml) -> list[Problem]:
    """Return what in mkdocs.yml is not as the site is built with: settings that are missing, empty, changed, or others."""
    return list(_compare(config, (), "", config.value, _NEEDED)) if isinstance(config.value, dict) else []


def _compare(config: ParsedYaml, keys: KeyPath, name: str, found: object, needed: object) -> Iterator[Problem]:
    line, prefix = config.line(keys), f"{name}: " if name else ""
    if needed not in (None, "") and found in (None, "", [], {}):
        yield Problem(FILE, line, f"The setting '{name}' is empty", _FIX)
    elif isinstance(needed, dict) and isinstance(found, dict | list):
        entries = _by_name(found)
        missing = {*needed} - {*entries, *_OPTIONAL}
        for key, (at, value) in entries.items():
            if key in needed:
                yield from _compare(config, (*keys, *at), prefix + key, value, needed[key])
            elif key not in _OPTIONAL:
                close = nearest(key, missing)
                missing.discard(close or "")
                hint = f"Did you mean '{close}'?" if close else "Remove it."
                yield Problem(FILE, config.line((*keys, *at)), f"The site is not built with the setting '{prefix}{key}'", hint)
        yield from (Problem(FILE, line, f"The setting '{prefix}{key}' is missing", _FIX) for key in missing)
    elif needed in (_WORDS, _LIST):
        if not (isinstance(found, list) if needed == _LIST else isinstance(found, str) and is_text_for_mkdocs(found)):
            yield Problem(FILE, line, f"The setting '{name}' is not {needed}", f"Write it as {needed}.")
    elif needed != found:
        hint = _FIX if needed is None or isinstance(needed, dict) else f"Write {json.dumps(needed)}."
        yield Problem(FILE, line, f"The site is not built with this value of '{name}'", hint)


def _by_name(found: object) -> dict[str, tuple[KeyPath, object]]:
    """Return the entries of a table, or those of a list, by their names: where each stands, and its value."""
    if isinstance(found, dict):
        return {key: ((key,), value) for key, value in found.items()}
    entries = [entry if isinstance(entry, dict) else {str(entry): None} for entry in (found if isinstance(found, list) else [])]
    return {name: ((n,), value) for n, entry in enumerate(entries) for name, value in entry.items()}


def nav(config: ParsedYaml) -> tuple[NavEntry, ...]:
    """Return the pages that `nav:` of mkdocs.yml names, in order."""
    settings = config.value if isinstance(config.value, dict) else {}
    return tuple(_entries(settings.get("nav") or [], ("nav",), config))


def site_url(config: ParsedYaml) -> SiteUrl | None:
    """Return `site_url:` of mkdocs.yml, a value or `!ENV [VARIABLE, default]`; None where there is none."""
    written = config.value.get("site_url") if isinstance(config.value, dict) else None
    if written is None:
        return None
    parts = written if isinstance(written, list) else [None, written]
    variable, default = [*(None if part is None else str(part) for part in parts), None, None][:2]
    return SiteUrl(variable=variable, default=default, line=config.line(("site_url",)))


def references(config: ParsedYaml) -> list[Reference]:
    """Return what mkdocs.yml makes every page fetch, by sheets and its icon."""
    settings = _by_name(config.value)
    sheets, theme = (settings.get(key, ((), None))[1] for key in ("extra_css", "theme"))
    found = [(config.line(("extra_css", *at)), url, "fetched") for url, (at, _) in _by_name(sheets).items()]
    found += [(config.line(("theme", *at)), str(url), "fetched") for key, (at, url) in _by_name(theme).items() if key == "favicon"]
    return [Reference(path=FILE, line=line, text=text, what=what) for line, text, what in found]


def _entries(value: object, keys: KeyPath, config: ParsedYaml, section: str = "") -> Iterator[NavEntry]:
    if isinstance(value, list):
        for n, child in enumerate(value):
            yield from _entries(child, (*keys, n), config, section)
    elif isinstance(value, dict):
        for label, child in value.items():
            if isinstance(child, str):
                yield NavEntry(path=child, line=config.line((*keys, label)), labelled=True, section=section)
            else:
                yield from _entries(child or None, (*keys, label), config, section or label or " ")
    else:
        yield NavEntry(path=str("" if value is None else value), line=config.line(keys), section=section, is_deep=len(keys) > _DEPTH)
