"""The link kit and the list of handouts as HTML fragments. All words are escaped; the rest is sitekit.links's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from urllib.parse import quote

from sitekit.links import Entry, letter
from sitekit.models.emails import LENGTHS, Email, Phase
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.pdf.cards import card_of
from sitekit.pdf.handout_list import ARCHIVE, PAPERS, Handout, file_of, handout_of
from sitekit.render.lists import href

_ALONE = "Other pages"
_LENGTH_NAMES = {"short": "Short", "medium": "Middle", "long": "Long"}


def moments(site: Site, page: Page, phase: Phase) -> str:
    """Render the map "which page when" for one phase, as a table."""
    rows = [
        f'<tr><td>{escape(moment.when)}</td><td><a href="{href(page, target)}">{escape(target.meta.title)}</a></td><td>{escape(moment.why)}</td></tr>'
        for moment in site.moments.values()
        if moment.phase == phase and (target := site.pages[moment.page])
    ]
    return f"<table><thead><tr><th>Moment</th><th>Page</th><th>Why</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"


def copy_button(target: str, what: str) -> str:
    """Render a button that copies an element's text; scripts show it where the browser can copy.

    Args:
        target: the id of the element.
        what: what is copied, for those who hear the button, as in "the address of Your first session".
    """
    return f'<button type="button" class="copy" data-copy-from="#{target}" aria-label="Copy {escape(what)}" data-keeps-room hidden>Copy</button>'


def addresses(page: Page, entries: Iterable[Entry], root: str) -> str:
    """Render every page's address on a line of its own, with its files, under the parts of the menu; then all as data.

    Args:
        root: the site's address, as `entries` were made with.
    """

    def listed(entry: Entry) -> str:
        slug = entry.page.url.strip("/").replace("/", "-") or "home"
        title = escape(entry.page.meta.title)
        files = [
            (entry.qr_svg, "QR code, SVG"),
            (entry.qr_png, "QR code, PNG"),
            (entry.handout_a4, "Handout, A4"),
            (entry.handout_letter, "Handout, Letter"),
        ]
        links = [copy_button(f"address-{slug}", f"the address of {entry.page.meta.title}")]
        links += [_file(page, address.removeprefix(root), label, title) for address, label in files if address]
        return (
            f'<li><p class="kit-title"><a href="{href(page, entry.page)}">{title}</a></p><p class="kit-address" id="address-{slug}">{escape(entry.address)}</p>'
            f'<p class="kit-files">{" ".join(links)}</p></li>'
        )

    whole = "".join(f"<li>{_file(page, file, file)}</li>" for file in ("links.json", "links.csv"))
    return _grouped(entries, lambda entry: entry.section or _ALONE, listed) + f"<h3>The whole list</h3><ul>{whole}</ul>"


def handout_list(page: Page, found: Iterable[Handout]) -> str:
    """Render the archive of all handouts, then each with its files under the part of the site it belongs to."""

    def listed(handout: Handout) -> str:
        title = escape(handout.title)
        links = " ".join(_file(page, file_of(handout, paper), f"PDF, {name}", title) for paper, name in PAPERS.items())
        return f'<li><p class="kit-title">{title}</p><p class="kit-files">{links}</p></li>'

    whole = f"<p>{_file(page, ARCHIVE, 'All handouts, A4 and Letter, in one ZIP file')}</p>"
    return whole + _grouped(found, lambda handout: handout.part, listed)


def _grouped(found: Iterable, part: Callable, listed: Callable) -> str:
    rows: dict[str, str] = {}
    for thing in found:
        rows[part(thing)] = rows.get(part(thing), "") + listed(thing)
    # The search finds the pages themselves.
    return "".join(f'<h3>{escape(name)}</h3><ul class="kit" data-search-exclude>{items}</ul>' for name, items in rows.items())


def _file(page: Page, file: str, label: str, title: str = "") -> str:
    """Render a link from a page to a file below the site's root; `title` is escaped already."""
    up = "../" * page.url.count("/")
    # As a name of its own, as with buttons: a hidden part within each of two hundred links would cost a phone time to lay out.
    named = f' aria-label="{label} of {title}"' if title else ""
    return f'<a href="{up}{escape(file)}"{named}>{label}</a>'


def emails(site: Site, site_url: str) -> str:
    """Render every e-mail in its three lengths, ready to copy or to open in the reader's mail program."""
    return "".join(_email(site, email, site_url) for email in site.emails.values())


def _email(site: Site, email: Email, site_url: str) -> str:
    name = f"email-{email.id}"
    subject = f'<p class="kit-subject">Subject: <strong id="{name}-subject">{escape(email.subject)}</strong> {copy_button(name + "-subject", "the subject: " + email.moment)}</p>'
    texts = []
    for length in LENGTHS:
        text = letter(site, email, length, site_url)
        # RFC 6068: line ends in a mailto address are %0D%0A.
        mailto = f"mailto:?subject={quote(email.subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
        opened = " open" if length == LENGTHS[0] else ""
        texts.append(
            f'<details class="letter"{opened}><summary>{_LENGTH_NAMES[length]}<span class="visually-hidden">: {escape(email.moment)}</span> ({len(text.split())} words)</summary>'
            f'<pre id="{name}-{length}">{escape(text)}</pre><p class="kit-files">{copy_button(f"{name}-{length}", f"the {length} e-mail: {email.moment}")} '
            f'<a class="call" href="{escape(mailto)}">Open in your mail program</a></p></details>'
        )
    return f'<h3 id="{name}">{escape(email.moment)}</h3>{subject}{"".join(texts)}'


def files_for_templates(site: Site) -> dict[str, object]:
    """Return, by page, the picture its links show and the handouts that are its twins, for the theme's templates.

    The picture under "" is for a page that is none, as the one for lost addresses.
    """
    cards = {path: card_of(site, path)._asdict() for path in (*site.pages, "")}
    sheets = {
        page.path: [(name, file_of(handout, paper)) for paper, name in PAPERS.items()]
        for page in site.pages.values()
        if (handout := handout_of(page))
    }
    return {"card_of": cards, "sheets_of": sheets}
