"""What holds for the real content, beyond the rules any site must keep."""

import datetime

import pytest

from sitekit.checks import check
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE = load(ROOT)[0]


@pytest.mark.promise("easy-to-read", says="We work out the grade of each page, with its lists. None may be above its limit.")
@pytest.mark.promise("findings-have-sources", says='We look for words like "study". Each such sentence must have a number with a source.')
def test_the_sources_are_in_order():
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
def test_every_part_of_the_article_has_its_page(kind, paths):
    assert [page.path for page in SITE.pages.values() if page.meta.kind == kind and page.path in paths] == sorted(paths)


@pytest.mark.parametrize("checklist", sorted(SITE.checklists))
def test_a_checklist_speaks_to_both_chairs(checklist):
    for item in SITE.checklists[checklist].items:
        assert item.client != item.therapist
        assert item.client.endswith((".", "?")) and item.therapist.endswith(".")


@pytest.mark.parametrize("path", sorted(path for path, page in SITE.pages.items() if page.meta.kind in ("strategy", "barrier", "keeping")))
def test_a_full_page_shows_both_sides_of_one_checklist(path):
    calls = [call.args for call in SITE.pages[path].calls if call.name == "checklist"]
    (list_id,) = {args[0] for args in calls}
    assert [args[1] for args in calls] == ["client", "therapist"]
    assert path.endswith(f"/{list_id}.md")


def test_nothing_was_checked_in_the_future():
    last = datetime.date(2026, 11, 23)
    assert max(page.meta.reviewed for page in SITE.pages.values()) >= last
    for country in SITE.helplines.countries.values():
        assert all(line.checked <= max(last, datetime.date.today()) for line in country.lines)
