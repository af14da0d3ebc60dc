"""The inline scripts that pages may hold, each by the hash of its text. Any other stops the publish."""

import base64
import hashlib
from types import MappingProxyType

# By the template that holds the script. After a change to one, review it and replace its hash: `make site` prints the new one.
KNOWN = MappingProxyType(
    {
        "overrides/partials/javascripts/loader.html": "sha256-3IoA+l1Q8U18YV2K2OYQBX2oajyIIyOVGmBX/yDVxs0=",
        "overrides/partials/javascripts/colours.html": "sha256-SIEEVJoEV2z+xn3c2KDXMhnHPrBdV2Bsj1kowSCdIh0=",
    }
)


def hash_of(text: str) -> str:
    """Return the hash of a script or style as a content security policy writes it (CSP Level 3, section 2.3.1, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
