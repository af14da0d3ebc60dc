"""Where the interface words of data/interface.yml are used."""

from __future__ import annotations

from sitekit.models.record import Frozen

PATH = "data/interface.yml"


class WordUse(Frozen):
    """One use of a key of the interface words, in a template or in Python.

    `is_prefix` where only the first part of the key is written there, and the rest is computed.
    """

    key: str
    path: str
    line: int
    is_prefix: bool = False
