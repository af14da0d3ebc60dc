"""Where the interface words of data/interface.yml are used."""

import re

from sitekit.models.record import Frozen

PATH = "data/interface.yml"
# What is filled in, as {name}.
PLACE = re.compile(r"\{([a-z_]\w*)\}")


class WordUse(Frozen):
    """One use of a key of the interface words, in a template or in Python.

    `is_prefix` where only the first part of the key is written there, and the rest is computed. `places` are the names of the
    places that are filled in there, as "n" of {n}; none where the words are taken as they are, or by a script.
    """

    key: str
    path: str
    line: int
    is_prefix: bool = False
    places: frozenset[str] = frozenset()
