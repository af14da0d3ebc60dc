"""Fuzzing: whatever a file holds, reading it ends with a site and problems, never with a traceback.

The cases are the same on each run. Half of them mutate a valid file, the other half are made of pieces of its format.
"""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitekit.checks import check
from sitekit.errors import Problem
from sitekit.models.data import Claim, Helplines, SearchTerms
from sitekit.models.note import NotePart
from sitekit.models.page import PageMeta
from sitekit.models.practice import Practice
from sitekit.models.ratings import Rating
from sitekit.sources.loader import load
from sitekit.sources.svg import find_problems
from sitekit.sources.validation import validate
from sitekit.sources.yaml import ParsedYaml
from tests.conftest import GOOD, examples

TODAY = datetime.date(2026, 11, 23)
# Cases for each file and each record below: with --every-page, 19 files and 8 records make 2,700.
FEW = settings(max_examples=examples(100), derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
# fmt: off
FILES = [
    "docs/index.md", "docs/strategies/listening.md", "docs/assets/pictures/ear.svg", "overrides/main.html", "mkdocs.yml", "practice.yml",
    "data/helplines.yml", "data/evidence.yml", "data/note.yml", "data/search.yml", "data/glossary.yml", "data/pictures.yml",
    "data/checklists/listening.yml", "data/interface.yml", "data/emails.yml", "data/moments.yml", "data/redirects.yml",
    "data/published-urls.txt", "editorial/ratings/help--a.yml",
]
# What the formats of these files are made of.
PIECES = [
    "\n", "\n\n", " ", "    ", "\t", "---\n", "- ", "? ", ": ", "x: ", "id: x\n", "[", "]", "{", "}", "&a ", "*a", "<<: *a\n",
    "!!python/object:os.system ", "!x ", "|\n", ">-\n", "%YAML 9.9\n", "...\n", "'", '"', "#", "no", "~", "null", "true", "0x1f", "1e999",
    "9" * 5000, "-0", "2026-02-30", "2026-11-23", "0000-00-00", "\\u202e", "\\ud800", "\\x00", "{{", "}}", "{{ ", " }}", "{%", "%}",
    "{##", "cite(", 'cite("x")', 'checklist("listening", "client")', 'phrases(["x"])', "page.meta", '"a" * 9', "((((", "**", "_", "`",
    "```\n", "> ", "1. ", "## X {#x}\n", "[x](", "](", "](../../x.md#y)", "<b>", "</b>", "<!--", "-->", "<![CDATA[", "]]>",
    "<!DOCTYPE x [", "<!ENTITY a \"b\">", "&a;", "&#0;", "&#x202e;", "<svg", "<g>", "</g>", "/>", ' d="M0 0"', ' on="x"', "url(",
    "@import ", "| a | b |\n|---|---|\n", "\x00", "\x1b[31m", "\r", "\r\n", "\u202e", "\ufeff", "\u2028", "é", "🌱", "﷽",
    "countries:\n  us:\n    lines: []\n", "nav: [1, [x], {a: }]\n", "extra: {cite: 1}\n",
]
# What may replace one word or number.
WORDS = [
    b"no", b"~", b"null", b"true", b"0", b"-1", b"1e999", b"9" * 5000, b"2026-02-30", b"0000-00-00", b"[]", b"{}", b"[[x]]", b"{x: {y: z}}",
    b'""', b'"\\ud800"', b'"\\0"', b"javascript:x", b"../../etc/hosts", b"x" * 300, "é".encode(), "٣".encode(), "\u202e".encode(),
]
# fmt: on
BYTES = [piece.encode() for piece in PIECES] + [b"\xff", b"\xed\xa0\x80", b"\xc3"]


def mutations(valid: bytes) -> st.SearchStrategy[bytes]:
    """Return texts that differ from a valid one by a word or a few tokens, and texts of pieces alone."""
    parts = re.findall(rb"\w+|\s+|\W", valid) or [b""]

    def write(edits: list[tuple[int, bool, bytes]]) -> bytes:
        edited = list(parts)
        for at, is_insertion, piece in edits:
            edited[at] = edited[at] + piece if is_insertion else piece
        return b"".join(edited)

    words = [at for at, part in enumerate(parts) if part.isalnum()] or [0]
    one = st.tuples(st.sampled_from(words), st.just(False), st.sampled_from(WORDS))
    edits = st.tuples(st.integers(0, len(parts) - 1), st.booleans(), st.sampled_from(BYTES))
    return (
        st.lists(edits, min_size=1, max_size=4).map(write)
        | one.map(lambda edit: write([edit]))
        | st.lists(st.sampled_from(BYTES), max_size=12).map(b"".join)
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """One copy of the valid site for all cases; each restores the file that it mutates."""
    return Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("fuzz") / "site"))


@pytest.mark.promise("nothing-makes-it-fall-over", says="We spoil files in many ways. Our check must name the fault, and never fall over.")
@pytest.mark.parametrize("path", FILES)
def test_mutated_file_is_reported_or_accepted(tree, path):
    file = tree / path
    file.parent.mkdir(parents=True, exist_ok=True)
    valid = file.read_bytes() if file.exists() else b""

    @FEW
    @given(text=mutations(valid))
    def each(text: bytes) -> None:
        file.write_bytes(text)
        problems = check(*load(tree), TODAY)
        assert all(isinstance(problem, Problem) and problem.line >= 1 and "\n" not in str(problem) for problem in problems)

    try:
        each()
    finally:
        file.write_bytes(valid) if valid else file.unlink()


RECORDS = [PageMeta, Practice, Helplines, Claim, NotePart, SearchTerms, Rating]
KEYS = st.sampled_from(
    [*(key for record in RECORDS for key in record.model_fields), *"us emergency lines to word x 1".split(), "", "\u202e"]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.dates()
    | st.sampled_from(["", "x", "no", "home", "2026-11-23", "javascript:x", "https://example.org", "yes. x"])
    | st.text(max_size=5)
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12)


@pytest.mark.promise("nothing-makes-it-fall-over", says="We fill in odd values of all kinds. Each is taken, or told as a fault.")
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_value_of_any_form_becomes_a_record_or_problems(record):
    # Each field in its turn gets a value of any form, so that most problems lie deep.
    fields = st.fixed_dictionaries({}, optional=dict.fromkeys(record.model_fields, VALUES))

    @FEW
    @given(value=fields | VALUES)
    def each(value: object) -> None:
        found, problems = validate(record, value, ParsedYaml(value), "x.yml")
        assert (isinstance(found, record) and not problems) or (found is None and problems)

    each()


@FEW
@given(data=mutations((GOOD / "docs/assets/pictures/ear.svg").read_bytes()))
def test_any_bytes_are_reported_or_accepted_as_a_picture_and_as_a_file(data):
    for is_file in (True, False):
        assert all(line >= 1 and message for line, message in find_problems(data.decode("utf-8", "replace"), is_file))
