"""Make built pages smaller: nothing that no browser shows or reads, and no requests for their two small pictures."""

import re
from pathlib import Path
from urllib.parse import quote

from sitekit.files import change_pages

_INDENT = re.compile(r"\s*\n\s*")
# An element whose text is kept to the letter; a line break beside the tags of lists and of the head, which shows nothing; or any other.
_BREAK = re.compile(
    r"(?P<verbatim><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)>)"
    r"|\s*\n\s*(?=</?(?:li|ul|ol|nav|details|summary|meta|link|title|head|body)\b)|(?<=</(?:li|ul)>)\s*\n\s*"
    r"|(?P<shown>\s*\n\s*)",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# The theme's icons stand beside words or in a button with a name.
_ICON = re.compile(r'<svg xmlns="[^"]*" (?=viewbox="0 0 24 24">)', re.IGNORECASE)
# The shapes of a drawing hold nothing, and need no end tags.
_EMPTY_SHAPE = re.compile(r"></(?:path|circle|ellipse|line|rect)>")
# What the search's texts were made by, and what a drawing in HTML does not need: a namespace, and the letters of its page by name.
_NOT_READ = re.compile(r' data-search-exclude(?:="")?(?=[ >])|(?<=<svg) xmlns="[^"]*"| font-family="inherit"(?=[ >])')
# The icon in the browser's tab and the sign in the header: in the page they cost less than a request each.
_SMALL = re.compile(r'(?<=")[^"]*(assets/(?:favicon|logo)\.svg)(?=")')


def compact_pages(folder: Path) -> None:
    """Write every page below `folder` without indentation and what only the build reads, and with its small pictures in it."""

    def data_url(found: re.Match[str]) -> str:
        svg = _INDENT.sub("", _COMMENT.sub("", (folder / found[1]).read_text(encoding="utf-8"))).replace('"', "'")
        return "data:image/svg+xml," + quote(svg, safe="'=/:;,()!*@$+&?-._~")

    def smaller(page: str) -> str:
        page = _SMALL.sub(data_url, page)
        return compact(_EMPTY_SHAPE.sub("/>", _NOT_READ.sub("", _ICON.sub('<svg aria-hidden="true" ', page))))

    change_pages(folder, smaller)


def compact(page: str) -> str:
    """Return a page with one line break for each run of white space that holds one, and none beside the tags of lists and of the head.

    Elements whose text is kept to the letter, such as <pre>, stay as they are.
    """
    return _BREAK.sub(lambda match: match["verbatim"] or ("\n" if match["shown"] else ""), page)
