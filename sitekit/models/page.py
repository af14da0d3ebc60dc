"""One page of the site: its front matter and the parts of its Markdown, as frozen, typed values. No I/O."""

import datetime
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints

from sitekit.models.record import Day, Frozen, Record, Short, TrueOrFalse, Words, check_sentences, check_title
from sitekit.schema.page_types import KINDS

# Page types are declared in one place. A type checker can't follow it there.
if TYPE_CHECKING:
    Kind = str
else:
    Kind = Literal[KINDS]


# A macro call as it stands in Markdown.
MACRO = re.compile(r"\{\{[^{}]*\}\}")


class PageMeta(Record):
    """The front matter of a page."""

    title: Annotated[Short, StringConstraints(max_length=60), AfterValidator(check_title)]
    description: Annotated[Words, StringConstraints(min_length=50, max_length=160), AfterValidator(check_sentences)]
    kind: Kind
    reviewed: Day
    see_also: Annotated[tuple[Short, ...], Field(max_length=10)] = ()
    quick_exit: TrueOrFalse = False

    @classmethod
    def from_invalid(cls, value: object) -> "PageMeta":
        """Return what can be used of invalid front matter, so that the other problems of its page are reported too; else kind "invalid"."""
        keys = value if isinstance(value, dict) else {}
        kind: Any = keys["kind"] if keys.get("kind") in KINDS else "invalid"
        see_also = keys.get("see_also")
        return cls.model_construct(
            title="",
            description="",
            kind=kind,
            reviewed=datetime.date.min,
            see_also=tuple(map(str, see_also)) if isinstance(see_also, list) else (),
        )


class Heading(Frozen):
    """A heading: its level (1 to 6), its words, its explicit id, and its line."""

    level: int
    text: str
    id: str | None
    line: int


class Link(Frozen):
    """A Markdown link or image as written."""

    target: str
    text: str
    line: int
    image: bool = False


class MacroCall(Frozen):
    """A macro call with its literal arguments; `alone` where it fills its own line at the left margin."""

    name: str
    args: tuple[str, ...]
    line: int
    alone: bool


class Run(NamedTuple):
    """A piece of a block's text, bold or not; `target` is where it leads, as written, if it is a link."""

    text: str
    bold: bool = False
    target: str = ""


class Block(Frozen):
    """A paragraph, list item, table cell, quotation or piece of raw HTML: its plain text, its source and the id of its section.

    `runs` are its words for paper with their emphasis and links: those before a call of `screen`.
    """

    kind: Literal["paragraph", "bullet", "step", "cell", "quote", "html"]
    text: str
    source: str
    section: str
    line: int
    runs: tuple[Run, ...] = ()


class Page(Frozen):
    """One page: its path below docs/, its front matter and the parts of its Markdown."""

    path: str
    meta: PageMeta
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    calls: tuple[MacroCall, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def file(self) -> str:
        """The page's file, relative to the project's folder."""
        return f"docs/{self.path}"

    @property
    def url(self) -> str:
        """The page's URL relative to the site's root: "" for the home page, else ending in a slash."""
        return self.path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/" if self.path != "index.md" else ""

    def arguments(self, macro: str) -> tuple[str, ...]:
        """Return every argument given to `macro` on this page, in order."""
        return tuple(arg for call in self.calls if call.name == macro for arg in call.args)
