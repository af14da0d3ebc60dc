"""What holds for the real content, beyond the rules of any site."""

import pytest

from sitekit.checks import check
from sitekit.sources.loader import load
from tests.conftest import ROOT, real_site

SITE = real_site()


@pytest.mark.promise("easy-to-read", says="We work out the grade of each page, with its lists. None may be above its limit.")
@pytest.mark.promise("findings-have-sources", says='We look for words like "study". Each such sentence must have a number with a source.')
def test_sources_have_no_problems():
    assert [str(problem) for problem in check(*load(ROOT))] == []


# As many pages as the source article has parts. Pages may be renamed, and others added.
ARTICLE = {"strategy": 5, "barrier": 3, "keeping": 3}


def test_every_part_of_the_source_article_has_its_page():
    kinds = [page.meta.kind for page in SITE.pages.values()]
    assert {kind: kinds.count(kind) for kind, parts in ARTICLE.items() if kinds.count(kind) < parts} == {}


def test_checklists_address_both_client_and_therapist():
    for checklist in SITE.checklists.values():
        for item in checklist.items:
            assert item.client != item.therapist, item.id
            assert item.client.endswith((".", "?")) and item.therapist.endswith("."), item.id


def test_full_pages_show_both_sides_of_one_checklist():
    for path, page in SITE.pages.items():
        if page.meta.kind in ("strategy", "barrier", "keeping"):
            calls = [call.args for call in page.calls if call.name == "checklist"]
            assert len({args[0] for args in calls}) == 1, path
            assert [args[1] for args in calls] == ["client", "therapist"], path
