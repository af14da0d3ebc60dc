"""What holds for every built page."""

import re

import pytest

from sitekit import queries
from sitekit.render.page_context import PageContext
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND


def words(node) -> str:
    return " ".join("".join(node.itertext()).split())


@pytest.mark.promise("told-by-screen-readers", says="We look for the title of each page. There must be just one.")
def test_one_main_heading_which_is_the_title(path, page, site):
    assert [words(h1) for h1 in page.tree.iter("h1")] == [site.pages[path].meta.title]


@pytest.mark.promise("told-by-screen-readers", says="We read the headings of each page. They must go in order.")
def test_headings_go_down_by_one_level_at_a_time(path, page):
    levels = [int(node.tag[1]) for node in page.tree.find(".//article").iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))


def test_the_headings_of_its_shape_stand_in_order(path, page, site):
    wanted = [section.id for section in PAGE_TYPES_BY_KIND[site.pages[path].meta.kind].sections]
    assert [h2.get("id") for h2 in page.tree.iter("h2") if h2.get("id") in wanted] == wanted


def test_no_id_is_used_twice(path, page):
    ids = [node.get("id") for node in page.tree.iter() if isinstance(node.tag, str) and node.get("id")]
    assert sorted(ids) == sorted(set(ids))


def test_the_description_is_that_of_the_page(path, page, site):
    (found,) = page.tree.xpath("//meta[@name='description']/@content")
    assert found == site.pages[path].meta.description


def test_the_language_is_named(path, page):
    assert page.tree.get("lang") == "en"


@pytest.mark.promise("help-in-one-tap", says="We look for help at the top of each page. It must be one plain link.")
def test_help_is_one_tap_away_in_the_header_without_scripts(path, page, site):
    (link,) = [link for link in page.tree.xpath("//header//a") if words(link) == "Help now"]
    assert link.get("href") == ("./" if path == "help-now.md" else PageContext(site, site.pages[path]).href(site.pages["help-now.md"]))


@pytest.mark.promise("reviews-are-told", says="We look on each page for the day it was last read, and for the line about a clinician.")
def test_help_and_the_review_line_stand_in_print(path, page, site):
    article = words(page.tree.find(".//article"))
    assert "In danger now: call your local emergency number." in article
    assert "Not yet reviewed by a clinician." in article
    assert site.pages[path].meta.reviewed.isoformat() in "".join(page.tree.xpath("//article//time/@datetime"))


def test_the_message_is_the_first_thing_after_the_title(path, page, site):
    title = page.tree.find(".//h1")
    message = title.getnext()
    assert words(message) == site.pages[path].blocks[0].text


@pytest.mark.promise("told-by-screen-readers", says="We look at each box. It must have words of its own.")
def test_every_checkbox_has_a_label_of_its_own(path, page):
    for box in page.tree.xpath("//fieldset//input[@type='checkbox']"):
        assert box.getparent().tag == "label"
        assert words(box.getparent())


def test_every_side_of_every_checklist_is_shown_in_full(path, page, site):
    text = words(page.tree.find(".//article"))
    for call in site.pages[path].calls:
        if call.name == "checklist":
            checklist, side = call.args
            for item in site.checklists[checklist].items:
                assert all(getattr(item, one) in text for one in ({"client", "therapist"} if side == "both" else {side}))


@pytest.mark.promise("findings-have-sources", says="We follow each small number. It must lead to its source.")
def test_every_citation_leads_to_its_source(path, page, site):
    cited = [claim.key for claim in queries.cited_on(site, site.pages[path])]
    assert page.tree.xpath("//ol[@class='sources']/li/@id") == [f"source-{key}" for key in cited]
    marks = page.tree.xpath("//a[@class='cite']/@href")
    assert list(dict.fromkeys(marks)) == [f"#source-{key}" for key in cited]


@pytest.mark.promise("pictures-in-words", says="We look at each picture. It must have words that tell it, and a line below.")
def test_every_picture_has_an_alternative_and_a_caption(path, page):
    for figure in page.tree.iter("figure"):
        (drawing,) = figure.xpath(".//*[name()='svg']")
        assert drawing.get("role") == "img" and len(drawing.get("aria-label")) > 20
        assert words(figure.find("figcaption"))


@pytest.mark.promise("nothing-from-elsewhere", says="We read the code of each page. It must load nothing from another site.")
def test_nothing_comes_from_elsewhere(path, page):
    fetched = page.tree.xpath(
        "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='preconnect']/@href | //iframe/@src"
    )
    assert [address for address in fetched if re.match(r"(https?:)?//", address)] == []


def test_no_handler_is_written_into_the_markup(path, page):
    handlers = [name for node in page.tree.iter() if isinstance(node.tag, str) for name in node.attrib if re.match(r"on[a-z]", name)]
    assert handlers == []


@pytest.mark.promise("numbers-that-dial", says="We look at all that can be tapped to call or text. It must be a number for help.")
def test_what_can_be_tapped_to_call_or_text_is_a_number_of_help(path, page, site):
    countries = site.helplines.countries.values()
    numbers = [
        *(number for country in countries for number in country.emergency),
        *(number for country in countries for line in country.lines for number in (line.call, line.text and line.text.to) if number),
    ]
    tapped = {href.partition(":")[2] for href in page.tree.xpath("//a/@href") if href.startswith(("tel:", "sms:"))}
    assert tapped == ({queries.dialable(number) for number in numbers} if path == "help-now.md" else set())
