"""Run the project's commands: python -m sitekit."""

import sys

try:
    from sitekit.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("sitekit"):
        raise
    sys.exit(f"The package '{missing.name}' is not here. Run 'make check' once, and use .venv/bin/python; or run 'make clean' first.")

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # Windows may give them an encoding that lacks some of our letters.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    # What is typed may have another encoding than the terminal says.
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
