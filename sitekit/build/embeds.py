"""Write each checklist on its own, to put into a portal: embed/<id>/ for a frame, embed/<id>.txt as plain text."""

from pathlib import Path

from sitekit.files import write_text
from sitekit.models.site import Site
from sitekit.render.embed import embed_page, embed_text
from sitekit.render.environment import Components

# The one stylesheet of all frames, below the templates.
STYLE = "components/embed/embed.css"


def write_embeds(folder: Path, site: Site, templates: Path, site_url: str) -> None:
    """Write the frame and the text of every checklist below `folder`.

    Args:
        folder: the built site.
        site: the sources.
        templates: the folder of the site's own templates and styles.
        site_url: the URL the site will live at, ending in a slash.
    """
    components = Components(templates / "components", site.interface)
    embeds = folder / "embed"
    write_text(embeds / "embed.css", (templates / STYLE).read_text(encoding="utf-8"))
    for checklist in site.checklists.values():
        write_text(embeds / checklist.id / "index.html", embed_page(components, site, checklist, site_url))
        write_text(embeds / f"{checklist.id}.txt", embed_text(site, checklist, site_url))
