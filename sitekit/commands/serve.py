"""Show the site while it is written: MkDocs' live server, and in its place the problems with which it would not start or would hang."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from sitekit.checks import check
from sitekit.errors import Problem
from sitekit.sources.loader import load
from sitekit.sources.reader import Reader
from sitekit.sources.settings import FILE, find_problems

# Seconds between two looks at the files. MkDocs waits twice as long before it reads what has changed.
_PAUSE = 0.05
_LAST_PORT = 65_535
_SOURCES = (FILE, "practice.yml", "docs", "data", "overrides", "sitekit", "translations")


def serve(root: Path, host: str, port: str, log: Callable[[str], None]) -> int:
    """Serve the site below `root` until someone stops MkDocs, and return its exit code, or 2 where the port is not free.

    Host and port are as typed. `log` receives the URL, and then each problem that is shown instead of the site.
    """
    if not _is_free(host, port):
        # A name that is none, as "eighty", is no port that someone else has.
        is_port = port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT
        what = f"There is no free port {port} at {host}" if is_port else f"'{port}' is no port: they are numbers up to {_LAST_PORT}"
        log(f"{what}. Choose others: make serve HOST=127.0.0.1 PORT=8001")
        return 2
    url = f"http://{host}:{port}/"
    log(f"==> The site: {url} (stop with Ctrl+C)")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    while True:
        problems = _problems_of_settings(root)
        if not problems:
            with _mkdocs(root, f"{host}:{port}", url) as process:
                before = _moment(root, FILE)
                while process.poll() is None and not problems:
                    time.sleep(_PAUSE)
                    if _moment(root, FILE) != before:
                        before = _moment(root, FILE)
                        problems = _problems_of_settings(root)
            if process.returncode == 0 and not problems:
                return 0
        stopped = Problem(FILE, 1, "MkDocs cannot show the site", "Correct what it names in the terminal.")
        _show(root, host, int(port), problems or check(*load(root)) or [stopped], log)


def _is_free(host: str, port: str) -> bool:
    # Of an empty host and of port 0, the system would choose others than those we show.
    if not host or port.strip("0") == "":
        return False
    try:
        socket.create_server((host, int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except (OSError, OverflowError, ValueError):
        return False
    return True


def _problems_of_settings(root: Path) -> list[Problem]:
    reader = Reader(root)
    return [*find_problems(reader.yaml(FILE)), *reader.problems]


def _moment(root: Path, *names: str) -> float:
    """Return the moment of the last change of files, or of any file in folders; 0 where there is none."""
    files = (file for name in names for file in (root / name, *(root / name).rglob("*")))
    return max((file.stat().st_mtime for file in files if file.exists()), default=0)


@contextmanager
def _mkdocs(root: Path, place: str, url: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the live server of MkDocs, and stop it in the end as Ctrl+C would, so that it removes its files."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--no-strict", "--dev-addr", place]
    # A copy may have none, and MkDocs would not start.
    command += ["--watch", "translations"] if (root / "translations").is_dir() else []
    variables = {"PYTHONPATH": str(Path(__file__).parents[2]), "SITE_URL": url}
    process = subprocess.Popen(command, cwd=root, env=os.environ | variables)
    try:
        yield process
        if process.poll() is None and os.name == "posix":
            process.send_signal(signal.SIGINT)
    finally:
        # Ctrl+C in a terminal has reached it, too.
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()


def _show(root: Path, host: str, port: int, problems: list[Problem], log: Callable[[str], None]) -> None:
    """Answer every request with the problems, until a source changes."""
    templates = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)
    shown = {"problems": [(problem.path, str(problem)) for problem in problems]}
    page = templates.get_template("unreadable/main.html").render(config={"extra": {"site": shown}}, waits=True).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # A page of MkDocs that is still open asks for the moment of the last build, and loads anew if there is a later one.
            is_question = self.path.startswith("/livereload/")
            self.send_response(200 if is_question else 503)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(str(round(time.monotonic() * 1000)).encode() if is_question else page)

        def log_message(self, *_: object) -> None:
            """Leave the terminal to the problems."""

    before = _moment(root, *_SOURCES)
    with ThreadingHTTPServer((host, port), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(_PAUSE,), daemon=True).start()
        for problem in problems:
            log(str(problem))
        while _moment(root, *_SOURCES) == before:
            time.sleep(_PAUSE * 4)
        server.shutdown()
