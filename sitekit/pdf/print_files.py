"""All files that are typeset for a site: handouts, preview cards and the link kit."""

from dataclasses import dataclass
from pathlib import Path

from sitekit.errors import Problem
from sitekit.models.site import Site
from sitekit.pdf.cards import render_cards
from sitekit.pdf.handouts import render_handouts, write_archive
from sitekit.pdf.link_files import render_link_files
from sitekit.pdf.renderer import Renderer


@dataclass(frozen=True)
class PrintFiles:
    """Typeset files by their paths in the site; the handouts apart, since an archive holds them all."""

    handouts: dict[str, bytes]
    others: dict[str, bytes]

    def write(self, folder: Path) -> None:
        """Write the files, and the archive of the handouts, into the built site below `folder`."""
        for path, content in (self.handouts | self.others).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        write_archive(folder, self.handouts)


def render_print_files(site: Site, site_url: str, cache: Path) -> tuple[PrintFiles, list[Problem]]:
    """Typeset all files from the sources alone; the built pages are not needed.

    Args:
        site: the sources.
        site_url: the URL the site will live at, ending in a slash.
        cache: the folder of the renderer's cache.

    Returns:
        The files, and the problems that keep a handout from being made. If there are any, the files are incomplete.
    """
    renderer = Renderer(cache)
    handouts, problems = render_handouts(site, site_url, renderer)
    if problems:
        return PrintFiles(handouts, {}), problems
    files = PrintFiles(handouts, render_cards(site, renderer) | render_link_files(site, site_url, renderer))
    renderer.cache.prune()
    return files, []
