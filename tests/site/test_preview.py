"""The live preview shows what will be published: redirects and link files too, and drafts with their problems on them."""

import json
import urllib.error

import pytest

from tests.conftest import copied
from tests.live import Live


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    root = copied(tmp_path_factory.mktemp("preview") / "copy")
    (root / "data/published-urls.txt").write_text("/\n/trust/\n")
    with (root / "data/redirects.yml").open("a") as redirects:
        redirects.write("- old: /trust/\n  new: /why-trust/\n- old: /why-trust/#worth\n  new: /why-trust/#in-short\n")
    with Live(root) as server:
        yield server


def problems(page: str) -> str:
    return page.partition('aria-labelledby="problems"')[2].partition("</section>")[0]


def test_redirects_lead_on(live):
    assert 'href="../why-trust/"' in live.get("trust/")
    assert '<span id="worth">' in live.get("why-trust/")


def test_404_page_has_its_list_and_says_what_is_made_by_publishing_alone(live):
    assert json.loads(live.get("assets/addresses.json"))["moved"]["/trust/"] == "/why-trust/"
    with pytest.raises(urllib.error.HTTPError) as lost:
        live.get("handouts/strategies-empathy-a4.pdf")
    assert "Handouts, QR codes and preview cards are made when the site is published" in lost.value.read().decode()


def test_link_files_embeds_and_licences_are_there(live):
    assert json.loads(live.get("links.json"))["site"] == live.address
    assert live.get("links.csv").count("\n") > 10
    assert "<h1" in live.get("embed/empathy/") and live.get("embed/empathy.txt") and live.get("licences.txt")


def test_sound_sources_show_no_problems(live):
    assert problems(live.page("strategies/empathy/")) == ""


def test_faults_are_shown_on_the_pages_and_in_the_terminal_until_they_are_fixed(live):
    live.page("strategies/empathy/")
    line = "docs/strategies/empathy.md:4: &#39;strategee&#39; is not a value for &#39;kind&#39;. Did you mean &#39;strategy&#39;?"
    live.change("docs/strategies/empathy.md", "kind: strategy", "kind: strategee")
    shown = live.shown("strategies/empathy/")
    assert f"<li>{line}</li>" in problems(shown).split("<ul>")[1].partition("docs/index")[0]
    assert live.told("strategee").endswith(line.replace("&#39;", "'"))
    assert line in problems(live.page("about/"))
    live.change("docs/strategies/empathy.md", "kind: strategee", "kind: strategy")
    assert problems(live.shown("strategies/empathy/")) == ""


@pytest.mark.parametrize(
    "source, old, new, reason",
    [
        ("docs/strategies/empathy.md", "{{ related() }}", "{{ relatd( }}", "docs/strategies/empathy.md:"),
        ("docs/strategies/empathy.md", "---\ntitle", "title", "docs/strategies/empathy.md:1: This page has no front matter."),
        ("data/interface.yml", "language: en\n", "language: [\n", "data/interface.yml:"),
        ("practice.yml", "# name: Your practice", "name: [Your practice", "practice.yml:"),
    ],
)
def test_any_fault_is_shown_and_no_page_hangs(live, source, old, new, reason):
    live.page("strategies/empathy/")
    before = (live.root / source).read_text()
    live.change(source, old, new)
    assert reason in problems(live.shown("strategies/empathy/")).replace("&#39;", "'")
    (live.root / source).write_text(before)
    assert problems(live.shown("strategies/empathy/")) == ""


def test_draft_is_shown_with_what_is_left_to_do(live):
    live.page("why-trust/")
    page = live.root / "docs/strategies/slow-start.md"
    page.write_text((live.root / "docs/strategies/empathy.md").read_text().replace("{{ related() }}", '{{ phrases("phrase-id") }}'))
    live.shown("why-trust/")
    assert "There is no phrase &#39;phrase-id&#39;" in problems(live.page("strategies/slow-start/"))
    page.unlink()
    live.shown("why-trust/")
