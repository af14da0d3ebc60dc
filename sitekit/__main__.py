"""Run the project's commands: python -m sitekit."""

import sys

from sitekit.cli import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # Windows may give them an encoding that lacks some of our letters.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
