"""What a host hears: a server on loopback that remembers every request, and sends the headers that `_headers` asks for."""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from sitekit.build.csp.headers import FILE
from tests.browser.visiting import Handler, Server


@dataclass(frozen=True)
class Heard:
    """A request as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: str

    def tells(self, words: str) -> bool:
        """Say whether the words stand anywhere in the request, however an address writes them."""
        return any(
            words.lower() in part.lower().replace("+", " ").replace("%20", " ") for part in (self.path, self.body, *self.headers.values())
        )


@dataclass
class Host:
    """A server's address, ending in a slash, what it heard, and pages of a test's own by their path."""

    address: str = ""
    heard: list[Heard] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)

    def told(self, words: str) -> list[str]:
        """Return the paths of the requests that tell these words."""
        return [request.path for request in self.heard if request.tells(words)]


class Listener(Handler):
    """Serves as a static host does, and remembers."""

    def __init__(self, *args, host: Host, rules: dict[str, dict[str, str]], **options) -> None:
        self.host, self.rules = host, rules
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        self.host.heard.append(Heard(self.path, dict(self.headers), body))
        page = self.host.pages.get(self.path.partition("?")[0])
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html; charset=utf-8")
        # Who asks from elsewhere is answered: nothing but the asking page's own policy stands between.
        self.send_header("Access-Control-Allow-Origin", "*")
        # Asked anew each time, or nothing would be heard of a second visit.
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(page.encode())))
        self.end_headers()
        self.wfile.write(page.encode())

    do_POST = do_HEAD = do_OPTIONS = do_GET

    def end_headers(self) -> None:
        for place, headers in self.rules.items():
            if fnmatchcase(self.path.partition("?")[0], place):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()


def listen(folder: Path, with_headers: bool = True) -> tuple[Host, Server]:
    """Serve a folder, or only a test's own pages, on a free loopback port, with the headers that its `_headers` asks for."""
    host = Host()
    server = Server(
        ("127.0.0.1", 0), functools.partial(Listener, directory=str(folder), host=host, rules=rules(folder / FILE) if with_headers else {})
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}/"
    return host, server


def rules(file: Path) -> dict[str, dict[str, str]]:
    """Read a `_headers` file: the headers by the place they are for."""
    found: dict[str, dict[str, str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[place][name] = value
        else:
            place = line
            found[place] = {}
    return found
