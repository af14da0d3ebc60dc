"""Questions to a Site: order, numbering, sections, reverse relations."""

import pytest

from sitekit import queries
from sitekit.models.emails import Moment
from sitekit.models.note import NoteLine, NotePart
from sitekit.models.practice import Practice
from sitekit.models.promises import Promise, TestMarker
from sitekit.models.ratings import Rating
from sitekit.models.site import NavEntry
from sitekit.note_lines import note_groups
from sitekit.schema.macros import cited_on
from sitekit.sources.loader import load
from tests.unit.samples import CCI, PEMAT, checklist, claim, country, email, helplines, phrase, term
from tests.unit.smallest import DAY, page, site


def test_pages_are_in_nav_order(good):
    assert [page.path for page in queries.pages_in_nav_order(load(good)[0])] == ["index.md", "help.md", "strategies/listening.md"]


def test_claim_cited_twice_has_one_number(good):
    page = good / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace("{{ picture", 'Research says it twice. {{ cite("elliott-2018") }}\n\n{{ picture'))
    site = load(good)[0]
    found = site.pages["strategies/listening.md"]
    assert [claim.key for claim in cited_on(site, found)] == ["elliott-2018"]


def test_claim_of_a_picture_is_cited_on_the_page_of_the_picture(good):
    pictures = good / "data/pictures.yml"
    pictures.write_text(pictures.read_text() + "  cite: elliott-2018\n")
    page = good / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace('{{ cite("elliott-2018") }}', ""))
    site = load(good)[0]
    assert [claim.key for claim in cited_on(site, site.pages["strategies/listening.md"])] == ["elliott-2018"]


def test_anchors_are_ids_of_headings_and_macros(good):
    site = load(good)[0]
    anchors = queries.anchors_on(site, site.pages["strategies/listening.md"])
    assert {"in-short", "listening.looks-up", "phrase-slow-down", "picture-ear", "source-elliott-2018"} <= anchors
    assert {"help-us", "help-elsewhere"} <= queries.anchors_on(site, site.pages["index.md"])


PHRASES = {id: phrase(id=id, say=f"Say {id}.") for id in "xyz"}
NOTE = {
    "own": NotePart(id="own", title="T", ask="A?", page="a.md", take="phrases"),
    "head": NotePart(id="head", title="T", ask="A?", page="a.md"),
}
SOURCE = page(
    "a.md",
    '## One {#one}\n\n### Two {#two}\n\n{{ phrases("x", "gone") }}\n\n'
    '#### Three {#three}\n\n{{ phrases("y") }}\n\n## Four {#four}\n\n{{ phrases("z") }}\n',
)


def test_phrases_of_the_note_are_grouped_by_headings_down_to_level_three():
    found = site(SOURCE, phrases=PHRASES, note_parts=NOTE)
    assert note_groups(found, NOTE["own"]) == [("Two", (("own.x", "Say x."), ("own.y", "Say y."))), ("Four", (("own.z", "Say z."),))]
    assert note_groups(found, NOTE["head"]) == [("Two", (("head.three", "Three"),))]


def test_phrases_have_ids_of_note_lines_except_on_help_pages():
    found = site(SOURCE, page("b.md"), page("help.md", kind="help"), phrases=PHRASES, note_parts=NOTE)
    assert queries.phrase_ticks(found, found.pages["b.md"]) == {"x": "own.x", "y": "own.y", "z": "own.z"}
    assert queries.phrase_ticks(found, found.pages["help.md"]) == {}


HELPLINES = helplines(us=country("United States"), ca=country("Canada"), je=country("Jersey"))
PRIVACY = page("first-session/privacy.md", "## Everywhere {#everywhere}\n\n## Jersey\n\n## Jersey {#in-jersey}\n\n## Canada\n")


@pytest.mark.parametrize(
    "pages, country, anchor",
    [
        ([PRIVACY], "je", "in-jersey"),
        ([PRIVACY], "ca", ""),
        ([PRIVACY], "us", ""),
        ([PRIVACY], None, ""),
        ([PRIVACY], "fr", ""),
        ([], "je", ""),
    ],
)
def test_privacy_anchor_is_that_of_the_practices_country(pages, country, anchor):
    assert queries.privacy_anchor(site(*pages, practice=Practice(country=country), helplines=HELPLINES)) == anchor


@pytest.mark.parametrize("country, codes", [(None, ["ca", "je", "us"]), ("us", ["us", "ca", "je"]), ("je", ["je", "ca", "us"])])
def test_countries_are_sorted_by_name_after_the_practices_own(country, codes):
    assert queries.countries_in_order(site(practice=Practice(country=country), helplines=HELPLINES)) == codes


def test_site_without_helplines_has_no_countries():
    assert queries.countries_in_order(site(practice=Practice(country="us"))) == []
    assert queries.privacy_anchor(site(PRIVACY, practice=Practice(country="us"))) == ""


def test_site_title_is_that_of_the_home_page():
    assert queries.site_title(site(page("index.md", title="Home"))) == "Home"
    assert queries.site_title(site(page("a.md"))) == ""


def test_rated_pages_come_first_and_stale_ratings_do_not_count():
    def rating(stale: bool = False) -> Rating:
        given = {"audience": "A", "objective": "O", "message": "M", "pemat": PEMAT, "cci": CCI, "fingerprint": "f"}
        return Rating(page="b.md", rater="a", date=DAY, stale=stale, **given)

    pages = [page("t.md", kind="therapists"), page("a.md"), page("b.md")]
    ratings = (rating(), rating(stale=True))
    found = queries.rated(site(*pages, nav=tuple(NavEntry(path=one.path, line=1) for one in pages), ratings=ratings))
    assert [(page.path, given) for page, given in found] == [("b.md", [ratings[0]]), ("a.md", [])]


def test_dialable_number_has_no_gaps():
    assert queries.dialable("+44 20-7946 00-00") == "+442079460000"


CLAIMS = {key: claim(key=key) for key in ("one", "two")}
PROMISE = Promise(id="p", group="Our word", part="To you", say="We say.", limit="Not all.")
MARKERS = (
    TestMarker("p", "tests/test_it.py", 1, "It.", True, "We look."),
    TestMarker("gone", "tests/test_it.py", 5, "It.", True, "We see."),
)


def test_cited_claims_are_in_order_of_first_citation_without_unknown_ones():
    found = site(
        page("a.md", '{{ picture("gone") }}\n\nA {{ cite("two") }} {{ cite("gone") }} {{ cite("one") }} {{ cite("two") }}\n'), claims=CLAIMS
    )
    assert [claim.key for claim in cited_on(found, found.pages["a.md"])] == ["two", "one"]


def test_text_of_a_macro_above_all_headings_is_in_no_section():
    assert texts('{{ phrases("x") }}\n\n## A {#a}\n', phrases=PHRASES) == [("a", "A"), ("", "Say x.")]


def texts(body: str, **parts) -> list[tuple[str, str]]:
    found = site(page("a.md", body), **parts)
    return queries.texts_on(found, found.pages["a.md"])


CHECKLISTS = {"fair": checklist()}


@pytest.mark.parametrize(
    "call, expected",
    [
        ('checklist("fair", "client")', ["C."]),
        ('checklist("fair", "therapist")', ["T."]),
        ('checklist("fair", "both")', ["C.", "T."]),
        ('checklist("gone", "both")', []),
        ('checklist("fair", "odd")', []),
        ('checklist("fair")', []),
        ("promises()", ["To you", "We say.", "Not all.", "We look."]),
        ("checklist()", []),
        ('phrases("x", "gone", "y")', ["Say x.", "Say y."]),
        ('moments("begun")', ["W", "Y"]),
        ("note_form()", ["A?", "T", "I may cry."]),
        ("related()", []),
    ],
)
def test_texts_of_macros_are_texts_of_their_page(call, expected):
    moments = {
        id: Moment(id=id, phase=phase, when=when, page="a.md", why=why)
        for id, phase, when, why in (("a", "begun", "W", "Y"), ("b", "before", "V", "Z"))
    }
    own = NotePart(id="own", title="T", ask="A?", lines=(NoteLine(id="x", say="I may cry."),))
    found = texts(
        f"One.\n\n## A {{#a}}\n\n{{{{ {call} }}}}\n\n## B {{#b}}\n",
        checklists=CHECKLISTS,
        phrases=PHRASES,
        moments=moments,
        note_parts={"own": own},
        promises={"p": PROMISE},
        test_markers=MARKERS,
    )
    assert found == [("a", "A"), ("b", "B"), ("", "One."), *(("a", words) for words in expected)]


def test_texts_leave_out_html_and_calls_and_name_no_heading_without_id():
    assert texts('{{ related() }}\n\n<div>\n</div>\n\n## A\n\nOne.\n\n{{ phrases("x") }}\n', phrases=PHRASES) == [
        ("", "A"),
        ("A", "One."),
        ("", "Say x."),
    ]


@pytest.mark.parametrize(
    "call, ids",
    [
        ('checklist("fair", "client")', ["fair.x"]),
        ('checklist("fair", "both")', ["fair.x"]),
        ('checklist("fair", "therapist")', []),
        ('checklist("gone", "client")', []),
        ('checklist("fair")', ["fair.x"]),
        ("checklist()", []),
        ('phrases("x", "y")', ["phrase-x", "phrase-y"]),
        ('picture("ear")', ["picture-ear"]),
        ("helplines()", ["help-us", "help-ca", "help-je", "help-elsewhere"]),
        ("emails()", ["email-e"]),
        ("glossary()", ["give-take", "r-d"]),
        ("related()", []),
        ("ledger()", ["claim-one", "claim-two"]),
        ("sources()", []),
        ("promises()", ["our-word", "to-you", "promise-p"]),
    ],
)
def test_ids_of_each_macro(call, ids):
    body = f"{{{{ {call} }}}}\n"
    found = site(
        page("a.md", body),
        checklists=CHECKLISTS,
        helplines=HELPLINES,
        claims=CLAIMS,
        promises={"p": PROMISE},
        emails={"e": email(id="e")},
        terms=(term(term="Give & take", group="R & D"),),
    )
    assert queries.ids_from_macro(found, found.pages["a.md"], found.pages["a.md"].calls[0]) == ids


@pytest.mark.parametrize("line, lines", [(1, range(3)), (3, range(3, 9)), (4, range(3, 9)), (6, range(5, 9)), (9, None)])
def test_section_lines_reach_to_the_next_heading_of_the_same_level_or_higher(line, lines):
    found = queries.section_lines(page("a.md", "One.\n\n## A {#a}\n\n### B {#b}\n\nTwo.\n\n## C {#c}\n"), line)
    assert found == lines if lines else found.start == 9 and 10**6 in found


@pytest.mark.parametrize("path, link", [("a.md", "s/b.md"), ("s/a.md", "b.md"), ("t/a.md", "../s/b.md")])
def test_relative_link_is_relative_to_the_folder_of_its_page(path, link):
    assert queries.relative_link(page(path), "s/b.md") == link
