"""Shows the site while it is written: the generator's own live server, quicker to notice an edit and to answer it.

Run by `make serve`. Nothing else needs it: `python -m mkdocs serve --livereload` shows the same pages, a little later, but
has no search.
"""

from __future__ import annotations

import copy
import logging
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from material.plugins.search.plugin import Parser, Section
from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sitekit.compiled import MEMORY as TEMPLATES, keep_compiled
from sitekit.load import MEMORY as SOURCES, load
from sitekit.publish.generator import PACKAGES
from sitekit.publish.search import is_untaught, teach

# Seconds between two looks at the files, and without a further edit before the site is built. The generator's own, 0.5
# and 0.1, are made for folders far larger than this one.
LOOKS_EVERY, WAITS = 0.1, 0.02


class NotBuilt(Exception, SystemExit):
    """A build that gave up. As both kinds of exception it is printed in a line, and the server goes on."""


class PromptServer(LiveReloadServer):
    """Looks for edits more often, and outlives builds that give up. It looks, and is not told by the system, as some folders never tell."""

    def __init__(self, builder: Callable[[], None], *args, **options) -> None:
        # Nobody makes the search of a site that is being built.
        self._teaching = threading.Lock()

        def build() -> None:
            try:
                with self._teaching:
                    builder()
            except SystemExit as error:
                if isinstance(error, Exception):
                    raise
                raise NotBuilt("The site was not built; see above.") from error

        super().__init__(build, *args, polling_interval=LOOKS_EVERY, **options)
        self.build_delay = WAITS

    def _serve_request(self, environ: dict, start_response: Callable) -> Iterable[bytes] | None:
        answer = super()._serve_request(environ, start_response)
        if answer is None and "/search/" in environ["PATH_INFO"]:
            # The search is made once somebody asks for it, so that no edit waits for that. A build begins by taking it away.
            with self._teaching:
                if is_untaught(Path(self.root)):
                    teach(Path(self.root), load(Path.cwd(), Path.cwd() / SOURCES)[0])
            answer = super()._serve_request(environ, start_response)
        return answer


def parses_once(feed: Callable) -> Callable:
    """Return a `feed` of the search's parser that keeps the sections it found in a page's HTML."""
    kept: dict[str, list[Section]] = {}

    def fed(parser: Parser, page: str) -> None:
        if page not in kept:
            feed(parser, page)
            parser.close()
            kept[page] = parser.data
        # The search gives some sections a new title, so it gets copies.
        parser.data = [copy.copy(section) for section in kept[page]]

    return fed


class _Warned(logging.Handler):
    """Counts warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def renders_once(render: Callable) -> Callable:
    """Return a page's `render` that keeps what it made until the page's text, the settings or the list of files change.

    Where it warned, nothing is kept, so that it warns again.
    """
    kept: dict[str, tuple] = {}
    warned = _Warned()
    logging.getLogger("mkdocs").addHandler(warned)

    def rendered(page: Page, config: MkDocsConfig, files: Files) -> None:
        asked = (page.markdown, repr((config.markdown_extensions, config.mdx_configs)), sorted((file.src_uri, file.dest_uri) for file in files))
        before, found = kept.get(page.file.src_uri, (None, None))
        if asked == before:
            page.content, page.toc, page._title_from_render, page.present_anchor_ids, links = found
            # Each build has files of its own.
            page.links_to_anchors = {files.get_file_from_path(path): anchors for path, anchors in links.items()}
            return
        count = warned.count
        render(page, config, files)
        if warned.count == count:
            links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
            kept[page.file.src_uri] = asked, (page.content, page.toc, page._title_from_render, page.present_anchor_ids, links)

    return rendered


def main(arguments: list[str]) -> None:
    """Serve as `mkdocs serve` does; the arguments are its own."""
    keep_compiled(Path.cwd() / TEMPLATES, PACKAGES)
    Page.render = renders_once(Page.render)
    Parser.feed = parses_once(Parser.feed)
    serve.LiveReloadServer = PromptServer
    cli(["serve", *arguments], prog_name="live")


if __name__ == "__main__":
    main(sys.argv[1:])
