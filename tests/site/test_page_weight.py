"""The HTML of every page stays small enough for a poor line, and so do its styles."""

import re

from bench.host import compressed

# In bytes, compressed. One congestion window is 14,600: such a page comes in a single round trip. Long pages to look things up in take two.
HTML, REFERENCE_HTML = 14_600, 18_000
# The list of evidence is one page, however many entries it has (decision 60): what stands around them, and each of them.
EVIDENCE, EVIDENCE_PAGE, EVIDENCE_ENTRY = "therapists/evidence.md", 6_500, 270
REFERENCE = {"first-session/worries.md", "first-session/note.md", "checklists/index.md", "therapists/practice-checklists.md"}
# What a page has of styles: for screens, and for paper.
SCREEN, PAPER = 6_500, 2_000
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def test_html_of_every_page_stays_within_its_limit(built, site):
    weights = {page.path: len(compressed(built / page.url / "index.html")) for page in site.pages.values()}
    weights["404.html"] = len(compressed(built / "404.html"))
    most = {path: REFERENCE_HTML if path in REFERENCE else HTML for path in weights}
    most[EVIDENCE] = EVIDENCE_PAGE + EVIDENCE_ENTRY * len(site.claims)
    assert {path: weight for path, weight in weights.items() if weight > most[path]} == {}


def test_styles_of_every_page_stay_within_their_limits(built, site, tmp_path):
    (common,) = [file.read_text() for file in (built / "assets").glob("site.*.css")]
    own = {path: STYLE.findall((built / page.url / "index.html").read_text()) for path, page in site.pages.items()}
    over = {}
    for path, styles in own.items():
        # Each ends in what is for paper.
        parts = [sheet.partition("@media print{") for sheet in (common, *styles)]
        for number, most in ((0, SCREEN), (2, PAPER)):
            (tmp_path / "part.css").write_text("".join(part[number] for part in parts))
            if (weight := len(compressed(tmp_path / "part.css"))) > most:
                over[path, most] = weight
    assert over == {}
