"""All that the press sets for a site: handouts, preview cards, the link kit. Set from the sources, before any page is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitekit.model import Site
from sitekit.problems import Problem
from sitekit.publish.cards import set_cards
from sitekit.publish.handouts import set_handouts, write_archive
from sitekit.publish.linkkit import set_link_kit
from sitekit.typeset.press import Press


@dataclass(frozen=True)
class Printed:
    """Files by their paths in the site; the handouts apart, as an archive holds them all."""

    handouts: dict[str, bytes]
    others: dict[str, bytes]

    def write(self, folder: Path) -> None:
        """Write the files, and the archive of the handouts, below the folder of the built site."""
        for path, content in (self.handouts | self.others).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        write_archive(folder, self.handouts)


def set_all(site: Site, site_url: str, memory: Path) -> tuple[Printed, list[Problem]]:
    """Return all that is printed, and what keeps a handout from its sheet.

    Args:
        site_url: the address the site will live at, ending in a slash.
        memory: a folder that remembers what was set; what has long not been asked for is forgotten.
    """
    press = Press(memory)
    handouts, problems = set_handouts(site, site_url, press)
    if problems:
        return Printed(handouts, {}), problems
    printed = Printed(handouts, set_cards(site, press) | set_link_kit(site, site_url, press))
    press.forget()
    return printed, []
