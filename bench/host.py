"""Serve a folder as a static host does, on loopback: gzip, ten minutes of caching, the site's own 404 page."""

from __future__ import annotations

import functools
import gzip
from http import HTTPStatus
from pathlib import Path

from tests.browser import server

_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
# The level that hosts commonly use. A higher one would make the figures look better than readers find them.
_LEVEL = 6


class Handler(server.Handler):
    """Answers GET with gzip for text."""

    def do_GET(self) -> None:  # noqa: N802, the name http.server calls
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        if not found:
            file = Path(self.directory) / "404.html"
        body = compressed(file) if file.suffix in _TEXT else file.read_bytes()
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.lru_cache(maxsize=4096)
def _compressed(file: Path, changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), _LEVEL, mtime=0)


def compressed(file: Path) -> bytes:
    """Return the content of a file as the server sends it."""
    return _compressed(file, file.stat().st_mtime_ns)


def serve(folder: Path) -> server.Server:
    """Serve a folder on a free loopback port, in a thread of its own, and return the server."""
    return server.serve(folder, handler=Handler)
