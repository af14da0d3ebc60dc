"""The templates of components: one Jinja environment for one folder and one language."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_environment

from sitekit import queries
from sitekit.render.words import Words

# A line break or an indentation between two tags, which a browser would show as a space between inline elements.
_BREAK = re.compile(r">(?:\s*\n\s*|\s{2,})<")


class Components:
    """Renders components, such as "checklist" (checklist/checklist.html) or "link-kit/emails" (link-kit/emails.html).

    Templates are written on as many lines as they need: a line break between two tags is dropped, so a space that is meant to
    be seen stands on a line with what it separates. Values are escaped. The result starts at column 0, as Markdown requires.
    """

    def __init__(self, folder: Path, catalogue: Mapping[str, str]) -> None:
        """Take the folder of the components, and the interface words by their key."""
        self.words = Words(catalogue)
        self._environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.globals["words"] = self.words
        self._environment.filters |= {"dialable": queries.dialable, "grouped": grouped}

    def render(self, name: str, /, **values: object) -> str:
        """Return a component as HTML, with `values` for its template."""
        folder, _, file = name.partition("/")
        text = self._environment.get_template(f"{folder}/{file or folder}.html").render(values)
        return _BREAK.sub("><", text).strip()


@pass_environment
def grouped(environment: Environment, items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Return items by the value of an attribute, in the order of the items; Jinja's own filter `groupby` would sort them."""
    found: dict[Any, list[Any]] = {}
    for item in items:
        found.setdefault(environment.getattr(item, attribute), []).append(item)
    return list(found.items())
