"""The HTML of every page, with its styles, is as small as a poor line needs."""

from bench.host import compressed

# In bytes, compressed. One congestion window is 14,600: a page with its styles fits into it.
HTML, REFERENCE_HTML = 14_600, 20_000
# Long pages to look things up in, and the note with all that can go onto it.
REFERENCE = {
    "first-session/worries.md",
    "first-session/privacy.md",
    "first-session/note.md",
    "therapists/evidence.md",
    "glossary.md",
    "words/index.md",
    "checklists/index.md",
    "therapists/practice-checklists.md",
    "therapists/link-kit.md",
    "about/privacy.md",
    "about/promises.md",
}


def test_html_with_its_styles_fits_one_congestion_window(built, site):
    weights = {page.path: len(compressed(built / page.url / "index.html")) for page in site.pages.values()}
    weights["404.html"] = len(compressed(built / "404.html"))
    most = {path: REFERENCE_HTML if path in REFERENCE else HTML for path in weights}
    assert {path: weight for path, weight in weights.items() if weight > most[path]} == {}
