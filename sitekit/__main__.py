"""Run the project's commands: python -m sitekit."""

import sys

from sitekit.cli import main

if __name__ == "__main__":
    sys.exit(main())
