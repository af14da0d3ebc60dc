"""The staging directory of a publish: beside the site, on its file system, one publish at a time."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitekit.build.deploy import recover
from sitekit.build.lock import exclusive_lock


@contextmanager
def staging_directory(target: Path, log: Callable[[str], None]) -> Iterator[Path]:
    """Yield an empty folder beside `target`; it is removed afterwards, unless it was deployed.

    What a killed publish left is cleaned up first. Each publish uses a new name, so that a generator which outlives its
    killed parent cannot write into the next publish's files.

    Args:
        target: where the site will stand; its parent exists.
        log: receives a line if another publish is waited for, or if something was cleaned up.

    Raises:
        OSError: nothing can be written beside `target`.
    """
    prefix = f".{target.name}-new-"
    with exclusive_lock(target.with_name(f".{target.name}-lock"), lambda: log(f"Another publish to {target} is running; waiting for it")):
        if recover(target):
            log("The last publish was stopped during deployment. The former site is back")
        for left in [file for file in target.parent.iterdir() if file.name.startswith(prefix)]:
            log("The last publish was stopped. Removing what it left")
            shutil.rmtree(left, ignore_errors=True)
        # Not a temporary folder of the system's: only its owner could read that, and a web server may be another user.
        folder = target.with_name(f"{prefix}{uuid.uuid4().hex[:8]}")
        try:
            folder.mkdir()
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
