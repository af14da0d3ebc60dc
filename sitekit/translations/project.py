"""Lay out the project that a language is built from: the same sources with that language's texts, for the same build.

What the language lacks is left out: pages that are not translated, and what leads to them. A link to such a page leads to the
English one, and says so.
"""

import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitekit.files import write_text
from sitekit.letters import DISCREET, pages_of
from sitekit.models.page import Page
from sitekit.models.record import slug
from sitekit.models.site import Site
from sitekit.schema.translations import CHECKLIST_TEXTS, PICTURES, TEXTS
from sitekit.sources.yaml import parse_yaml
from sitekit.translations.languages import Translation
from sitekit.translations.messages import Translate, translate_data, translate_page, translate_svg, write_yaml
from sitekit.translations.mirror import mirrored

# Texts in mkdocs.yml, beside the labels of the menu.
SETTINGS = ("site_name", "site_description")
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:|tel:|mailto:|#)([^)#\s]*)(#[^)\s]*)?\)")
_MACRO = re.compile(r"^\{\{ (cards|related)\((.*)\) \}\}$", re.M)
# A heading with nothing below it, and the mark of the next one.
_EMPTY_SECTION = re.compile(r"^(#{2,6}) [^\n]*\n+(?=(#{2,6}) |\Z)", re.M)
# Written by other files of the translation, or of no use in it.
_OWN = {"data/search.yml", "data/redirects.yml", "data/published-urls.txt", "data/interface.yml"}


def lay_out(root: Path, site: Site, translation: Translation, target: Path) -> None:
    """Write the project of a language into the empty folder `target`."""
    pages = {page.path for page in translation.pages}
    shutil.copytree(root / "overrides", target / "overrides")
    shutil.copytree(root / "docs/assets", target / "docs/assets")
    shutil.copyfile(root / "practice.yml", target / "practice.yml")
    for page in translation.pages:
        text = translate_page((root / page.file).read_text(encoding="utf-8"), translation.translate(page.file))
        write_text(target / page.file, _without_missing(_linked(text, page, pages, site, translation), site, pages))
    used = {id for page in translation.pages for id in page.arguments("checklist")}
    for path in sorted((root / "data").rglob("*.yml")):
        name = path.relative_to(root).as_posix()
        if name not in _OWN and (path.parent.name != "checklists" or path.stem in used):
            value = parse_yaml(path.read_text(encoding="utf-8"), name).value
            texts = CHECKLIST_TEXTS if name.startswith("data/checklists/") else TEXTS.get(name, frozenset())
            translated = translate_data(value, texts, translation.translate(name))
            if name == "data/glossary.yml":
                # Words change with the language, the fragments of their URLs do not.
                ids = [{"id": slug(entry["term"]), "group_id": slug(entry["group"])} for entry in value]
                translated = [entry | own for entry, own in zip(translated, ids, strict=True)]
            if name == "data/emails.yml":
                # A message is in one language, its pages too.
                translated = [new for old, new in zip(value, translated, strict=True) if all(new[key] != old[key] for key in texts)]
                translated = [new for new in translated if pages_of(site.emails[new["id"]]) <= pages]
            if isinstance(translated, list):
                translated = [entry for entry in translated if not isinstance(entry, dict) or entry.get("page") in (None, *pages)]
            write_text(target / name, write_yaml(translated))
    write_text(target / "data/interface.yml", write_yaml(translation.interface(site)))
    write_text(target / "data/search.yml", write_yaml(_search(site, translation, pages)))
    discreet = [redirect for old, redirect in site.redirects.items() if old.startswith(DISCREET)]
    urls = {f"/{page.url}" for page in translation.pages}
    write_text(target / "data/redirects.yml", write_yaml([{"old": one.old, "new": one.new} for one in discreet if one.new in urls]))
    write_text(target / "data/published-urls.txt", "/\n")
    for id, drawing in site.drawings.items():
        source = f"{PICTURES}/{id}.svg"
        translated = translate_svg(drawing, translation.translate(source))
        is_turned = site.pictures[id].has_direction and translation.language.direction == "rtl"
        write_text(target / source, mirrored(translated) if is_turned else translated)
    write_text(target / "mkdocs.yml", _settings((root / "mkdocs.yml").read_text(encoding="utf-8"), site, translation, pages))


def _linked(text: str, page: Page, pages: set[str], site: Site, translation: Translation) -> str:
    """Return a page whose links to pages that are not translated lead to the English ones."""

    def link(found: re.Match[str]) -> str:
        words, target, anchor = found[1], found[2], found[3] or ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)) if target else page.path
        if path in pages or path not in site.pages:
            return found[0]
        return f"[{words} {translation.language.in_english}]({site.url}{site.pages[path].url}{anchor})"

    return _LINK.sub(link, text)


def _without_missing(text: str, site: Site, pages: set[str]) -> str:
    """Return a page without the cards of pages that are not there, and without sections that hold nothing else."""

    def kept(found: re.Match[str]) -> str:
        if found[1] == "cards":
            return found[0] if any(site.pages[path].meta.kind == found[2].strip('"') for path in pages) else ""
        listed = parse_yaml(text.split("---\n")[1], "").value.get("see_also", [])
        return found[0] if pages.intersection(listed) else ""

    text = _MACRO.sub(kept, text)
    head, front, body = text.split("---\n", 2)
    fields = parse_yaml(front, "").value
    if "see_also" in fields:
        fields["see_also"] = [path for path in fields["see_also"] if path in pages]
    # A heading stays only where the next one is below it.
    body = _EMPTY_SECTION.sub(lambda found: found[0] if len(found[2] or "") > len(found[1]) else "", body)
    return f"{head}---\n{write_yaml(fields)}---\n{body}"


def _search(site: Site, translation: Translation, pages: set[str]) -> list[dict[str, Any]]:
    """Return the search's words: the language's own, and the words of a crisis in every language."""
    crisis = [terms for terms in site.search_terms.values() if terms.place in pages and site.pages[terms.page].meta.kind == "help"]
    return [
        *({"page": terms.page, "words": list(terms.words)} for terms in crisis),
        *(entry for entry in translation.search_words if entry.get("page") in pages),
    ]


def _settings(text: str, site: Site, translation: Translation, pages: set[str]) -> str:
    """Return mkdocs.yml with the language's name of the site, its description, and the menu of its pages."""
    # Nothing is edited in this project, so nothing is watched.
    head = re.sub(r"^watch: .*\n", "", text[: text.index("\nnav:")], flags=re.M)
    translate = translation.translate("mkdocs.yml")
    for key in SETTINGS:
        if written := re.search(rf"^{key}: (.*)$", head, re.M):
            head = head.replace(written[0], write_yaml({key: translate(key, written[1])}).rstrip())
    return f"{head}\n{write_yaml({'nav': list(_menu(site, pages, translate))})}"


def _menu(site: Site, pages: set[str], translate: Translate) -> Iterator[Any]:
    sections: dict[str, list[str]] = {}
    for entry in site.nav:
        if entry.path not in pages:
            continue
        if not entry.section:
            yield entry.path
        elif entry.section not in sections:
            sections[entry.section] = [entry.path]
            yield {translate(f"nav {entry.section}", entry.section): sections[entry.section]}
        else:
            sections[entry.section].append(entry.path)
