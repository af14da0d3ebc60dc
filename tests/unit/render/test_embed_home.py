"""A checklist on its own, for a portal."""

from sitekit.render.embed import embed_page, embed_text
from sitekit.sources.loader import load


def test_a_checklist_as_plain_text(good):
    site = load(good)[0]
    assert embed_text(site, site.checklists["listening"], "https://example.org/a/") == (
        "Listening: what you may notice\n[ ] They look up.\n\nListening: what your therapist works on\n[ ] Look up.\n\n"
        "The whole page: https://example.org/a/strategies/listening/\nHelp now: https://example.org/a/help-now/\n"
        "Written from published sources. Not yet reviewed by a clinician.\n"
    )


def test_a_checklist_for_a_frame_has_no_script_and_leads_out_of_the_frame(good):
    site = load(good)[0]
    shown = embed_page(site, site.checklists["listening"], "https://example.org/a/")
    assert "<script" not in shown and "They look up." in shown and "Look up." in shown
    assert '<a href="https://example.org/a/strategies/listening/" target="_top">Read the whole page</a>' in shown
    assert '<link rel="canonical" href="https://example.org/a/strategies/listening/">' in shown
