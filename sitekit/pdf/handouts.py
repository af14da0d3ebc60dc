"""Typeset the handouts: one sheet for each page and checklist, on two paper sizes, and all of them in one archive."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from sitekit import queries
from sitekit.errors import Problem
from sitekit.models.practice import Practice
from sitekit.models.site import Site
from sitekit.pdf.handout_content import drafts
from sitekit.pdf.handout_list import ARCHIVE, PAPERS, Handout, file_named, handouts
from sitekit.pdf.inline import runs
from sitekit.pdf.qr import qr
from sitekit.pdf.renderer import CannotBeShown, DoesNotFit, Job, Renderer
from sitekit.render.plain_text import help_line, practice_lines, review_line
from sitekit.render.words import Words

# Letters in a line of the practice's own. Longer ones could push help off the sheet.
_LONGEST_LINE = 120
# The earliest date a ZIP file can hold, so that the same handouts make the same archive.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render_handouts(site: Site, site_url: str, renderer: Renderer) -> tuple[dict[str, bytes], list[Problem]]:
    """Return every handout by its path in the site, and the problems of those that cannot be made.

    Args:
        site: the sources.
        site_url: the URL the site will live at, ending in a slash; QR codes and printed URLs begin with it.
        renderer: typesets the handouts.
    """
    problems = []
    files: dict[str, bytes] = {}
    practice = practice_words(site.practice, renderer)
    for handout in handouts(site):
        try:
            code = qr(site_url + handout.page.url, renderer)
            review = renderer.displayable(review_line(site, handout.page))
            for paper in PAPERS:
                files[file_named(handout.id, paper)] = renderer.render(job_for(site, handout, paper, site_url, practice, review, code))
        except DoesNotFit:
            source = handout.checklist.path if handout.checklist else handout.page.file
            problems.append(Problem(source, 1, "Its handout does not fit on one sheet", "Shorten its lists and steps."))
        except CannotBeShown as error:
            message = f"Its handout cannot show '{error}', since none of our fonts has it"
            hint = "Say it in words, or add a font that has it to sitekit/pdf/fonts and the font's name to sitekit/pdf/look.typ."
            problems.append(Problem(handout.page.file, 1, message, hint))
    return files, problems


def practice_words(practice: Practice, renderer: Renderer) -> list[str]:
    """Return the practice's name and contact lines, cut if too long, without letters that none of our fonts has."""
    lines = [line for line in map(renderer.displayable, practice_lines(practice)) if line]
    return [line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…" for line in lines]


def job_for(site: Site, handout: Handout, paper: str, site_url: str, practice: list[str], review: str, code: str) -> Job:
    """Return the job that typesets one handout on one paper size.

    Args:
        site: the sources.
        handout: what to typeset.
        paper: a key of PAPERS.
        site_url: the URL the site will live at, ending in a slash.
        practice: the practice's name and contact lines.
        review: a sentence that says who reviewed the page.
        code: the QR code of the page's URL, as SVG.
    """
    words, page = Words(site.interface), handout.page
    reviewed = page.meta.reviewed
    values = {
        "paper": paper,
        "language": words("language"),
        "site": queries.site_title(site),
        "title": words("handout_checklist", title=handout.title) if handout.checklist else handout.title,
        "description": page.meta.description,
        "kind": words("handout_checklists") if handout.checklist else handout.part,
        "message": [run | {"bold": False} for run in runs(page.blocks[0])],
        "date": [reviewed.year, reviewed.month, reviewed.day],
        "address": site_url + page.url,
        "qr": code,
        "help": help_line(site),
        "help-address": site_url + "help-now/",
        "practice": practice,
        "review": f"{words('reviewed', day=words.date(reviewed))} {review}",
        "words": {
            "page": words("handout_page"),
            "code": words("handout_code"),
            "help": words("need_help"),
            "more-help": words("handout_help"),
            "shared": words("shared_by"),
            "side": words("handout_side"),
            "shortened": words("handout_shortened"),
        },
    }
    contents, sides = drafts(site, handout)
    return Job("handout.typ", values, tuple(contents), sides)


def write_archive(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the archive of all handouts into the built site below `folder`. PDF files are compressed already, so it only stores them."""
    (folder / ARCHIVE).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / ARCHIVE, "w") as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
