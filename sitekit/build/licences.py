"""Write licences.txt: who made the parts of the site, and the texts that their licences require to go with them."""

from pathlib import Path

from sitekit.errors import Problem
from sitekit.licences import FILE, notices, shipped


def write_licences(folder: Path) -> list[Problem]:
    """Write the licences into the built site below `folder`.

    Returns:
        The problems in the list of licences; nothing is written if there are any.
    """
    entries, problems = shipped()
    if not problems:
        (folder / FILE).write_text(notices(entries), encoding="utf-8", newline="\n")
    return problems
