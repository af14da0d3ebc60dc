"""The inline scripts that pages may hold, each by the hash of its text. Any other stops the publish."""

from __future__ import annotations

import base64
import hashlib
from types import MappingProxyType

# By the template that holds the script. After a change to one, review it and replace its hash: `make site` prints the new one.
KNOWN = MappingProxyType(
    {
        "overrides/partials/javascripts/loader.html": "sha256-D95pA8F6thLAEZw3vAGNbkcKz9BlSc3I3BlRB51jzxs=",
        "overrides/partials/javascripts/palette.html": "sha256-8vEpYlcPA2XmngUHsmj1m+4Qq1OYK0vq94w0E/iyNg4=",
    }
)


def hash_of(text: str) -> str:
    """Return the hash of a script or style as a content security policy writes it (CSP Level 3, section 2.3.1, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
