import datetime

from sitekit.commands.due import due, table
from sitekit.sources.loader import load


def test_nothing_is_due_on_the_day_of_the_check(good):
    assert due(load(good)[0], datetime.date(2026, 11, 23)) == []


def test_help_lines_are_due_after_half_a_year_and_pages_after_a_year(good):
    site = load(good)[0]
    assert due(site, datetime.date(2027, 5, 26)) == [
        "data/helplines.yml:11: 'us-988' was due on 2027-05-25. Check it and write the new date.",
        "data/helplines.yml:18: 'A directory' was due on 2027-05-25. Check it and write the new date.",
    ]
    assert len(due(site, datetime.date(2027, 11, 24))) == 5
    assert len(due(site, datetime.date(2027, 11, 24), only_helplines=True)) == 2


def test_date_in_the_future_is_reported(good):
    late = due(load(good)[0], datetime.date(2026, 11, 22))
    assert "docs/index.md:5: 2026-11-23 lies in the future. Write the day the page was really checked." in late


def test_table_has_every_line_with_where_it_was_seen(good):
    assert table(load(good)[0])[2:] == [
        "| United States | danger | Emergency number | 911 | | | |",
        "| United States | crisis | Crisis line | call 988 | https://example.org/988 | 2026-11-23 | yes |",
    ]
