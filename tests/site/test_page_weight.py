"""The HTML of every page stays small enough for a poor line, and so do the styles of all pages together."""

import re

import pytest

from bench.host import compressed
from sitekit.build.esbuild import minify
from tests.conftest import ROOT

# In bytes, compressed. One congestion window is 14,600: such a page comes in a single round trip. Long pages to look things up in take two.
HTML, REFERENCE_HTML = 14_600, 18_000
# The list of evidence is one page, however many entries it has (decision 60): what stands around them, and each of them.
EVIDENCE, EVIDENCE_PAGE, EVIDENCE_ENTRY = "therapists/evidence.md", 6_500, 270
REFERENCE = {"first-session/worries.md", "first-session/note.md", "checklists/index.md", "therapists/link-kit.md"}
# All sheets of screens, and all of paper, as if each were a file.
SCREEN, PAPER = 6_500, 2_000


def test_html_of_every_page_stays_within_its_limit(built, site):
    weights = {page.path: len(compressed(built / page.url / "index.html")) for page in site.pages.values()}
    weights["404.html"] = len(compressed(built / "404.html"))
    most = {path: REFERENCE_HTML if path in REFERENCE else HTML for path in weights}
    most[EVIDENCE] = EVIDENCE_PAGE + EVIDENCE_ENTRY * len(site.claims)
    assert {path: weight for path, weight in weights.items() if weight > most[path]} == {}


@pytest.mark.parametrize(("is_paper", "most"), [(False, SCREEN), (True, PAPER)], ids=["screen", "paper"])
def test_styles_stay_within_their_limit(tmp_path, is_paper, most):
    sheets = re.findall(r"components/\S+\.css", (ROOT / "mkdocs.yml").read_text())
    assert len(sheets) > 30
    texts = [(ROOT / "overrides" / sheet).read_text() for sheet in sheets if (".print." in sheet) == is_paper]
    (tmp_path / "all.css").write_text(minify("\n".join(texts)))
    assert len(compressed(tmp_path / "all.css")) <= most
