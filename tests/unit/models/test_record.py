"""A record knows its file and lines, and its fields hold what they say, within limits."""

import json

import pytest
from pydantic import TypeAdapter

from sitekit.models import data, emails, note, practice, promises, ratings  # noqa: F401, their records are looked at below
from sitekit.models.page import PageMeta
from sitekit.models.record import Email, Https, Record, check_email, check_https


def test_line_of_absent_key_is_that_of_the_record():
    record = Record()
    record.set_source("data/x.yml", {"": 7, "say": 9})
    assert (record.path, record.line("say"), record.line("when"), record.line()) == ("data/x.yml", 9, 7, 7)


def test_record_without_a_file_is_on_line_1():
    assert (Record().path, Record().line("say"), Record().line()) == ("", 1, 1)


def unlimited(schema: object) -> list[str]:
    """Return the texts and lists in a JSON schema that may be of any length."""
    if isinstance(schema, list):
        return [found for part in schema for found in unlimited(part)]
    if not isinstance(schema, dict):
        return []
    is_free_text = schema.get("type") == "string" and not {"enum", "const", "format"} & schema.keys()
    is_long = (is_free_text and "maxLength" not in schema) or (schema.get("type") == "array" and "maxItems" not in schema)
    return [json.dumps(schema)] * is_long + [found for part in schema.values() for found in unlimited(part)]


# A redirect is limited by its rule, which says why.
RECORDS = [record for record in Record.__subclasses__() if record.__module__.startswith("sitekit.models.") and record is not data.Redirect]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_text_and_list_has_a_limit(record):
    assert unlimited(record.model_json_schema()) == []


@pytest.mark.parametrize("url", ["https://example.org", "https://praxis-m\u00fcller.de/a?b=c#d", "https://a.example:8443/"])
def test_url_of_a_public_host_is_accepted(url):
    assert check_https(url) == url


@pytest.mark.parametrize(
    "url, reason",
    [
        ("https:///", "empty host"),
        ("https://www.bbc.co.uk:443443/", "invalid port number"),
        ("https://[yoursite].com", "invalid IPv6 address"),
        ("https://localhost/", "'localhost' is not the name of a host"),
        ("https://127.0.0.1/", "'127.0.0.1' is not the name of a host"),
        ("https://a..example", "'a..example' is not the name of a host"),
        ("https://me:secret@a.example", "'me:secret@a.example' is not the name of a host"),
        ("HTTPS://a.example", "it does not begin with https://"),
    ],
)
def test_url_without_a_public_host_is_refused_with_the_reason(url, reason):
    with pytest.raises(ValueError) as refused:
        check_https(url)
    assert str(refused.value) == reason


@pytest.mark.parametrize("address", ["hello@example.org", "a.b+c_d-e~f@m\u00fcller.example"])
def test_mailbox_is_accepted(address):
    assert check_email(address) == address


@pytest.mark.parametrize(
    "address",
    "a@b.example?subject=x a@b.example&cc=c@d.example a,b@c.example a;b@c.example &x=@b.example a%0d@b.example a..b@c.example @b.example "
    "a@ a a@b@c.example a@localhost a@[127.0.0.1] a@b.example:25 a@b.example/x".split(),
)
def test_address_with_fields_or_without_a_mailbox_is_refused(address):
    with pytest.raises(ValueError):
        check_email(address)


@pytest.mark.parametrize("kind, text", [(Https, "https://a.example/" + "a" * 500), (Email, "a" * 65 + "@b.example")])
def test_overlong_value_is_refused(kind, text):
    with pytest.raises(ValueError):
        TypeAdapter(kind).validate_python(text)


def test_macros_work_in_no_record():
    for title in ("{{ related() }}", "A }}", "{% if %}"):
        with pytest.raises(ValueError, match="means a macro"):
            PageMeta(title=title, description="d" * 60, kind="home", reviewed="2026-11-23")
