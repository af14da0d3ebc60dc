"""What holds for the real content, beyond the rules that any site must follow."""

import datetime

import pytest

from sitekit.checks import check
from sitekit.checks.dates import dates_are_not_in_the_future
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE = load(ROOT)[0]


@pytest.mark.promise("easy-to-read", says="We work out the grade of each page, with its lists. None may be above its limit.")
@pytest.mark.promise("findings-have-sources", says='We look for words like "study". Each such sentence must have a number with a source.')
def test_sources_have_no_problems():
    assert [str(problem) for problem in check(*load(ROOT))] == []


@pytest.mark.parametrize(
    "kind, paths",
    {
        "strategy": [
            "strategies/safe-environment.md",
            "strategies/authenticity.md",
            "strategies/active-listening.md",
            "strategies/clear-boundaries.md",
            "strategies/empathy.md",
        ],
        "barrier": ["barriers/past-experiences.md", "barriers/fear-of-vulnerability.md", "barriers/cultural-differences.md"],
        "keeping": ["keeping-trust/check-ins.md", "keeping-trust/consistency.md", "keeping-trust/empathy-over-time.md"],
    }.items(),
)
def test_each_strategy_barrier_and_way_of_keeping_trust_has_its_page(kind, paths):
    assert [page.path for page in SITE.pages.values() if page.meta.kind == kind and page.path in paths] == sorted(paths)


def test_checklist_items_are_different_sentences_for_client_and_therapist():
    wrong = [
        f"{checklist.id}.{item.id}"
        for checklist in SITE.checklists.values()
        for item in checklist.items
        if item.client == item.therapist or not item.client.endswith((".", "?")) or not item.therapist.endswith(".")
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted(path for path, page in SITE.pages.items() if page.meta.kind in ("strategy", "barrier", "keeping")))
def test_full_page_shows_both_sides_of_its_own_checklist(path):
    calls = [call.args for call in SITE.pages[path].calls if call.name == "checklist"]
    (list_id,) = {args[0] for args in calls}
    assert [args[1] for args in calls] == ["client", "therapist"]
    assert path.endswith(f"/{list_id}.md")


def test_dates_are_not_in_the_future():
    assert list(dates_are_not_in_the_future(SITE, max(datetime.date(2026, 11, 23), datetime.date.today()))) == []
