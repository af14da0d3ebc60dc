"""Writes each checklist on its own, to put into a portal: embed/<id>/ for a frame, embed/<id>.txt as plain text."""

from __future__ import annotations

from pathlib import Path

from sitekit.models.site import Site
from sitekit.render.embed import embed_page, embed_text
from sitekit.render.environment import Components

# One small sheet for all frames; system fonts, both colour schemes, nothing from elsewhere.
STYLE = """:root{color-scheme:light dark;font:1.05rem/1.5 system-ui,sans-serif}
body{margin:0 auto;padding:1rem;max-width:40rem}
h1{font-size:1.3rem;margin:0 0 .8rem}
fieldset{margin:0 0 1rem;padding:.6rem 1rem;border:1px solid;border-radius:.5rem}
legend{font-weight:700;padding:0 .3rem}
ul{list-style:none;margin:0;padding:0}
label{display:flex;gap:.7rem;padding:.5rem 0;min-height:1.75rem}
input{flex:none;width:1.5rem;height:1.5rem;margin:0}
a{display:inline-block;min-height:1.5rem}
.help{border-top:1px solid;padding-top:.6rem}
@media print{label{padding:.2rem 0}}
"""


def write_embeds(folder: Path, site: Site, templates: Path, site_url: str) -> None:
    """Write the frames and texts of every checklist below `folder`.

    Args:
        templates: the folder of the site's own templates.
        site_url: where the site will live, ending in a slash.
    """
    components = Components(templates / "components", site.interface)
    place = folder / "embed"
    place.mkdir()
    (place / "embed.css").write_text(STYLE, encoding="utf-8")
    for found in site.checklists.values():
        page = place / found.id / "index.html"
        page.parent.mkdir()
        page.write_text(embed_page(components, site, found, site_url), encoding="utf-8")
        (place / f"{found.id}.txt").write_text(embed_text(site, found, site_url), encoding="utf-8")
