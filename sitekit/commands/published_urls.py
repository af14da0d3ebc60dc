"""Keep the list of published URLs: add new ones, and report those that were removed."""

import shutil
import subprocess
from pathlib import Path

from sitekit.errors import Problem
from sitekit.models.site import Site
from sitekit.urls import PUBLISHED, unregistered


def add(root: Path, site: Site) -> list[str]:
    """Append every URL of the site that the list below `root` lacks, and return the added ones; the rest stays as it is, to the byte."""
    new = unregistered(site)
    if new:
        file = root / PUBLISHED
        before = file.read_bytes()
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        file.write_bytes(before + gap + "".join(f"{address}\n" for address in new).encode())
    return new


def removed_since(root: Path, site: Site, revision: str) -> list[Problem]:
    """Return a problem for each URL that the list had at a git revision, such as "origin/main", and no longer has."""

    def git(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", "-C", str(root), *args], capture_output=True, encoding="utf-8", check=False)

    if not shutil.which("git"):
        return [Problem(PUBLISHED, 1, "There is no git here to compare with", "Install git, and run this in a clone of the project.")]
    if git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode:
        return [Problem(PUBLISHED, 1, f"There is no revision '{revision}' to compare with", "Fetch it first, or name another.")]
    former = git("show", f"{revision}:./{PUBLISHED}").stdout
    listed = {entry.address for entry in site.published_urls}
    hint = "Put the line back. If its page moved, add a redirect to data/redirects.yml."
    return [
        Problem(PUBLISHED, line, f"The address '{address}' was listed here and is gone", hint)
        for line, address in enumerate(map(str.strip, former.split("\n")), 1)
        if address and not address.startswith("#") and address not in listed
    ]
