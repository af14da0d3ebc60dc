"""Typeset the handouts: one for each page and checklist, on two paper sizes, and all of them in one archive."""

from typing import TypeVar

from sitekit import queries
from sitekit.errors import Problem
from sitekit.models.data import Checklist, Claim
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.pdf.handout_content import Sheet, Values, legend, plain, runs
from sitekit.pdf.handout_list import PAPERS, Handout, file_named, handouts
from sitekit.pdf.renderer import CannotBeShown, DoesNotFit, Job, Renderer
from sitekit.render.plain_text import help_line, practice_lines, practice_texts, review_line
from sitekit.render.words import Words

R = TypeVar("R", bound=Record)
# Letters in a line of the practice's own. Longer ones could push help off the sheet.
_LONGEST_LINE = 120
# The most sides of a page's handout, and of any other: the site's own words need four and one, a practice's may need more.
_MOST_SIDES, _MOST_SIDES_OF_LISTS = 6, 2


def render_handouts(site: Site, renderer: Renderer) -> tuple[dict[str, bytes], list[Problem]]:
    """Return every handout by its path in the site, and the problems of those that cannot be made."""
    problems = []
    files: dict[str, bytes] = {}
    site = site.model_copy(update={"practice": displayable(site.practice, renderer)})
    practice = practice_values(site, renderer)
    for handout in handouts(site):
        try:
            values = frame(site, handout, renderer) | practice
            for paper in PAPERS:
                files[file_named(handout.id, paper)] = renderer.render(job_for(site, handout, values | {"paper": paper}))
        except DoesNotFit as error:
            source = handout.checklist.path if handout.checklist else handout.page.file
            hint = "Shorten it, or put {{ screen() }} above a section that is for the screen only."
            problems.append(Problem(source, 1, f"Its handout does not fit on {error}", hint))
        except CannotBeShown as error:
            message = f"Its handout cannot show '{error}', since none of our fonts has it"
            hint = "Say it in words, or add a font that has it to sitekit/pdf/fonts and the font's name to sitekit/pdf/look.typ."
            problems.append(Problem(handout.page.file, 1, message, hint))
    return files, problems


def displayable(record: R, renderer: Renderer) -> R:
    """Return a record of the practice's, its texts without letters that none of our fonts has; a text of such letters alone is none."""

    def shown(value: object) -> object:
        if isinstance(value, str):
            return renderer.displayable(value) or None
        if isinstance(value, tuple):
            return tuple(filter(None, map(shown, value)))
        return displayable(value, renderer) if isinstance(value, Record) else value

    return record.model_copy(update={key: shown(value) for key, value in record})


def practice_values(site: Site, renderer: Renderer) -> Values:
    """Return what stands of the practice on every side; lines are cut if too long."""
    practice = site.practice
    contact = [line for line in practice_lines(practice) if line != practice.name]
    logo = list(site.logo)
    return {
        "practice": {
            "name": practice.name,
            "contact": [line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…" for line in contact],
            "emergencies": practice_texts(practice, "between", Words(site.interface))[::-1],
        },
        "accent": practice.accent,
        "logo": logo if logo and renderer.can_show(picture=logo) else None,
    }


def frame(site: Site, handout: Handout, renderer: Renderer) -> Values:
    """Return what stands on every side of a handout, but for the practice."""
    words, page = Words(site.interface), handout.page
    reviewed = page.meta.reviewed
    return {
        "language": words("language"),
        "direction": words("direction"),
        "site": queries.site_title(site),
        "title": words("handout_checklist", title=handout.title) if handout.checklist else handout.title,
        "description": page.meta.description,
        "kind": words("handout_checklists") if handout.checklist else handout.part,
        "date": [reviewed.year, reviewed.month, reviewed.day],
        "address": site.url + page.url,
        "qr": renderer.qr(site.url + page.url),
        "help": help_line(site),
        "help-address": site.url + "help-now/",
        "review": f"{words('reviewed', day=words.date(reviewed))} {review_line(site, page)}",
        "words": {
            "page": words("handout_page"),
            "code": words("handout_code"),
            "help": words("need_help"),
            "more-help": words("handout_help"),
            "shared": words("shared_by"),
            "side": words("handout_side"),
        },
    }


def job_for(site: Site, handout: Handout, values: Values) -> Job:
    """Return the job that typesets one handout, with the values of `frame` and `practice_values`, and the paper as a key of PAPERS."""
    words = Words(site.interface)
    if handout.forms:
        columns = [words(f"supervision_{column}") for column in ("client", "therapist", "mine", "moment", "theirs")]
        answers = [words(f"supervision_{answer}") for answer in ("yes", "partly", "not_yet")]
        forms = [
            {"title": form.title, "rows": [{"client": item.client, "therapist": item.therapist} for item in form.items]}
            for form in handout.forms
        ]
        values = values | {"forms": forms, "words": values["words"] | {"columns": columns, "answers": answers}}
        return Job("supervision.typ", values, pages=len(forms), smallest=8)
    is_page = not handout.checklist and not handout.claims
    message = plain(words("handout_evidence_message")) if handout.claims else runs(handout.page.blocks[0], site, handout.page)
    values = values | {
        "message": [run | {"bold": False} for run in message],
        "sections": sections(site, handout),
        "words": values["words"] | {"notes": words("handout_notes") if is_page else None},
    }
    # Therapists read the evidence in smaller letters than a client should have to.
    return Job("handout.typ", values, pages=_MOST_SIDES if is_page else _MOST_SIDES_OF_LISTS, smallest=8 if handout.claims else 10)


def sections(site: Site, handout: Handout) -> list[Values]:
    """Return the sections of a handout, for handout.typ."""
    words = Words(site.interface)
    if handout.checklist:
        return [_side(words, handout.checklist, side) for side in ("client", "therapist")]
    if handout.claims:
        return [_claim(words, claim) for claim in handout.claims]
    return Sheet(site, handout.page).sections()


def _side(words: Words, checklist: Checklist, side: str) -> Values:
    boxes = {"kind": "boxes", "items": [plain(getattr(item, side)) for item in checklist.items]}
    return {"heading": legend(words, checklist, side), "level": 1, "parts": [boxes], "break-after": side == "client"}


def _claim(words: Words, claim: Claim) -> Values:
    shows = words(f"evidence_kind_{claim.shows.replace('-', '_')}")
    texts = [(shows, claim.figure or claim.plain), (words("evidence_does_not_show"), claim.does_not_show)]
    if claim.unverified:
        texts.append((words("evidence_unverified"), claim.unverified))
    source = f"{claim.reference} {claim.title}." + (f" doi.org/{claim.doi}" if claim.doi else "")
    parts = [{"kind": "text", "runs": [*plain(f"{label}. ", bold=True), *plain(text)]} for label, text in texts]
    return {"heading": claim.topic, "level": 1, "parts": [*parts, {"kind": "text", "runs": plain(source)}]}
