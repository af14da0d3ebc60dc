"""Run the project's commands: python -m sitekit."""

import errno
import os
import sys

try:
    from sitekit.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("sitekit"):
        raise
    sys.exit(f"The package '{missing.name}' is not here. Run 'make check' once, and use .venv/bin/python; or run 'make clean' first.")

if __name__ == "__main__":
    # A stream that is closed is None.
    for stream in filter(None, (sys.stdout, sys.stderr)):
        # Windows may give them an encoding that lacks some of our letters.
        stream.reconfigure(errors="backslashreplace")
    # What is typed may have another encoding than the terminal says.
    if sys.stdin:
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        status = main()
        if sys.stdout:
            sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC, errno.EBADF):
            raise
        # What is left to print would fail again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(f"The output cannot be written: {error.strerror}.")
    sys.exit(status)
