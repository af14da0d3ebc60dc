"""Serve a folder on loopback as a static host does."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Callable
from pathlib import Path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serve a folder below a URL prefix: with its own 404 page, no listings, and ten minutes of caching."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, prefix: str = "/", **options) -> None:
        self.prefix = prefix
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        is_inside = path.startswith(self.prefix)
        return super().translate_path(path.removeprefix(self.prefix.rstrip("/")) if is_inside else "/outside-the-site")

    def log_message(self, *_) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_error(self, code, message=None, explain=None) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if code == 404 and page.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """Ignore browsers that close a connection early, as they do when a test ends."""

    @property
    def url(self) -> str:
        """The server's root URL, ending in a slash."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path, prefix: str = "/", handler: Callable[..., Handler] = Handler) -> Server:
    """Serve a folder on a free loopback port in a thread of its own, and return the server.

    Args:
        folder: what to serve.
        prefix: the path that the folder is served below, beginning and ending in a slash.
        handler: the class that answers requests.
    """
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder), prefix=prefix))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
