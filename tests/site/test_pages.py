"""What holds for every built page. Each test collects its findings from all pages, by the page's path."""

import re

import pytest

from sitekit import queries
from sitekit.render.page_context import PageContext
from sitekit.schema.macros import cited_on
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def words(node) -> str:
    return " ".join("".join(node.itertext()).split())


def article(page):
    return page.tree.find(".//article")


@pytest.mark.promise("told-by-screen-readers", says="We look for the title of each page. There must be just one.")
def test_page_has_one_main_heading_which_is_its_title(built_pages):
    found = {source.path: [words(h1) for h1 in page.tree.iter("h1")] for source, page in built_pages}
    assert found == {source.path: [source.meta.title] for source, _ in built_pages}


@pytest.mark.promise("told-by-screen-readers", says="We read the headings of each page. They must go in order.")
def test_heading_levels_skip_none(built_pages):
    levels = {source.path: [int(node.tag[1]) for node in article(page).iter(*HEADINGS)] for source, page in built_pages}
    skipping = [
        path for path, found in levels.items() if any(after > before + 1 for before, after in zip([0, *found], found, strict=False))
    ]
    assert skipping == []


def test_headings_of_the_page_type_are_in_order(built_pages):
    wrong = {}
    for source, page in built_pages:
        wanted = [section.id for section in PAGE_TYPES_BY_KIND[source.meta.kind].sections]
        found = [h2.get("id") for h2 in page.tree.iter("h2") if h2.get("id") in wanted]
        if found != wanted:
            wrong[source.path] = found
    assert wrong == {}


def test_ids_are_unique_in_a_page(built_pages):
    ids = {
        source.path: [node.get("id") for node in page.tree.iter() if isinstance(node.tag, str) and node.get("id")]
        for source, page in built_pages
    }
    assert {path: found for path, found in ids.items() if len(found) != len(set(found))} == {}


def test_description_is_that_of_the_source(built_pages):
    found = {source.path: page.tree.xpath("//meta[@name='description']/@content") for source, page in built_pages}
    assert found == {source.path: [source.meta.description] for source, _ in built_pages}


def test_page_names_its_language(built_pages):
    assert {page.tree.get("lang") for _, page in built_pages} == {"en"}


@pytest.mark.promise("help-in-one-tap", says="We look for help at the top of each page. It must be one plain link.")
def test_header_has_one_plain_link_to_help(built_pages, site):
    help_page = site.pages["help-now.md"]
    found = {
        source.path: [link.get("href") for link in page.tree.xpath("//header//a") if words(link) == "Help now"]
        for source, page in built_pages
    }
    assert found == {source.path: ["./" if source is help_page else PageContext(site, source).href(help_page)] for source, _ in built_pages}


@pytest.mark.promise("reviews-are-told", says="We look on each page for the day it was last read, and for the line about a clinician.")
def test_page_has_help_and_its_review_for_print(built_pages):
    wrong = {}
    for source, page in built_pages:
        text, dates = words(article(page)), page.tree.xpath("//article//time/@datetime")
        missing = [
            line for line in ("In danger now: call your local emergency number.", "Not yet reviewed by a clinician.") if line not in text
        ]
        if missing or source.meta.reviewed.isoformat() not in dates:
            wrong[source.path] = [*missing, *dates]
    assert wrong == {}


def test_message_is_the_first_element_after_the_title(built_pages):
    found = {source.path: words(page.tree.find(".//h1").getnext()) for source, page in built_pages}
    assert found == {source.path: source.blocks[0].text for source, _ in built_pages}


@pytest.mark.promise("told-by-screen-readers", says="We look at each box. It must have words of its own.")
def test_every_checkbox_has_a_label_of_its_own(built_pages):
    boxes = [(source.path, box) for source, page in built_pages for box in page.tree.xpath("//article//input[@type='checkbox']")]
    assert [path for path, box in boxes if box.getparent().tag != "label" or not words(box.getparent())] == []


def test_checklists_are_shown_in_full(built_pages, site):
    missing = []
    for source, page in built_pages:
        text = words(article(page))
        for checklist, side in (call.args for call in source.calls if call.name == "checklist"):
            sides = ("client", "therapist") if side == "both" else (side,)
            items = [getattr(item, one) for item in site.checklists[checklist].items for one in sides]
            missing += [(source.path, item) for item in items if item not in text]
    assert missing == []


@pytest.mark.promise("findings-have-sources", says="We follow each small number. It must lead to its source.")
def test_citations_lead_to_their_sources(built_pages, site):
    wrong = {}
    for source, page in built_pages:
        cited = [claim.key for claim in cited_on(site, source)]
        listed = page.tree.xpath("//ol[@class='sources']/li/@id")
        links = list(dict.fromkeys(page.tree.xpath("//a[@class='cite']/@href")))
        if listed != [f"source-{key}" for key in cited] or links != [f"#source-{key}" for key in cited]:
            wrong[source.path] = (cited, listed, links)
    assert wrong == {}


@pytest.mark.promise("pictures-in-words", says="We look at each picture. It must have words that tell it, and a line below.")
def test_pictures_have_an_alternative_and_a_caption(built_pages):
    figures = [(source.path, figure) for source, page in built_pages for figure in page.tree.iter("figure")]
    assert figures
    for path, figure in figures:
        (drawing,) = figure.xpath(".//*[name()='svg']")
        assert drawing.get("role") == "img" and len(drawing.get("aria-label")) > 20, path
        assert words(figure.find("figcaption")), path


@pytest.mark.promise("nothing-from-elsewhere", says="We read the code of each page. It must load nothing from another site.")
def test_pages_fetch_nothing_from_other_hosts(built_pages):
    fetched = (
        "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='preconnect']/@href | //iframe/@src"
    )
    urls = {source.path: [url for url in page.tree.xpath(fetched) if re.match(r"(https?:)?//", url)] for source, page in built_pages}
    assert {path: found for path, found in urls.items() if found} == {}


def test_markup_has_no_event_handlers(built_pages):
    attributes = {
        (source.path, name)
        for source, page in built_pages
        for node in page.tree.iter()
        if isinstance(node.tag, str)
        for name in node.attrib
    }
    assert [(path, name) for path, name in attributes if re.match(r"on[a-z]", name)] == []


@pytest.mark.promise("numbers-that-dial", says="We look at all that can be tapped to call or text. It must be a number for help.")
def test_numbers_to_call_or_text_are_those_of_help_lines(built_pages, site):
    countries = site.helplines.countries.values()
    numbers = {
        *(number for country in countries for number in country.emergency),
        *(number for country in countries for line in country.lines for number in (line.call, line.text and line.text.to) if number),
    }
    found = {
        source.path: {href.partition(":")[2] for href in page.tree.xpath("//a/@href") if href.startswith(("tel:", "sms:"))}
        for source, page in built_pages
    }
    wanted = {path: set() for path in found} | {"help-now.md": {queries.dialable(number) for number in numbers}}
    assert found == wanted


class TestLandmarks:
    """Screen reader users who go from landmark to landmark find each once, under a name of its own."""

    def test_page_has_one_header_one_main_and_one_footer(self, built_pages):
        for tag in ("header", "main", "footer"):
            counts = {source.path: len(page.tree.xpath(f"//{tag}[not(ancestor::article)]")) for source, page in built_pages}
            assert set(counts.values()) == {1}, (tag, counts)

    def test_main_has_the_text_and_not_the_menu(self, built_pages):
        for source, page in built_pages:
            (main,) = page.tree.iter("main")
            assert main.xpath(".//article//h1"), source.path
            names = [name_of(nav, page.tree) for nav in main.iter("nav")]
            assert names in (["Other languages"], ["Other languages", "On this page"]), source.path

    def test_navigations_have_names_of_their_own(self, built_pages):
        names = {source.path: [name_of(nav, page.tree) for nav in page.tree.iter("nav")] for source, page in built_pages}
        assert {path: found for path, found in names.items() if "" in found or len(found) != len(set(found))} == {}

    def test_no_text_is_outside_the_landmarks(self, built_pages):
        # What scripts put into the text waits in templates; a status that is only announced may be anywhere.
        within = "ancestor::header | ancestor::main | ancestor::footer | ancestor::nav | ancestor::template | self::*[@role='status']"
        texts = [(source.path, node) for source, page in built_pages for node in page.tree.find("body").iter("p", "ul", "ol", *HEADINGS)]
        assert [(path, words(node)) for path, node in texts if not node.xpath(within)] == []


def name_of(node, tree) -> str:
    """Return the accessible name of a landmark."""
    label = node.get("aria-labelledby")
    return words(tree.get_element_by_id(label)) if label else node.get("aria-label", "")
