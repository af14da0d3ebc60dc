"""Entries that repeat an earlier one."""

from sitekit.checks.duplicates import repeats


def test_each_repeat_is_returned_with_the_first_entry_of_its_key():
    assert list(repeats([("a", 1), ("b", 2), ("a", 3), ("a", 4)])) == [(3, 1), (4, 1)]
