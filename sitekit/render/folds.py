"""A Markdown extension that folds what stands below a heading of level 4: places or cases of which a reader needs one.

The heading becomes the summary of a <details> element, so that it opens by touch, keyboard and screen reader without a script.
Of places, one is open at a time: who opens the law of one country has no use for that of another.
"""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_HEADINGS = ("h1", "h2", "h3", "h4")
# The id of the heading of level 2 above places.
_PLACES = "where-you-live"
# After the library's table of contents (5), which looks for headings among the blocks of a page.
_PRIORITY = 3


class Folds(Extension):
    """Takes `open`: the id of the heading whose section is open at first, as that of the practice's country; "" for none."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"open": ["", "id of the heading that is open at first"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the library's name
        """Fold sections in every page that `md` converts."""
        md.treeprocessors.register(_Fold(md, self.getConfig("open")), "folds", _PRIORITY)


# The library asks a module named in its settings for this.
makeExtension = Folds  # noqa: N816, the library's name


class _Fold(Treeprocessor):
    def __init__(self, md: Markdown, opened: str) -> None:
        super().__init__(md)
        self._opened = opened

    def run(self, root: Element) -> None:
        fold: Element | None = None
        part = None
        for block in list(root):
            if block.tag == "h2":
                part = block.get("id")
            if block.tag in _HEADINGS:
                fold = None
            if block.tag == "h4":
                fold = Element("details", {"class": "fold"})
                if part == _PLACES:
                    fold.set("name", _PLACES)
                if block.get("id") == self._opened:
                    fold.set("open", "")
                root[list(root).index(block)] = fold
                SubElement(fold, "summary").append(block)
            elif fold is not None:
                fold.append(block)
                root.remove(block)
