"""Finds a browser for the tests, and gets one where there is none: `python -m tests.browser.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# The shell without windows first: it does the same for pages in two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Headless, sandboxed by the test run itself, and silent towards the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name but our own server's is ever looked up, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def installed() -> str | None:
    """Return the path of a system Chromium or Chrome, or None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def install(packages: str) -> None:
    """Install packages of the system with apt-get, as root; whether it worked is for the caller to see."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing the system's {packages} (a minute or two)", flush=True)
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages.split()]):
        subprocess.run(["apt-get", *command], check=False, env=quiet, stdout=subprocess.DEVNULL)


def main() -> int:
    """Make sure that there is a browser: the system's, else Debian's package, else Playwright's own."""
    if installed():
        print(f"Using {installed()}")
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for package in ("chromium-headless-shell", "chromium"):
            install(package)
            if installed():
                return 0
    print("Fetching Playwright's own Chromium", flush=True)
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
