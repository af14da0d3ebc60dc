"""A record knows where it was written, and so can tell a writer."""

from sitekit.models.record import Record


def test_a_key_stands_on_its_line_and_an_absent_one_on_the_records():
    record = Record()
    record.set_source("data/x.yml", {"": 7, "say": 9})
    assert (record.path, record.line("say"), record.line("when"), record.line()) == ("data/x.yml", 9, 7, 7)


def test_a_record_made_by_no_file_stands_on_the_first_line_of_none():
    assert (Record().path, Record().line("say"), Record().line()) == ("", 1, 1)
