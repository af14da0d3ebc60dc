"""The live server of `make serve`, at work over a copy of the sources."""

from __future__ import annotations

import os
import queue
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from types import TracebackType

# Seconds after which nobody waits any longer for what should come in one or two.
_LONG = 180


class Live:
    """The server, from `with` to its end: what it says, what it shows, and edits of its sources.

    Args:
        root: a copy of the project.
        ready: words that the server says once it answers.
    """

    def __init__(self, root: Path, ready: str = "Serving on") -> None:
        self._ready = ready
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        self.root, self.address = root, f"http://127.0.0.1:{port}/"
        own = {"PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "true"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sitekit", "serve", "127.0.0.1", port], cwd=root, env=os.environ | own, stderr=subprocess.PIPE, text=True
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: [self._lines.put(line.rstrip("\n")) for line in self._process.stderr], daemon=True).start()

    def __enter__(self) -> Live:
        try:
            self.told(self._ready)
        except TimeoutError:
            self._end()
            raise
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def _end(self) -> None:
        self._process.terminate()
        self._process.wait(_LONG)

    def told(self, words: str) -> str:
        """Return the next line it says that holds these words.

        Raises:
            TimeoutError: it says none within minutes; told with what it said instead.
        """
        said, end = [], time.monotonic() + _LONG
        while not said or words not in said[-1]:
            try:
                said.append(self._lines.get(timeout=max(0, end - time.monotonic())))
            except queue.Empty:
                raise TimeoutError("\n".join([f"The live server never said '{words}'. It said:", *said])) from None
        return said[-1]

    def get(self, url: str) -> str:
        """Return what it shows at an address below its own."""
        with urllib.request.urlopen(self.address + url, timeout=_LONG) as answer:  # noqa: S310, our own server
            return answer.read().decode()

    def page(self, url: str) -> str:
        """Return a page as it is shown, and remember the moment it is of."""
        text = self.get(url)
        self._moment, self._request = re.search(r"livereload\((\d+), (\d+)\)", text).groups()
        return text

    def change(self, path: str, old: str, new: str) -> None:
        """Edit a file below the root."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def is_outdated(self) -> bool:
        """Return, as soon as it is known, whether the page remembered is to be loaded anew."""
        return int(self.get(f"livereload/{self._moment}/{self._request}")) > int(self._moment)

    def shown(self, url: str) -> str:
        """Wait as the page in a browser does until it is told to load anew, and return it."""
        assert self.is_outdated()
        return self.page(url)
