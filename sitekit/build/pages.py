"""Build the pages of one language, and all files beside them that the sources of that language make."""

from collections.abc import Callable
from pathlib import Path

from sitekit.build.embeds import write_embeds
from sitekit.build.generate import generate
from sitekit.build.redirects import write_redirects
from sitekit.build.search_index import write_search_index
from sitekit.errors import Problem
from sitekit.files import write_files
from sitekit.models.site import Site
from sitekit.pdf.print_files import render_print_files
from sitekit.render.site_context import search_words

# What Typst and segno made, below the project's folder. It is the only cache of a publish.
PDF_CACHE = ".cache/pdf"


def build_pages(root: Path, site: Site, folder: Path, cache: Path, step: Callable[[str], None]) -> list[Problem]:
    """Build the site of the project at `root` into `folder`, to live at the URL of `site`; `step` receives a line as each step begins.

    What takes long to typeset is kept in `cache`. Returns the problems that stopped it. Raises OSError as `generate` does.
    """
    if problems := generate(root, folder, site.url):
        return problems
    step("Typesetting handouts, preview cards and QR codes")
    print_files, problems = render_print_files(site, cache)
    if problems:
        return problems
    write_files(folder, print_files)
    step("Writing the search's texts")
    write_search_index(folder, search_words(site))
    step("Writing embeds and redirects")
    write_embeds(folder, site, root / "overrides")
    return write_redirects(folder, site, root / "overrides")
