"""Puts a finished folder in another's place, so that readers find the old one whole or the new one whole."""

from __future__ import annotations

import shutil
from pathlib import Path


def swap(new: Path, place: Path) -> None:
    """Move `new` to `place`; what stood there is removed only when the new one stands.

    Both must lie on one file system, as renaming is what makes each move whole.

    Raises:
        OSError: a move failed; what stood at `place` is put back.
    """
    if not place.exists():
        new.rename(place)
        return
    former = place.with_name(f".{place.name}-former")
    shutil.rmtree(former, ignore_errors=True)
    place.rename(former)
    try:
        new.rename(place)
    except OSError:
        former.rename(place)
        raise
    shutil.rmtree(former, ignore_errors=True)
