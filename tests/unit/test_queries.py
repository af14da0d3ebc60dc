import datetime

import pytest

from sitekit import queries
from sitekit.models.data import Checklist, Claim, Country, Directory, Helplines, Item, Phrase, Term
from sitekit.models.emails import Email, Moment
from sitekit.models.note import NoteLine, NotePart
from sitekit.models.practice import Practice
from sitekit.models.promises import Promise, TestMarker
from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, UNDERSTANDABILITY, Rating
from sitekit.models.site import NavEntry
from sitekit.sources.loader import load
from tests.unit.smallest import DAY, at, page, site


def test_pages_come_in_the_menus_order(good):
    assert [page.path for page in queries.pages_in_nav_order(load(good)[0])] == ["index.md", "help.md", "strategies/listening.md"]


def test_a_claim_has_one_number_however_often_it_is_cited(good):
    page = good / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace("{{ picture", 'Research says it twice. {{ cite("elliott-2018") }}\n\n{{ picture'))
    site = load(good)[0]
    found = site.pages["strategies/listening.md"]
    assert [claim.key for claim in queries.cited_on(site, found)] == ["elliott-2018"]
    assert queries.source_number(site, found, "elliott-2018") == 1


def test_a_pictures_claim_counts_where_the_picture_stands(good):
    pictures = good / "data/pictures.yml"
    pictures.write_text(pictures.read_text() + "  cite: elliott-2018\n")
    page = good / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace('{{ cite("elliott-2018") }}', ""))
    site = load(good)[0]
    assert [claim.key for claim in queries.cited_on(site, site.pages["strategies/listening.md"])] == ["elliott-2018"]


def test_anchors_are_headings_and_what_macros_bring(good):
    site = load(good)[0]
    anchors = queries.anchors_on(site, site.pages["strategies/listening.md"])
    assert {"in-short", "listening.looks-up", "phrase-slow-down", "picture-ear", "source-elliott-2018"} <= anchors
    assert {"help-us", "help-elsewhere"} <= queries.anchors_on(site, site.pages["index.md"])


PHRASES = {id: Phrase(id=id, when="W", log=f"Say {id}.") for id in "xyz"}
NOTE = {
    "own": NotePart(id="own", title="T", ask="A?", page="a.md", take="phrases"),
    "head": NotePart(id="head", title="T", ask="A?", page="a.md"),
}
ASKED = page(
    "a.md",
    '## One {#one}\n\n### Two {#two}\n\n{{ phrases("x", "gone") }}\n\n#### Three {#three}\n\n{{ phrases("y") }}\n\n## Four {#four}\n\n{{ phrases("z") }}\n',
)


def test_phrases_of_the_note_stand_under_the_nearest_heading_down_to_the_third_level():
    found = site(ASKED, phrases=PHRASES, note=NOTE)
    assert queries.note_groups(found, NOTE["own"]) == [
        ("Two", (("own.x", "Say x."), ("own.y", "Say y."))),
        ("Four", (("own.z", "Say z."),)),
    ]
    assert queries.note_groups(found, NOTE["head"]) == [("One", (("head.two", "Two"),))]


def test_each_phrase_on_the_note_is_known_by_its_tick_but_not_on_pages_of_help():
    found = site(ASKED, page("b.md"), page("help.md", kind="help"), phrases=PHRASES, note=NOTE)
    assert queries.phrase_ticks(found, found.pages["b.md"]) == {"x": "own.x", "y": "own.y", "z": "own.z"}
    assert queries.phrase_ticks(found, found.pages["help.md"]) == {}


OTHER = Directory(name="D", url="https://d.example/", note="N", source="https://s.example/", checked=DAY, verified=True)
LINES = Helplines(
    countries={code: Country(name=name, emergency=("9",)) for code, name in (("us", "United States"), ("ca", "Canada"), ("je", "Jersey"))},
    elsewhere=OTHER,
)
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
def test_a_practices_country_has_its_own_heading_about_privacy(pages, country, anchor):
    assert queries.privacy_anchor(site(*pages, practice=Practice(country=country), helplines=LINES)) == anchor


@pytest.mark.parametrize("country, codes", [(None, ["ca", "je", "us"]), ("us", ["us", "ca", "je"]), ("je", ["je", "ca", "us"])])
def test_countries_stand_by_name_the_practices_own_first(country, codes):
    assert queries.countries_in_order(site(practice=Practice(country=country), helplines=LINES)) == codes


def test_without_help_lines_there_are_no_countries():
    assert queries.countries_in_order(site(practice=Practice(country="us"))) == []
    assert queries.privacy_anchor(site(PRIVACY, practice=Practice(country="us"))) == ""


def test_the_site_is_called_as_its_home_page():
    assert queries.site_title(site(page("index.md", title="Home"))) == "Home"
    assert queries.site_title(site(page("a.md"))) == ""


def test_pages_of_a_kind_and_those_to_read_next_are_those_that_are_there():
    pages = [
        page("a.md", see_also=("c.md", "gone.md", "b.md")),
        page("b.md", kind="help"),
        page("c.md", kind="help"),
        page("d.md", kind="help"),
    ]
    found = site(*pages, nav=tuple(NavEntry(path=path, line=n) for n, path in enumerate(("c.md", "gone.md", "a.md", "b.md"))))
    assert [one.path for one in queries.pages_of(found, "help")] == ["c.md", "b.md"]
    assert [one.path for one in queries.related_to(found, found.pages["a.md"])] == ["c.md", "b.md"]


def test_a_pages_scores_are_the_means_of_its_ratings_on_the_last_day():
    def rating(understandability: str, date: datetime.date) -> Rating:
        pemat = dict.fromkeys((*UNDERSTANDABILITY, *ACTIONABILITY), "yes. It does.") | {1: understandability, 20: "no. None."}
        return Rating(
            page="b.md",
            rater="a",
            date=date,
            audience="A",
            objective="O",
            message="M",
            pemat=pemat,
            cci=dict.fromkeys(CLEAR_COMMUNICATION, "yes. It does."),
            fingerprint="f",
        )

    pages = [page("t.md", kind="therapists"), page("a.md"), page("b.md")]
    ratings = (rating("yes. It does.", DAY), rating("no. None.", DAY - datetime.timedelta(days=1)))
    found = queries.scores(site(*pages, nav=tuple(NavEntry(path=one.path, line=1) for one in pages), ratings=ratings))
    assert [(row.page.path, row.raters, row.date) for row in found] == [("b.md", 2, DAY), ("a.md", 0, None)]
    assert [round(figure, 1) for figure in found[0][3:]] == [97.1, 85.7, 100.0]


def test_a_number_is_dialled_without_its_gaps():
    assert queries.dialable("+44 20-7946 00-00") == "+442079460000"


CLAIMS = {
    key: Claim(key=key, topic="T", reference="R", shows="trial", plain="P", does_not_show="D", sureness="fair", checked="seen")
    for key in ("one", "two")
}
PROMISE = Promise(id="p", group="Our word", part="To you", say="We say.", limit="Not all.")
MARKS = (TestMarker("p", "tests/test_it.py", 1, "It.", True, "We look."), TestMarker("gone", "tests/test_it.py", 5, "It.", True, "We see."))


def test_claims_are_those_known_in_the_order_they_are_first_cited():
    found = site(
        page("a.md", '{{ picture("gone") }}\n\nA {{ cite("two") }} {{ cite("gone") }} {{ cite("one") }} {{ cite("two") }}\n'), claims=CLAIMS
    )
    assert [claim.key for claim in queries.cited_on(found, found.pages["a.md"])] == ["two", "one"]


def test_what_a_macro_shows_before_any_heading_is_in_no_section():
    assert texts('{{ phrases("x") }}\n\n## A {#a}\n', phrases=PHRASES) == [("a", "A"), ("", "Say x.")]


def texts(body: str, **parts) -> list[tuple[str, str]]:
    found = site(page("a.md", body), **parts)
    return queries.texts_on(found, found.pages["a.md"])


LIST = at(1, Checklist(title="L", items=(Item(id="x", client="C.", therapist="T."),)), "data/checklists/fair.yml")


@pytest.mark.parametrize(
    "call, shown",
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
def test_what_macros_show_are_texts_of_the_page_too(call, shown):
    moments = {
        id: Moment(id=id, phase=phase, when=when, page="a.md", why=why)
        for id, phase, when, why in (("a", "begun", "W", "Y"), ("b", "before", "V", "Z"))
    }
    own = NotePart(id="own", title="T", ask="A?", lines=(NoteLine(id="x", say="I may cry."),))
    found = texts(
        f"One.\n\n## A {{#a}}\n\n{{{{ {call} }}}}\n\n## B {{#b}}\n",
        checklists={"fair": LIST},
        phrases=PHRASES,
        moments=moments,
        note={"own": own},
        promises={"p": PROMISE},
        test_markers=MARKS,
    )
    assert found == [("a", "A"), ("b", "B"), ("", "One."), *(("a", words) for words in shown)]


def test_html_and_calls_are_no_texts_and_a_heading_without_an_id_has_no_name():
    assert texts('{{ related() }}\n\n<div>\n</div>\n\n## A\n\nOne.\n\n{{ phrases("x") }}\n', phrases=PHRASES) == [
        ("", "A"),
        ("A", "One."),
        ("", "Say x."),
    ]


@pytest.mark.parametrize(
    "call, brought",
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
def test_each_macro_brings_its_ids(call, brought):
    body = f"{{{{ {call} }}}}\n"
    email = Email(id="e", moment="M", page="a.md", subject="S", short="S", medium="M", long="L")
    found = site(
        page("a.md", body),
        checklists={"fair": LIST},
        helplines=LINES,
        claims=CLAIMS,
        promises={"p": PROMISE},
        emails={"e": email},
        terms=(Term(term="Give & take", group="R & D", meaning="M"),),
    )
    assert queries.ids_from_macro(found, found.pages["a.md"], found.pages["a.md"].calls[0]) == brought
