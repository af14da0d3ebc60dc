"""Values that mean harm, put into every field that takes free words, and what is rendered of them."""

from __future__ import annotations

import datetime
import typing
from html import escape
from pathlib import Path

from lxml import html
from pydantic import StringConstraints

from sitekit.models.data import TextLine
from sitekit.models.note import NoteLine, NotePart
from sitekit.models.page import Heading, Page, PageMeta
from sitekit.models.practice import Contact, Practice, Reviewer, Sessions
from sitekit.models.promises import TestMarker
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.render.embed import embed_page
from sitekit.render.site_context import site_context
from sitekit.schema.macros import MACROS, TOPICS
from sitekit.schema.page_types import PRIVACY
from sitekit.sources.loader import load
from tests.rendering import COMPONENTS, INTERFACE, show

# What breaks out of a text, an attribute in either quotes, a comment, a raw block of Markdown, or a macro call.
VALUES = [
    "<script>hit()</script>",
    "<img src=x onerror=hit()>",
    '" onload="hit()',
    "' onload='hit()",
    '"><svg onload=hit()>',
    "</p></li></ul></aside>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "</script><b>",
    "<b",
    "<",
    ">",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&amp;lt;",
    "\n\n<b>x</b>\n\n",
    "\n\n    code\n\n# Heading\n\n",
    "[x](javascript:hit())",
    "![x](https://example.org/x.png)",
    "<javascript:hit()>",
    "{{ doors() }}",
    "{% raw %}",
    "{: onclick=hit() }",
    "{ #id .loud }",
    "[TOC]",
    "`b` **b** _b_",
    "*[HTML]: words",
    "[x]: https://example.org",
    "| a | b |\n|---|---|\n| c | d |",
    "```html\n<b>\n```",
    "---",
    "\x02wzxhzdk:0\x03",
    "<form action=https://example.org>",
    "<base href=//example.org>",
    "</title><b>",
    "<template><b>",
    "<plaintext>",
    "\u202e<b>",
    "a=b&c=d",
    "\\<b\\>",
    "</textarea><b>",
    "</select><b>",
]
HERE = "https://example.org/"
# These name other things of the site instead of being shown.
_REFERENCES = {"page", "see_also", "logo", "file", "country", "fingerprint"}


def _is_free(annotation: object) -> bool:
    """Tell whether a field, or each entry of its list, takes any words."""
    if typing.get_origin(annotation) is typing.Annotated:
        inner, *limits = typing.get_args(annotation)
        patterned = any(isinstance(limit, StringConstraints) and limit.pattern for limit in limits)
        return not patterned and _is_free(inner)
    if typing.get_origin(annotation) is tuple or type(None) in typing.get_args(annotation):
        return _is_free(typing.get_args(annotation)[0])
    return annotation is str


def filled(record: Record, value: str) -> Record:
    """Return the record with `value` in each field that takes free words, its parts' too. The schema is not asked."""
    changes: dict[str, object] = {}
    for name, annotation in typing.get_type_hints(type(record), include_extras=True).items():
        now = getattr(record, name) if name in type(record).model_fields and name not in _REFERENCES else None
        if now is None:
            continue
        if _is_free(annotation):
            changes[name] = (value,) * len(now) if isinstance(now, tuple) else value
        elif isinstance(now, Record):
            changes[name] = filled(now, value)
        elif isinstance(now, tuple) and now and isinstance(now[0], Record):
            changes[name] = tuple(filled(part, value) for part in now)
        elif isinstance(now, dict):
            changes[name] = {key: filled(part, value) for key, part in now.items()}
    found = record.model_copy(update=changes)
    found.set_source(record.path, {})
    return found


def whole(good: Path) -> Site:
    """Return the smallest sound site with every field that may be left out filled in."""
    site = load(good)[0].model_copy(update={"interface": INTERFACE})
    day = datetime.date(2026, 11, 23)
    helplines = site.helplines
    line = (
        helplines.countries["us"]
        .lines[0]
        .model_copy(update={"text": TextLine(to="741741", word="HOME"), "chat": "https://example.org/chat", "note": "Free."})
    )
    country = helplines.countries["us"].model_copy(update={"lines": (line,)})
    claims = {
        key: claim.model_copy(
            update={"doi": "10.1037/pst0000175", "figure": "r = .28", "unverified": "the pages", "searched": "S", "title": "T"}
        )
        for key, claim in site.claims.items()
    }
    pictures = {key: picture.model_copy(update={"cite": "elliott-2018"}) for key, picture in site.pictures.items()}
    note = {
        "mine": NotePart(id="mine", title="Mine", ask="What?", lines=(NoteLine(id="one", say="One."),)),
        "room": NotePart(id="room", title="Room", ask="More?", room=100),
        "lists": NotePart(id="lists", title="Lists", ask="Which?", page="strategies/listening.md", take="checklists"),
        "words": NotePart(id="words", title="Words", ask="Which?", page="strategies/listening.md", take="phrases"),
    }
    practice = Practice(
        name="N",
        tagline="T",
        contact=Contact(phone="123", email="a@example.org", website="https://example.org", booking="https://example.org/b"),
        country="us",
        languages=("English", "Nynorsk"),
        sessions=Sessions(minutes=50, where=("online",)),
        fees="F",
        missed_sessions="M",
        between_sessions="B",
        emergencies="E",
        notes="N",
        reviewer=Reviewer(name="R", credentials="C", date=day),
        accent="#1f5f5b",
        exit_to="https://example.org",
    )
    checklists = {}
    for key, checklist in site.checklists.items():
        checklists[key] = checklist.model_copy(update={"client_legend": "what you see"})
        checklists[key].set_source(checklist.path, {})
    terms = tuple(term.model_copy(update={"also": ("feeling with",)}) for term in site.terms)
    meta = PageMeta(title="Privacy", description="d" * 50 + ".", kind="article", reviewed=day)
    privacy = Page(path=PRIVACY, meta=meta, headings=(Heading(level=2, text="United States", id="us", line=9),))
    return site.model_copy(
        update={
            "pages": site.pages | {PRIVACY: privacy},
            "checklists": checklists,
            "helplines": helplines.model_copy(update={"countries": {"us": country}}),
            "claims": claims,
            "url": HERE,
            "pictures": pictures,
            "note_parts": note,
            "practice": practice,
            "terms": terms,
            "promises": {key: promise.model_copy(update={"limit": "L", "part": "P"}) for key, promise in site.promises.items()},
            "test_markers": (TestMarker("no-cookies", "tests/test_x.py", 1, "T", True, "S"),),
        }
    )


def spoilt(site: Site, value: str) -> Site:
    """Return the site with `value` wherever free words may stand: in every record, every page's title, description and headings."""
    changes: dict[str, object] = {}
    for name in ("checklists", "phrases", "claims", "pictures", "calls_to_action", "note_parts", "promises"):
        changes[name] = {key: filled(record, value) for key, record in getattr(site, name).items()}
    # What stands in braces in an e-mail is filled in, and a rule sees to it that it can be.
    unbraced = value.translate(str.maketrans("{}", "()"))
    changes |= {name: {key: filled(record, unbraced) for key, record in getattr(site, name).items()} for name in ("moments", "emails")}
    changes["nav"] = tuple(entry.model_copy(update={"section": value}) for entry in site.nav)
    changes |= {
        "helplines": filled(site.helplines, value),
        "practice": filled(site.practice, value),
        "terms": tuple(filled(term, value) for term in site.terms),
    }
    changes["pages"] = {
        path: page.model_copy(
            update={
                "meta": filled(page.meta, value),
                "headings": tuple(heading.model_copy(update={"text": value}) for heading in page.headings),
            }
        )
        for path, page in site.pages.items()
    }
    changes["test_markers"] = tuple(marker._replace(says=value) for marker in site.test_markers or ())
    return site.model_copy(update=changes)


def fragments(site: Site) -> dict[str, str]:
    """Return what each macro and tool renders of the whole site, by its name."""
    page = site.pages["strategies/listening.md"]
    arguments = {
        "checklist": [(id, "both") for id in site.checklists],
        "phrases": [tuple(site.phrases)],
        "cite": [("elliott-2018",)],
        "picture": [(id,) for id in site.pictures],
        "cards": [("strategy",)],
        "practice_says": [(topic,) for topic in TOPICS],
        "moments": [("before",), ("begun",)],
    }
    shown = {name: "".join(show(site, name, *args, page=page) for args in arguments.get(name, [()])) for name in MACROS}
    context = site_context(site)
    return shown | {
        "embed": embed_page(COMPONENTS, site, site.checklists["listening"]),
        "help line": f"<p>{escape(str(context['help_line']))}</p>",
        "accent": f"<style>{context['accent_css']}</style>",
    }


def structure(fragment: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element of a fragment, as lxml's HTML parser sees it: its name and the names of its attributes."""
    return [(str(node.tag), tuple(node.keys())) for node in html.document_fromstring(f"<html><body>{fragment}</body></html>").iter()]
