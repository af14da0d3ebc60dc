"""The live preview shows what will be published: redirects and link files too, and drafts with their problems on them."""

import json
import urllib.error

import pytest

from tests.conftest import copied, leave_out
from tests.live import Live


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    root = copied(tmp_path_factory.mktemp("preview") / "copy")
    leave_out(root, "es", "ar")
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


def test_search_reads_what_it_will_read_when_published(live):
    assert 'data-texts="../search/texts.json"' in live.get("about/")
    texts = json.loads(live.get("search/texts.json"))
    assert any(part["location"] == "about/" and "<" not in part["text"] for part in texts["docs"]) and texts["help"] == "help-now/"


def change(live, edits) -> None:
    """Make all edits, each a file, an old text and a new one, before the server looks again."""
    for source, old, new in edits:
        live.change(source, old, new)


PAGE = "docs/strategies/empathy.md"
FAULTS = [
    (PAGE, "kind: strategy", "kind: strategee"),
    (PAGE, "{{ related() }}", '{{ relatd() }}\n\n{{ phrases("phrase-id") }}\n\n{{ unclosed('),
    ("docs/strategies/authenticity.md", "---\ntitle", "title"),
    ("data/checklists/empathy.yml", "items:", "itms:"),
    ("data/doors.yml", "- page", "page"),
    ("data/helplines.yml", "countries:", "contries:"),
    ("practice.yml", '# name: "TO DO: your practice\'s name"', "name: [Your practice"),
]
LAYOUT = [("data/interface.yml", "language: en\n", "language: [\n")]


def test_faults_are_shown_on_all_pages_and_in_the_terminal_until_they_are_fixed(live):
    assert problems(live.page("strategies/empathy/")) == ""
    change(live, FAULTS)
    shown = problems(live.shown("strategies/empathy/")).replace("&#39;", "'")
    line = f"{PAGE}:4: 'strategee' is not a value for 'kind'. Did you mean 'strategy'?"
    # Those of the page come first.
    assert shown.partition("<li>")[2].startswith(line)
    assert all(f"<li>{source}:" in shown for source, _, _ in FAULTS)
    assert live.told("strategee").endswith(line)
    for url in ("", "strategies/authenticity/", "help-now/", "checklists/", "first-session/note/"):
        assert line in problems(live.page(url)).replace("&#39;", "'")
    change(live, [(source, new, old) for source, old, new in FAULTS])
    assert problems(live.shown("strategies/empathy/")) == ""


def test_sources_without_the_words_of_the_layout_show_their_problems_alone(live):
    live.page("about/")
    change(live, LAYOUT)
    shown = live.shown("about/")
    assert "<li>data/interface.yml:" in problems(shown) and "<main" not in shown
    change(live, [(source, new, old) for source, old, new in LAYOUT])
    assert problems(live.shown("about/")) == ""


@pytest.mark.slow
def test_broken_templates_show_their_problems_alone_and_never_hang(live):
    live.page("about/")
    edits = [
        ("overrides/partials/header.html", "{#- The bar", "{% bar %}{#- The bar"),
        ("overrides/main.html", "{#-\n  What every", "{% what %}{#-\n  What every"),
        ("overrides/partials/problems.html", "<section", "{% part %}<section"),
    ]
    change(live, edits)
    shown = live.shown("about/")
    for template, tag in (("main.html:1", "what"), ("partials/header.html:1", "bar"), ("partials/problems.html:2", "part")):
        assert f"<li>overrides/{template}: This template is broken: Encountered unknown tag &#39;{tag}&#39;" in shown
    assert "<main" not in shown
    change(live, [(source, new, old) for source, old, new in edits])
    assert problems(live.shown("about/")) == ""


def refused(live: Live, url: str) -> str:
    """Return the problems that are shown in place of the site."""
    with pytest.raises(urllib.error.HTTPError) as answer:
        live.get(url)
    assert answer.value.code == 503
    return problems(answer.value.read().decode().replace("&#39;", "'"))


def test_broken_settings_show_their_problem_and_never_hang(live):
    live.page("about/")
    live.change("mkdocs.yml", "\nnav:\n", "\nnav:\n\t- x\n")
    line = live.told("mkdocs.yml:")
    assert "This is not valid YAML: found character that cannot start any token." in line
    assert f"<li>{line}</li>" in refused(live, "about/")
    # An open page reloads.
    assert live.is_outdated()
    live.change("mkdocs.yml", "\nnav:\n\t- x\n", "\nplugin: []\nnav:\n")
    line = live.told("mkdocs.yml:")
    assert line.endswith(": The site is not built with the setting 'plugin'. Remove it.")
    assert f"<li>{line}</li>" in refused(live, "nowhere/")
    live.change("mkdocs.yml", "\nplugin: []\nnav:\n", "\nnav:\n")
    live.told("Serving on")
    assert problems(live.page("about/")) == ""


@pytest.mark.slow
def test_preview_starts_with_broken_settings_and_shows_the_site_once_they_are_mended(tmp_path):
    root = copied(tmp_path / "copy")
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(settings.replace("theme:", "them:"))
    with Live(root, ready="Did you mean 'theme'?") as live:
        assert "Did you mean 'theme'?" in refused(live, "")
        (root / "mkdocs.yml").write_text(settings)
        live.told("Serving on")
        assert problems(live.page("")) == ""
