"""Build the site in its other languages, each into a folder of the staging directory."""

import gzip
import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sitekit.build.embeds import write_embeds, write_side_by_side
from sitekit.build.generate import generate
from sitekit.build.redirects import LIST as REDIRECTS
from sitekit.build.redirects import write_redirects
from sitekit.build.search_index import write_search_index
from sitekit.errors import Problem
from sitekit.files import remove_same, write_files, write_text
from sitekit.models.site import Site
from sitekit.pdf.print_files import render_print_files
from sitekit.render.site_context import search_words
from sitekit.sources.loader import load
from sitekit.translations.alternates import translation_context
from sitekit.translations.languages import FOLDER, Translation
from sitekit.translations.project import lay_out

# What every language shares stands once, at the site's root.
_SHARED = ("components", "assets", "vendor")
_PREFIX = re.compile(rf"(?<=[\"'= ])((?:\./|(?:\.\./)*))(?=(?:{'|'.join(_SHARED)})/)")
_EMBED_STYLE = re.compile(r'"(?:\.\./)+(?:embed/)?embed\.css"')
_LOC = re.compile(r"<url>.*?</url>", re.DOTALL)


def build_language(
    root: Path, site: Site, translation: Translation, translations: Sequence[Translation], staging: Path, cache: Path
) -> list[Problem]:
    """Build one of the translations into its folder below `staging`, where the English site stands as the generator wrote it.

    Returns the problems, each at the translation's file.
    """
    folder, url = staging / translation.tag, f"{site.url}{translation.tag}/"
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        lay_out(root, site, translation, project)
        settings = project / "mkdocs.yml"
        context = json.dumps(translation_context(root, site, translations, translation), ensure_ascii=False)
        text = settings.read_text(encoding="utf-8")
        write_text(settings, text.replace("\nextra:\n", f"\nextra:\n  translation: {context}\n", 1))
        translated, problems = load(project)
        problems = problems or generate(project, folder, url)
        if problems:
            return [replace(problem, path=f"{FOLDER}/{translation.tag}/{problem.path}") for problem in problems]
        translated = translated.model_copy(update={"url": url})
        print_files, problems = render_print_files(translated, cache)
        if problems:
            return problems
        write_files(folder, print_files)
        write_search_index(folder, search_words(translated))
        write_embeds(folder, translated, root / "overrides")
        write_side_by_side(folder, site, translated, root / "overrides")
        if problems := write_redirects(folder, translated, root / "overrides"):
            return problems
    _share(folder, staging, site.url)
    return []


def _share(folder: Path, staging: Path, english_url: str) -> None:
    """Let the pages of a language use the scripts, sheets and pictures at the site's root, and list its pages in the sitemap.

    Links to English pages become relative, as all others are, and name their language.
    """
    for page in folder.rglob("*.html"):
        up = "../" * len(page.relative_to(staging).parent.parts)
        text = _PREFIX.sub(r"\1../", page.read_text(encoding="utf-8"))
        text = _EMBED_STYLE.sub(f'"{up}embed/embed.css"', text)
        text = re.sub(rf'<a href="{re.escape(english_url)}(?!{folder.name}/)', f'<a hreflang="en" href="{up}', text)
        write_text(page, text)
    for name in _SHARED:
        remove_same(folder / name, staging / name)
    for name in ("404.html", "sitemap.xml.gz", "embed/embed.css", REDIRECTS):
        (folder / name).unlink(missing_ok=True)
    own, whole = folder / "sitemap.xml", staging / "sitemap.xml"
    urls = "".join(_LOC.findall(own.read_text(encoding="utf-8")))
    text = whole.read_text(encoding="utf-8").replace("</urlset>", f"{urls}</urlset>")
    write_text(whole, text)
    (staging / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    own.unlink()
