"""Rules for the frame around pages: nothing comes from elsewhere, every address of ours lives, no name hides a macro."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.licences import FILE as LICENCES
from sitekit.model import Mention, Site
from sitekit.problems import Problem, suggest
from sitekit.shapes import MACROS, TAKEN

_BUILT = (LICENCES, "search/search_index.json", "search/synonyms.json")
_ELSEWHERE = re.compile(r"\s*(//|\\\\|(?!data:|about:)[a-zA-Z][a-zA-Z0-9+.-]*:)")
_OUTWARD = re.compile(r"\s*(?!https:|tel:|sms:|mailto:)[a-zA-Z][a-zA-Z0-9+.-]*:")


def nothing_is_fetched_from_elsewhere(site: Site) -> Iterator[Problem]:
    """A script, picture or font of another host tells that host who reads here."""
    for mention in site.frame:
        if mention.what == "fetched" and _ELSEWHERE.match(mention.text):
            mend = "Write 'font: false' under 'theme:'." if mention.text == "https://fonts.googleapis.com" else "Keep the file in docs/assets, or do without it."
            yield Problem(mention.path, mention.line, f"'{mention.text}' would be fetched from elsewhere", mend)


def every_address_of_the_frame_lives(site: Site) -> Iterator[Problem]:
    """A template's link or a setting's file that is gone is gone from every page."""
    places = {page.url for page in site.pages.values()} | {"", "."} | site.files
    for mention in site.frame:
        if mention.what == "linked" or mention.what == "fetched" and mention.path.endswith((".yml", ".css")):
            yield from _dead(site, mention, places)


def _dead(site: Site, mention: Mention, places: set[str]) -> Iterator[Problem]:
    path, _, anchor = mention.text.partition("#")
    # The build writes some files, and reports a component's module that is missing.
    if _ELSEWHERE.match(path) or path.startswith(("data:", "components/")) or path in _BUILT or not path and not anchor:
        return
    if path not in places:
        # A page that could not be read still has its address.
        if not any(site.knows("page", source) for source in (f"{path.rstrip('/')}.md", f"{path}index.md")):
            yield Problem(mention.path, mention.line, f"The address '{mention.text}' leads nowhere", suggest(path, places - {"", "."}, "address"))
        return
    page = next((page for page in site.pages.values() if page.url == path), None)
    known = {heading.id for heading in page.headings if heading.id} if page else set()
    if page and anchor and anchor not in known:
        yield Problem(mention.path, mention.line, f"The page '{page.path}' has no anchor '#{anchor}'", suggest(anchor, known, "anchor"))


def every_link_of_the_frame_is_safe(site: Site) -> Iterator[Problem]:
    """Only plain schemes may leave the site, from templates too."""
    for mention in site.frame:
        if mention.what == "led to" and _OUTWARD.match(mention.text):
            yield Problem(mention.path, mention.line, f"The link '{mention.text}' may not stand here", "Use https:, tel:, sms: or mailto:.")


def no_setting_hides_a_macro(site: Site) -> Iterator[Problem]:
    """What stands under `extra:` enters the macros' names, and would take a macro's place."""
    for mention in site.frame:
        if mention.what == "named" and mention.text in {*MACROS, *TAKEN}:
            yield Problem(mention.path, mention.line, f"'{mention.text}' is also the name of a macro", "Give this setting another name.")


RULES = (nothing_is_fetched_from_elsewhere, every_address_of_the_frame_lives, every_link_of_the_frame_is_safe, no_setting_hides_a_macro)
