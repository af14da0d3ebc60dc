"""A Markdown extension that explains a term of the glossary where a page first uses it.

The term becomes a button that opens its meaning in a popover: plain HTML that works by touch, keyboard and screen reader
without a script. Browsers without popovers show the meaning in brackets.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# Elements that may hold no button, or whose text is there for another purpose.
_SKIPPED = {"a", "button", "code", "pre", "summary", "h1", "h2", "h3", "h4", "h5", "h6"}
# After links and emphasis have become elements, and before the tree is serialised, as the abbreviations extension does.
_PRIORITY = 7


class Terms(Extension):
    """The extension. Its setting `terms` maps every name, as written in prose, to the id of its term and the meaning."""

    def __init__(self, **settings) -> None:
        self.config = {"terms": [{}, "name as written: (id of the term, meaning)"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the library's name
        """Explain terms in every page that `md` converts."""
        if self.getConfig("terms"):
            md.treeprocessors.register(_FirstUse(md, self.getConfig("terms")), "terms", _PRIORITY)


# The library asks a module named in its settings for this.
makeExtension = Terms  # noqa: N816, the library's name


class _FirstUse(Treeprocessor):
    def __init__(self, md: Markdown, terms: dict[str, tuple[str, str]]) -> None:
        super().__init__(md)
        self.terms = terms
        longest_first = sorted(terms, key=len, reverse=True)
        self.names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def run(self, root: Element) -> None:
        explained: set[str] = set()
        # The first paragraph is the page's message, which is read at a glance.
        message = root.find("p")
        for block in root:
            if block is not message:
                self._explain(block, explained)

    def _explain(self, node: Element, explained: set[str]) -> None:
        """Explain the terms that `node` and its descendants name for the first time, in reading order."""
        if node.tag in _SKIPPED:
            return
        children = list(node)
        node.text, opening = self._split(node.text, explained)
        for child in children:
            self._explain(child, explained)
            child.tail, following = self._split(child.tail, explained)
            place = list(node).index(child) + 1
            node[place:place] = following
        node[:0] = opening

    def _split(self, text: str | None, explained: set[str]) -> tuple[str | None, list[Element]]:
        """Return the text before the first new term, and elements for what follows."""
        if not text or isinstance(text, AtomicString):
            return text, []
        found = []
        for match in self.names.finditer(text):
            id, _ = self.terms[match.group()]
            if id not in explained:
                explained.add(id)
                found.append(match)
        if not found:
            return text, []
        ends = [match.start() for match in found[1:]] + [len(text)]
        elements = [
            part for match, end in zip(found, ends, strict=True) for part in self._explained(match.group(), text[match.end() : end])
        ]
        return text[: found[0].start()], elements

    def _explained(self, name: str, following: str) -> tuple[Element, Element]:
        id, words = self.terms[name]
        target = f"meaning-{id}"
        term = Element("button", {"type": "button", "class": "term", "popovertarget": target})
        term.text = AtomicString(name)
        meaning = Element("span", {"class": "meaning", "id": target, "popover": "", "data-search-exclude": ""})
        meaning.text = AtomicString(words)
        meaning.tail = following
        return term, meaning
