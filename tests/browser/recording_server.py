"""A server on loopback that records every request, and sends the headers that `_headers` asks for."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from sitekit.build.csp.policy import NETLIFY
from tests.browser.server import Handler, Server, serve

Headers = dict[str, str]


@dataclass(frozen=True)
class Request:
    """A request as it came over the wire."""

    path: str
    headers: Headers
    body: str

    def contains(self, words: str) -> bool:
        """Whether the words stand anywhere in the request, in whichever encoding of spaces."""
        parts = (self.path, self.body, *self.headers.values())
        return any(words.lower() in part.lower().replace("+", " ").replace("%20", " ") for part in parts)


@dataclass
class Host:
    """A server's root URL, ending in a slash, the requests it got, and pages of a test's own by their path."""

    url: str = ""
    requests: list[Request] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)

    def requests_with(self, words: str) -> list[str]:
        """Return the paths of the requests that contain these words."""
        return [request.path for request in self.requests if request.contains(words)]


class Recorder(Handler):
    """Serve as a static host does, and record each request."""

    def __init__(self, *args, host: Host, rules: dict[str, Headers], **options) -> None:
        self.host, self.rules = host, rules
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        self.host.requests.append(Request(self.path, dict(self.headers), body))
        page = self.host.pages.get(self.path.partition("?")[0])
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html; charset=utf-8")
        # Any origin is allowed: nothing but the requesting page's own policy stands between.
        self.send_header("Access-Control-Allow-Origin", "*")
        # Not cached, or a second visit would make no request.
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(page.encode())))
        self.end_headers()
        self.wfile.write(page.encode())

    do_POST = do_HEAD = do_OPTIONS = do_GET

    def end_headers(self) -> None:
        for pattern, headers in self.rules.items():
            if fnmatchcase(self.path.partition("?")[0], pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()


def serve_recording(folder: Path, with_headers: bool = True) -> tuple[Host, Server]:
    """Serve a folder, or only a test's own pages, on a free loopback port, with the headers that its `_headers` asks for."""
    host = Host()
    rules = read_headers(folder / NETLIFY) if with_headers else {}
    server = serve(folder, handler=functools.partial(Recorder, host=host, rules=rules))
    host.url = server.url
    return host, server


def read_headers(file: Path) -> dict[str, Headers]:
    """Return the headers of a `_headers` file by the URL pattern that they are for."""
    found: dict[str, Headers] = {}
    pattern = ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[pattern][name] = value
        else:
            pattern = line
            found[pattern] = {}
    return found
