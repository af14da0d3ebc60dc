"""Shows the site while it is written: the generator's own live server, quicker to notice an edit and to answer it.

Run by `make serve`. Nothing else needs it: `python -m mkdocs serve --livereload` shows the same pages, a little later, but
has no search.
"""

from __future__ import annotations

import copy
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from material.plugins.search.plugin import Parser, Section
from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer
from mkdocs.theme import Theme

from sitekit.load import load
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
                    teach(Path(self.root), load(Path.cwd())[0])
            answer = super()._serve_request(environ, start_response)
        return answer


class Memory(BytecodeCache):
    """Keeps compiled templates from one build to the next; a template that changed is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, object]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


def compiles_once(compile_: Callable) -> Callable:
    """Return a template engine's `compile` that keeps what it made of texts without a name, as each page is one. A text with a fault is read again."""
    kept: dict[str, object] = {}

    def compiled(env: Environment, source: str, name: str | None = None, *args, **options) -> object:
        if name or args or options:
            return compile_(env, source, name, *args, **options)
        if source not in kept:
            kept[source] = compile_(env, source)
        return kept[source]

    return compiled


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


def main(arguments: list[str]) -> None:
    """Serve as `mkdocs serve` does; the arguments are its own."""
    memory, get_env = Memory(), Theme.get_env

    def remembering(theme: Theme) -> Environment:
        env = get_env(theme)
        env.bytecode_cache = memory
        return env

    Theme.get_env = remembering
    Environment.compile = compiles_once(Environment.compile)
    Parser.feed = parses_once(Parser.feed)
    serve.LiveReloadServer = PromptServer
    cli(["serve", *arguments], prog_name="live")


if __name__ == "__main__":
    main(sys.argv[1:])
