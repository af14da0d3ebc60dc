"""Print a page's accessibility tree as the desktop's screen reader gets it, as JSON: `/usr/bin/python3 -I atspi_reader.py URL`.

The system's own Python runs it, with Debian's bindings of libatspi, through which Orca reads, too. So it needs no package from elsewhere.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TIMEOUT = 30  # s
KEPT = ("tag", "xml-roles", "computed-role", "level", "live")


def document(node, url: str):
    """Return the document of a URL below a node, or None."""
    if node.get_role() == Atspi.Role.DOCUMENT_WEB:
        # Firefox and WebKit call the URL by different names. What a page embeds is no page.
        found = {Atspi.Document.get_document_attribute_value(node, name) for name in ("DocURL", "URI")}
        return node if url in found and node.get_child_count() else None
    return next((found for child in children(node) if (found := document(child, url))), None)


def children(node) -> list:
    found = (node.get_child_at_index(at) for at in range(node.get_child_count()))
    return [child for child in found if child]


def read(node) -> dict:
    """Return a node and all below it. `embedded` nodes stand in their parent's text as one U+FFFC; the text of others is part of it."""
    attributes, interfaces = node.get_attributes() or {}, node.get_interfaces()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "text": Atspi.Text.get_text(node, 0, -1) if "Text" in interfaces else "",
        "embedded": "Hyperlink" in interfaces,
        "states": [state.value_nick for state in node.get_state_set().get_states()],
        **{name: attributes[name] for name in KEPT if name in attributes},
        "children": [read(child) for child in children(node)],
    }


def main(url: str) -> int:
    """Print the tree once two readings are the same: a browser hands it over in parts."""
    end, last = time.monotonic() + TIMEOUT, None
    while time.monotonic() < end:
        try:
            found = document(Atspi.get_desktop(0), url)
            tree = read(found) if found else None
        except GLib.Error:  # what was read is gone
            continue
        if tree and tree == last:
            print(json.dumps(tree))
            return 0
        last = tree
    print(f"No document of {url} in {TIMEOUT} s", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
