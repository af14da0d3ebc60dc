"""Rules for what templates and settings refer to."""

import re
from collections.abc import Iterator

from sitekit.checks.links import unsafe_scheme
from sitekit.checks.reporting import missing_anchor
from sitekit.errors import Problem, suggest
from sitekit.licences import FILE
from sitekit.models.site import Reference, Site
from sitekit.schema.macros import MACROS, TAKEN

_OTHER_HOST = re.compile(r"\s*(//|\\\\|(?!data:|about:)[a-zA-Z][a-zA-Z0-9+.-]*:)")
_BUILT = (FILE, "search/search_index.json", "search/synonyms.json")


def nothing_is_fetched_from_other_hosts(site: Site) -> Iterator[Problem]:
    """Require that scripts, pictures and fonts are our own, as another host would learn who reads here."""
    for ref in site.references:
        if ref.what == "fetched" and _OTHER_HOST.match(ref.text):
            hint = "Keep the file in docs/assets, or do without it."
            yield Problem(ref.path, ref.line, f"'{ref.text}' would be fetched from another host", hint)


def template_urls_resolve(site: Site) -> Iterator[Problem]:
    """Require that the pages, anchors and files that templates and settings refer to exist."""
    known = {page.url for page in site.pages.values()} | {"", "."} | site.files
    for ref in site.references:
        if ref.what == "linked" or (ref.what == "fetched" and ref.path.endswith(".yml")):
            yield from _dead_url(site, ref, known)


def _dead_url(site: Site, ref: Reference, known: set[str]) -> Iterator[Problem]:
    path, _, anchor = ref.text.partition("#")
    # The build writes some files, and reports the sheet or module of a component that is missing.
    if _OTHER_HOST.match(path) or path.startswith(("data:", "components/")) or path in _BUILT or (not path and not anchor):
        return
    if path in known:
        page = next((page for page in site.pages.values() if page.url == path), None)
        anchors = {heading.id for heading in page.headings if heading.id} if page else set()
        if page and anchor and anchor not in anchors:
            yield missing_anchor(ref.path, ref.line, page.path, anchor, anchors)
    # A page that could not be read still has its URL.
    elif not any(site.defines("page", source) for source in (f"{path.rstrip('/')}.md", f"{path}index.md")):
        hint = suggest(path, known - {"", "."}, "address")
        yield Problem(ref.path, ref.line, f"The address '{ref.text}' leads nowhere", hint)


def template_links_use_safe_schemes(site: Site) -> Iterator[Problem]:
    """Require a safe scheme of links in templates too."""
    for ref in site.references:
        if ref.what == "led to":
            yield from unsafe_scheme(ref.path, ref.line, ref.text)


def settings_do_not_shadow_macros(site: Site) -> Iterator[Problem]:
    """Require that no key below `extra:` has the name of a macro, which it would replace in pages."""
    for ref in site.references:
        if ref.what == "named" and ref.text in {*MACROS, *TAKEN}:
            yield Problem(ref.path, ref.line, f"'{ref.text}' is also the name of a macro", "Give this setting another name.")
