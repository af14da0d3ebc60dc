"""Sample records, complete and as short as can be; a test names the fields that it is about."""

from __future__ import annotations

from sitekit.models.data import Checklist, Claim, Country, Directory, Helpline, Helplines, Item, Phrase, Picture, Term
from sitekit.models.emails import Email
from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, UNDERSTANDABILITY
from tests.unit.smallest import DAY, at

# Every item of the two instruments that pages are rated by, answered with "yes".
PEMAT = dict.fromkeys((*UNDERSTANDABILITY, *ACTIONABILITY), "yes. It does.")
CCI = dict.fromkeys(CLEAR_COMMUNICATION, "yes. It does.")


def checklist(*items: Item, id: str = "fair") -> Checklist:
    """Return a checklist of these items, or of one with the id "x"."""
    return at(1, Checklist(title="L", items=items or (item("x"),)), f"data/checklists/{id}.yml")


def item(id: str, line: int = 2, client: str = "C.", therapist: str = "T.") -> Item:
    """Return an item of a checklist, its keys on four lines from `line` on."""
    return at(
        line, Item(id=id, client=client, therapist=therapist), "data/checklists/fair.yml", id=line, client=line + 1, therapist=line + 2
    )


def claim(**fields: object) -> Claim:
    known = {
        "key": "k",
        "topic": "T",
        "reference": "R",
        "shows": "gap",
        "plain": "P",
        "does_not_show": "D",
        "sureness": "low",
        "checked": "seen",
    }
    return Claim.model_validate(known | fields)


def email(**fields: object) -> Email:
    known = {"id": "x", "moment": "M", "page": "a.md", "day": "D", "subject": "S", "text": "T", "short": "S", "full": "F"}
    return Email.model_validate(known | fields)


def phrase(**fields: object) -> Phrase:
    return Phrase.model_validate({"id": "x", "when": "W", "say": "S"} | fields)


def picture(**fields: object) -> Picture:
    return Picture.model_validate({"id": "ear", "alt": "A", "caption": "C"} | fields)


def term(**fields: object) -> Term:
    return Term.model_validate({"term": "T", "group": "G", "meaning": "M"} | fields)


def helpline(**fields: object) -> Helpline:
    known = {"id": "x", "name": "X", "hours": "H", "source": "https://s.example/", "checked": DAY, "verified": True}
    return Helpline.model_validate(known | fields)


DIRECTORY = Directory(name="D", url="https://d.example/", note="N", source="https://s.example/", checked=DAY, verified=True)


def helplines(**countries: Country) -> Helplines:
    """Return help lines of these countries, by code. Lines that a test gave a place keep it."""
    return Helplines(countries={}, elsewhere=DIRECTORY).model_copy(update={"countries": countries})


def country(name: str = "Jersey", lines: tuple[Helpline, ...] = (), **fields: object) -> Country:
    return Country.model_validate({"name": name, "emergency": ("999",)} | fields).model_copy(update={"lines": lines})
