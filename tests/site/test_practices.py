"""Three practices, built for real: one therapist, a clinic with long names in many scripts, and values that mean harm."""

import shutil
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from sitekit.build.pipeline import publish
from sitekit.render.plain_text import help_line

PRACTICES = Path(__file__).parents[1] / "practices"


@pytest.fixture(scope="module")
def site_of(tmp_path_factory):
    """Publish the real sources with one of the practices; each once."""
    done: dict[str, Path] = {}

    def make(name: str, copy: Path) -> Path:
        if name not in done:
            shutil.copy(PRACTICES / f"{name}.yml", copy / "practice.yml")
            done[name] = tmp_path_factory.mktemp(name) / "site"
            problems = publish(copy, done[name], log=print)
            assert problems == []
        return done[name]

    return make


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url / "index.html").read_bytes())


def words(node) -> str:
    return " ".join(" ".join(node.itertext()).split())


def test_a_solo_therapist_speaks_where_it_matters(site_of, copy):
    site = site_of("solo", copy)
    said = {
        url: [words(aside) for aside in page(site, url).iter("aside")]
        for url in ("first-session/what-happens", "first-session/worries", "first-session/your-rights", "first-session/privacy")
    }
    assert said == {
        "first-session/what-happens": ["Maya Okafor, counselling says: Sessions last 50 minutes. You can meet in person or by phone."],
        "first-session/worries": ["Maya Okafor, counselling says: A session costs 60 pounds. Ask me about a lower fee."],
        "first-session/your-rights": ["Maya Okafor, counselling says: I keep short notes for seven years. You can ask to see them."],
        "first-session/privacy": ["Maya Okafor, counselling says: We work under the rules of this place: United Kingdom ."],
    }
    assert any("--leaf:#7a2e6b" in style.text for style in page(site, "").iter("style"))
    assert "Samaritans" in words(page(site, "strategies/empathy").find_class("page-help")[0])


def test_a_clinic_signs_its_pages_in_every_script(site_of, copy):
    site = site_of("clinic", copy)
    foot = words(page(site, "strategies/empathy").find_class("page-foot")[0])
    assert "Reviewed by Dr A. N. Example, registered psychologist, on 24 November 2026." in foot
    signed = "Reviewed by Dr A. N. Example, registered psychologist, on 24 November 2026."
    assert signed in (site / "embed/empathy.txt").read_text(encoding="utf-8")
    assert signed in words(page(site, "embed/empathy"))
    assert signed in " ".join(PdfReader(site / "handouts/strategies-empathy-a4.pdf").pages[0].extract_text().split())
    assert "مركز العلاج النفسي · Centre de psychothérapie · 心理治療中心 🌱" in foot
    happens = words(page(site, "first-session/what-happens").find(".//aside"))
    assert "You can speak English, Français, العربية, עברית, ਪੰਜਾਬੀ or 中文." in happens


@pytest.mark.promise("words-stay-words", says="We put harmful words into a practice's file. The site must show them as words.")
def test_values_that_mean_harm_are_shown_as_words(site_of, copy):
    site = site_of("hostile", copy)
    tree = page(site, "first-session/your-rights")
    assert words(tree.find(".//aside/p[2]")) == "' -- ; DROP \\u0000 &lt;b&gt; javascript:steal()"
    for file in sorted(site.rglob("*.html")):
        tree = html.fromstring(file.read_bytes())
        assert not tree.xpath("//img[@src='x'] | //form[@action='https://example.org'] | //b | //*[@onerror or @onload]"), file
        assert all("steal" not in (script.text or "") for script in tree.iter("script")), file


@pytest.mark.promise(
    "your-own-country", "help-on-paper", says="We build copies for three countries. Each page must show the help of its own."
)
@pytest.mark.parametrize("name, country", [("solo", "gb"), ("clinic", "ca"), ("hostile", "us")])
def test_a_copy_shows_the_help_of_its_own_country_on_every_page(site_of, copy, site, name, country):
    built = site_of(name, copy)
    own = help_line(site.model_copy(update={"practice": site.practice.model_copy(update={"country": country})}))
    told = {source.path: words(page(built, source.url).find_class("page-help")[0].findall("p")[1]) for source in site.pages.values()}
    assert told == dict.fromkeys(site.pages, own)
    blocks = [section.get("id") for section in page(built, "help-now").find_class("helplines")]
    assert blocks[0] == f"help-{country}" and len(blocks) == len(site.helplines.countries) + 1
