"""Rules for links, images and HTML in pages, and for what templates and settings refer to."""

import re
from collections.abc import Iterator

from sitekit import queries, urls
from sitekit.checks.reporting import missing_anchor
from sitekit.errors import Problem, excerpt, nearest, suggest
from sitekit.licences import FILE
from sitekit.models.page import Link, Page
from sitekit.models.record import check_email, check_https
from sitekit.models.site import Reference, Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*:)")
_SAFE_SCHEMES = ("https:", "tel:", "sms:", "mailto:")
_OTHER_HOST = re.compile(r"\s*(//|\\\\|(?!data:|about:)[a-zA-Z][a-zA-Z0-9+.-]*:)")
# An address, and what could stand on any link.
_SAYS_NOTHING = re.compile(
    r"\S*(?:\.md\b|://|www\.)\S*|(?:(?:click|read|see|go|tap|find out) )?(?:here|more|this|this page|this link|link|page|details)",
    re.IGNORECASE,
)
_BUILT = (FILE, "search/texts.json")


def internal_links_resolve(site: Site) -> Iterator[Problem]:
    """Require that links within the site lead to pages, files and anchors that exist."""
    for page, link in _links(site):
        if not _SCHEME.match(link.target) and not link.image:
            yield from _dead_link(site, page, link)


def _dead_link(site: Site, page: Page, link: Link) -> Iterator[Problem]:
    target, anchor = queries.link_target(page, link.target)
    if target in site.pages:
        # An anchor may be one of data that could not be read. One that was published is reported by published_urls_resolve.
        known = queries.anchors_on(site, site.pages[target]) if anchor else ()
        is_known = anchor in known or not queries.has_all_ids(site.pages[target])
        if anchor and not is_known and not site.lacks_data and not _is_lost(site, f"/{site.pages[target].url}#{anchor}"):
            yield missing_anchor(page.file, link.line, target, anchor, known)
    elif target not in site.files and not site.defines("page", target):
        hint = "Link to a .md file of docs/, written from this page's folder."
        if close := nearest(target, site.pages):
            hint = f"Did you mean '{queries.relative_link(page, close)}'?"
        yield Problem(page.file, link.line, f"The link '{link.target}' leads to no page", hint)


def _is_lost(site: Site, url: str) -> bool:
    """Return whether a URL was published and leads nowhere now."""
    is_registered = any(entry.address == url for entry in site.published_urls)
    return is_registered and not urls.resolve(url, urls.live_urls(site), urls.redirects(site))


def links_have_words_and_a_target(site: Site) -> Iterator[Problem]:
    """Require words to press, and a place that they lead to."""
    for page, link in _links(site):
        if not link.image and not (link.text.strip() and link.target.strip("#")):
            what = f"The link '{excerpt(link.text)}' leads nowhere" if link.text.strip() else f"The link to '{link.target}' has no words"
            yield Problem(page.file, link.line, what, "Write it as [words](page.md).")
        elif not link.image and _SAYS_NOTHING.fullmatch(link.text.strip()):
            message = f"The words of this link do not say where it leads ({excerpt(link.text)})"
            yield Problem(page.file, link.line, message, "Name the page, or what a reader finds there.")


def external_links_lead_somewhere_safe(site: Site) -> Iterator[Problem]:
    """Require a safe scheme, and a real host or mailbox, of links that leave the site; a placeholder left in has none."""
    for page, link in _links(site):
        yield from unsafe_scheme(page.file, link.line, link.target)
        try:
            if link.target.lower().startswith("https:"):
                check_https("https:" + link.target[len("https:") :])
            elif link.target.lower().startswith("mailto:"):
                check_email(link.target[len("mailto:") :])
        except ValueError as error:
            reason, hint = (*error.args, "Write the whole address, as https://example.org/page or mailto:hello@example.org.")[:2]
            yield Problem(page.file, link.line, f"The link '{excerpt(link.target)}' cannot stay: {reason}", hint)
        else:
            is_client = PAGE_TYPES_BY_KIND[page.meta.kind].client and page.meta.kind not in ("help", "invalid")
            if is_client and link.target.lower().startswith("https:") and not link.image:
                hint = 'Cite a source with {{ cite("key") }}; help lines stand in data/helplines.yml.'
                yield Problem(page.file, link.line, f"A page for clients leads to another site ('{excerpt(link.target)}')", hint)


def unsafe_scheme(path: str, line: int, target: str) -> Iterator[Problem]:
    """Yield a problem where a link's target has a scheme other than https:, tel:, sms: and mailto:."""
    scheme = _SCHEME.match(target)
    if scheme and scheme.group(1).lower() not in _SAFE_SCHEMES:
        yield Problem(path, line, f"The link '{target}' is not allowed here", "Use https: or mailto:.")


def images_use_the_picture_macro(site: Site) -> Iterator[Problem]:
    """Require the picture macro for images, so that each has a text alternative and none comes from another host."""
    for page, link in _links(site):
        if link.image:
            hint = 'Add it to docs/assets/pictures and data/pictures.yml, and show it with {{ picture("id") }}.'
            yield Problem(page.file, link.line, f"The image '{link.target}' is added by hand", hint)


def pages_contain_no_html(site: Site) -> Iterator[Problem]:
    """Require prose that anyone can edit: HTML belongs in components, which macros render."""
    for page in site.pages.values():
        for block in page.blocks:
            if block.kind == "html":
                tag = re.search(r"<[^>]*>?", block.text)
                message = f"Pages hold no HTML ({tag.group() if tag else block.text})"
                yield Problem(page.file, block.line, message, "Write it in Markdown, or add a macro.")


def _links(site: Site) -> Iterator[tuple[Page, Link]]:
    return ((page, link) for page in site.pages.values() for link in page.links)


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
