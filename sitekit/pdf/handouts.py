"""Sets the handouts: one sheet a page and checklist, on two papers, and all of them in one archive."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from sitekit import queries
from sitekit.errors import Problem
from sitekit.models.practice import Practice
from sitekit.models.site import Site
from sitekit.pdf.handout_content import drafts
from sitekit.pdf.handout_list import ARCHIVE, PAPERS, Handout, file_of, handouts
from sitekit.pdf.inline import runs
from sitekit.pdf.qr import qr
from sitekit.pdf.renderer import CannotBeShown, DoesNotFit, Job, Renderer
from sitekit.render.plain_text import help_line, practice_lines, review_line
from sitekit.render.words import Words

# Letters of one line of the practice's; more could push help off the sheet.
_LONGEST_LINE = 120
# The least time an archive can hold, so that the same sheets make the same archive.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def render_handouts(site: Site, site_url: str, renderer: Renderer) -> tuple[dict[str, bytes], list[Problem]]:
    """Return every handout by its path in the site, and a problem for each that does not fit on one sheet or holds a letter without a font.

    Args:
        site_url: the address the site will live at, ending in a slash; QR codes and printed addresses begin with it.
        renderer: sets the sheets, or remembers them.
    """
    problems = []
    files: dict[str, bytes] = {}
    practice = practice_words(site.practice, renderer)
    for handout in handouts(site):
        try:
            code = qr(site_url + handout.page.url, renderer)
            review = renderer.showable(review_line(site, handout.page))
            for paper in PAPERS:
                files[file_of(handout, paper)] = renderer.render(job_for(site, handout, paper, site_url, practice, review, code))
        except DoesNotFit:
            source = handout.checklist.path if handout.checklist else handout.page.file
            problems.append(Problem(source, 1, "Its handout does not fit on one sheet", "Shorten its lists and steps."))
        except CannotBeShown as error:
            problems.append(
                Problem(
                    handout.page.file,
                    1,
                    f"Its handout cannot show '{error}', as none of our fonts has it",
                    "Say it in words, or add a font with it to sitekit/typeset/fonts and its name to look.typ there.",
                )
            )
    return files, problems


def practice_words(practice: Practice, renderer: Renderer) -> list[str]:
    """Return the practice's name and ways to reach it, cut where too long, without letters that no font of ours has."""
    shown = [words for words in map(renderer.showable, practice_lines(practice)) if words]
    return [words if len(words) <= _LONGEST_LINE else words[: _LONGEST_LINE - 1] + "…" for words in shown]


def job_for(site: Site, handout: Handout, paper: str, site_url: str, practice: list[str], review: str, code: str) -> Job:
    """Return what is to be set for one handout on one paper: with the practice's lines, who reviewed it, the page's QR code as SVG."""
    words, page = Words(site.interface), handout.page
    address = site_url + page.url
    reviewed = page.meta.reviewed
    values = {
        "paper": paper,
        "language": words("language"),
        "site": queries.site_title(site),
        "title": words("handout_checklist", title=handout.title) if handout.checklist else handout.title,
        "description": page.meta.description,
        "kind": words("handout_checklists") if handout.checklist else handout.part,
        "message": [run | {"bold": False} for run in runs(page.blocks[0].source)],
        "date": [reviewed.year, reviewed.month, reviewed.day],
        "address": address,
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
    found, sides = drafts(site, handout)
    return Job("handout.typ", values, tuple(found), sides)


def write_archive(folder: Path, sheets: Mapping[str, bytes]) -> None:
    """Write the archive with all handouts below the folder of the built site."""
    (folder / ARCHIVE).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / ARCHIVE, "w") as archive:
        for path, content in sorted(sheets.items()):
            entry = zipfile.ZipInfo(path, _NO_TIME)
            # PDFs are compressed already.
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
