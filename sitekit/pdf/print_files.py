"""All that the renderer sets for a site: handouts, preview cards, the link kit. Set from the sources, before any page is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitekit.errors import Problem
from sitekit.models.site import Site
from sitekit.pdf.handouts import render_handouts, write_archive
from sitekit.pdf.link_files import render_link_files
from sitekit.pdf.preview_cards import render_cards
from sitekit.pdf.renderer import Renderer


@dataclass(frozen=True)
class PrintFiles:
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


def render_print_files(site: Site, site_url: str, memory: Path) -> tuple[PrintFiles, list[Problem]]:
    """Return all that is printed, and what keeps a handout from its sheet.

    Args:
        site_url: the address the site will live at, ending in a slash.
        memory: a folder that remembers what was set; what has long not been asked for is forgotten.
    """
    renderer = Renderer(memory)
    handouts, problems = render_handouts(site, site_url, renderer)
    if problems:
        return PrintFiles(handouts, {}), problems
    printed = PrintFiles(handouts, render_cards(site, renderer) | render_link_files(site, site_url, renderer))
    renderer.forget()
    return printed, []
