"""Add to the live preview what MkDocs does not write: the search's texts, redirects, the list for the 404 page, embeds and link files.

What takes long to make (handouts, QR codes, preview cards) is made only when the site is published; the 404 page says so.
"""

import logging
from pathlib import Path
from typing import Any

from sitekit.build.embeds import write_embeds
from sitekit.build.redirects import write_redirects
from sitekit.build.search_index import write_search_index
from sitekit.files import write_files
from sitekit.licences import write_licences
from sitekit.pdf.print_files import link_lists
from sitekit.render.site_context import search_words

_LOG = logging.getLogger("mkdocs.sitekit")


def on_post_build(env: Any) -> None:
    """Write the files into the folder that MkDocs serves, unless the site is published; the macro engine calls this after each build."""
    site, folder = env.preview, Path(env.conf["site_dir"])
    if not site:
        return
    templates = Path(env.project_dir) / "overrides"
    try:
        write_search_index(folder, search_words(site))
        write_files(folder, link_lists(site))
        write_licences(folder)
        write_embeds(folder, site, templates)
        write_redirects(folder, site, templates, with_files=False)
    except Exception as error:
        # Sources with problems, which are reported already, lack what these files are made from; the preview must not stop.
        _LOG.info("Some link files and redirects are not in this preview, as the sources have problems: %r", error)
