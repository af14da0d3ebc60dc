"""A record knows its file and lines."""

from sitekit.models.record import Record


def test_line_of_absent_key_is_that_of_the_record():
    record = Record()
    record.set_source("data/x.yml", {"": 7, "say": 9})
    assert (record.path, record.line("say"), record.line("when"), record.line()) == ("data/x.yml", 9, 7, 7)


def test_record_without_a_file_is_on_line_1():
    assert (Record().path, Record().line("say"), Record().line()) == ("", 1, 1)
