"""The HTML of every page, with its styles, stays small enough for a poor line."""

from bench.host import compressed

# In bytes, compressed. The goal is one congestion window, 14,600, which most pages fit into; none may weigh more than it does now.
HTML, REFERENCE_HTML, EVIDENCE_HTML = 16_200, 21_100, 33_000
EVIDENCE = "therapists/evidence.md"
# Long pages to look things up in, the note with all that can go onto it, and Easy Read with a picture for each idea.
REFERENCE = {
    "easy-read/index.md",
    "help-now.md",
    "why-trust.md",
    "first-session/worries.md",
    "first-session/privacy.md",
    "first-session/note.md",
    "glossary.md",
    "words/index.md",
    "checklists/index.md",
    "therapists/practice-checklists.md",
    "therapists/link-kit.md",
    "about/privacy.md",
    "about/promises.md",
}


def test_html_with_its_styles_stays_as_light_as_it_is(built, site):
    weights = {page.path: len(compressed(built / page.url / "index.html")) for page in site.pages.values()}
    weights["404.html"] = len(compressed(built / "404.html"))
    most = {EVIDENCE: EVIDENCE_HTML} | {path: REFERENCE_HTML if path in REFERENCE else HTML for path in weights if path != EVIDENCE}
    assert {path: weight for path, weight in weights.items() if weight > most[path]} == {}
