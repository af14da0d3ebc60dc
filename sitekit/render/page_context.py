"""What a macro knows about the page that calls it."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.translations.languages import Translation


@dataclass(frozen=True)
class PageContext:
    """A page of a site, with what its links count from: its own URL, or `base` below the site's root."""

    site: Site
    page: Page
    languages: Sequence[Translation] = ()
    base: str | None = None

    def href(self, target: Page) -> str:
        """Return the relative URL of another page, which holds under any prefix."""
        return posixpath.relpath("/" + target.url, "/" + self._base) + "/"

    def file_href(self, file: str) -> str:
        """Return the relative URL of a file, given by its path below the site's root."""
        return "../" * self._base.count("/") + file

    @property
    def _base(self) -> str:
        return self.page.url if self.base is None else self.base
