"""Ask Firefox and WebKitGTK for their own accessibility trees, the way a screen reader of the Linux desktop does: by AT-SPI."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.engines.webkitgtk import DISPLAY, screen
from tests.browser.spoken import LANDMARKS

READER = Path(__file__).with_name("atspi_reader.py")
PYTHON, LAUNCHER = "/usr/bin/python3", "/usr/libexec/at-spi-bus-launcher"
# Debian's and Ubuntu's names of what is needed, beside a browser.
PACKAGES = "at-spi2-core dbus gir1.2-atspi-2.0 python3-gi xvfb"
TYPES = "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib"
# Stands in a text for what is embedded there.
EMBEDDED = "\N{OBJECT REPLACEMENT CHARACTER}"
STOPS = {
    "check box": "checkbox",
    "combo box": "choice",
    "entry": "field",
    "link": "link",
    "push button": "button",
    "button": "button",  # the same, since AT-SPI 2.56
    "radio button": "option",
    "toggle button": "button",
}
# What a list puts before its items.
MARKER = re.compile(r"^\s*(•|\d+\.)\s+")


def missing() -> list[str]:
    """Return what this system lacks to read trees."""
    programs = [name for name in (LAUNCHER, "dbus-daemon", DISPLAY, PYTHON) if not shutil.which(name)]
    return programs + [TYPES] * (not any(Path("/").glob(TYPES[1:])))


class Desktop:
    """A virtual screen, and buses of its own: `environment` is what a browser has to be started with."""

    def __init__(self) -> None:
        self._home = tempfile.TemporaryDirectory()
        self._screen, display = screen()
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        self._bus = subprocess.Popen(bus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._bus.stdout
        self.environment = os.environ | {
            "DBUS_SESSION_BUS_ADDRESS": self._bus.stdout.readline().strip(),
            "DISPLAY": display,
            "GNOME_ACCESSIBILITY": "1",  # what Firefox goes by
            "HOME": self._home.name,
            "XDG_RUNTIME_DIR": self._home.name,
        }
        command = [LAUNCHER, "--launch-immediately"]
        self._launcher = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def tree(self, url: str) -> dict[str, Any]:
        """Return the tree of the page of a URL that a browser on this desktop shows."""
        command = [PYTHON, "-I", str(READER), url]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def close(self) -> None:
        """Stop what was started."""
        for program in (self._launcher, self._bus, self._screen):
            program.terminate()
            program.wait()
        self._home.cleanup()


def spoken(node: dict[str, Any]) -> list[str]:
    """Return what is said of a node and all in it, a line for each thing, as tests/browser/spoken.py does for Chromium."""
    lines: list[str] = []
    for line in _said(node, {}, [node["text"]]):
        # A label, or the title of a group, right after what it names: screen readers say it once.
        if not lines or lines[-1].partition(": ")[2] != line:
            lines.append(line)
    return lines


def _said(node: dict[str, Any], parent: dict[str, Any], rest: list[str]) -> Iterator[str]:
    """Yield what is said of a node. `rest` holds one text: what is left of that which the node is part of, or of its own."""
    role, name = node["role"], _words(node["name"])
    own = node.get("xml-roles") or node.get("computed-role") or ""
    if kind := stop(node):
        yield f"{', '.join([kind, *_states(node, parent)])}: {name}"
    elif role == "heading":
        yield f"heading {node['level']}: {name}"
    else:
        if own in LANDMARKS or role == "form":
            yield f"[{own or role}{': ' * bool(name)}{name}]"
        elif role == "list":
            yield f"list of {sum(child['role'] == 'list item' for child in node['children'])}"
        elif name and (own == "group" or node.get("tag") == "fieldset"):
            yield f"group: {name}"
        elif name and role in ("image", "table"):
            yield f"{role}: {name}"
        if role != "image":
            yield from _content(node, rest)


def _content(node: dict[str, Any], rest: list[str]) -> Iterator[str]:
    """Yield what stands in a node: its children, and its text before, between and after them."""
    for child in node["children"]:
        if node["role"] == "list item" and child["role"] == "text" and MARKER.fullmatch(child["text"]):  # as in WebKit
            rest[0] = rest[0].removeprefix(EMBEDDED)
            continue
        mark = EMBEDDED if child["embedded"] else child["text"].strip()
        before, found, after = rest[0].partition(mark) if mark else ("", "", "")
        if found:
            yield from filter(None, [_words(before)])
            rest[0] = after
        # Where a child has no text of its own, what is in it may be part of ours.
        yield from _said(child, node, [MARKER.sub("", child["text"])] if child["text"] else rest)
    if node["text"]:
        yield from filter(None, [_words(rest[0])])


def _words(text: str) -> str:
    return " ".join(text.split())


def stop(node: dict[str, Any]) -> str | None:
    """Return the word for what focus or a finger stops at. WebKitGTK has no role for what opens a fold."""
    return "fold" if node.get("tag") == "summary" else STOPS.get(node["role"])


def _states(node: dict[str, Any], parent: dict[str, Any]) -> Iterator[str]:
    """Yield the words for a stop's states. WebKitGTK says of a fold whether it is open, and of its summary nothing."""
    role, states = node["role"], node["states"]
    if "enabled" not in states:
        yield "cannot be used"
    if role in ("check box", "radio button"):
        yield "ticked" if "checked" in states else "not ticked"
    if role == "toggle button":
        yield "pressed" if "pressed" in states else "not pressed"
    opens = parent["states"] if role == "unknown" else states
    if "expandable" in opens:
        yield "open" if "expanded" in opens else "closed"
