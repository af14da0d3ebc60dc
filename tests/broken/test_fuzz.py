"""Whatever stands in a file, its reader ends with a site and problems, never with a traceback.

The cases are the same on each run. Half of them spoil a sound file here and there, the other half are made of the pieces
that its format is made of.
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
from sitekit.sources import logo
from sitekit.sources.loader import load
from sitekit.sources.svg import find_problems
from sitekit.sources.validation import validate
from sitekit.sources.yaml import ParsedYaml
from tests.conftest import GOOD

TODAY = datetime.date(2026, 11, 23)
# Cases for each file and each record below: 18 files and 8 records make more than 2,000.
FEW = settings(max_examples=100, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
FILES = ["docs/index.md", "docs/strategies/listening.md", "mkdocs.yml", "practice.yml", "data/helplines.yml", "data/evidence.yml", "data/note.yml",
         "data/search.yml", "data/glossary.yml", "data/pictures.yml", "data/checklists/listening.yml", "editorial/ratings/help--a.yml",
         "docs/assets/pictures/ear.svg", "overrides/main.html", "data/emails.yml", "data/moments.yml", "data/redirects.yml", "data/published-urls.txt"]
PIECES = [
    "\n", "\n\n", " ", "    ", "\t", "---\n", "- ", "? ", ": ", "x: ", "id: x\n", "[", "]", "{", "}", "&a ", "*a", "<<: *a\n", "!!python/object:os.system ", "!x ",
    "|\n", ">-\n", "%YAML 9.9\n", "...\n", "'", '"', "#", "no", "~", "null", "true", "0x1f", "1e999", "9" * 5000, "-0", "2026-02-30", "2026-11-23", "0000-00-00",
    "\\u202e", "\\ud800", "\\x00", "{{", "}}", "{{ ", " }}", "{%", "%}", "{##", "cite(", 'cite("x")', 'checklist("listening", "client")', 'phrases(["x"])',
    "page.meta", '"a" * 9', "((((", "**", "_", "`", "```\n", "> ", "1. ", "## X {#x}\n", "[x](", "](", "](../../x.md#y)", "<b>", "</b>", "<!--", "-->", "<![CDATA[", "]]>",
    "<!DOCTYPE x [", "<!ENTITY a \"b\">", "&a;", "&#0;", "&#x202e;", "<svg", "<g>", "</g>", "/>", ' d="M0 0"', ' on="x"', "url(", "@import ", "| a | b |\n|---|---|\n", "\x00", "\x1b[31m",
    "\r", "\r\n", "\u202e", "\ufeff", "\u2028", "é", "🌱", "﷽", "countries:\n  us:\n    lines: []\n", "nav: [1, [x], {a: }]\n", "extra: {cite: 1}\n",
]
BYTES = st.sampled_from([piece.encode() for piece in PIECES] + [b"\xff", b"\xed\xa0\x80", b"\xc3"])
# What may stand for one word or number.
WORDS = st.sampled_from([word.encode() for word in (
    "no", "~", "null", "true", "0", "-1", "1e999", "9" * 5000, "2026-02-30", "0000-00-00", "[]", "{}", "[[x]]", "{x: {y: z}}", '""', '"\\ud800"', '"\\0"', "javascript:x", "../../etc/hosts",
    "x" * 300, "é", "٣", "\u202e")])


def spoilt(sound: bytes) -> st.SearchStrategy[bytes]:
    """Return the sound text with one word replaced, or a few words, marks or gaps replaced or followed by pieces; and texts of pieces alone."""
    parts = re.findall(rb"\w+|\s+|\W", sound) or [b""]

    def write(edits: list[tuple[int, bool, bytes]]) -> bytes:
        left = list(parts)
        for at, follows, piece in edits:
            left[at] = left[at] + piece if follows else piece
        return b"".join(left)

    words = [at for at, part in enumerate(parts) if part.isalnum()] or [0]
    one = st.tuples(st.sampled_from(words), st.just(False), WORDS)
    edits = st.tuples(st.integers(0, len(parts) - 1), st.booleans(), BYTES)
    return st.lists(edits, min_size=1, max_size=4).map(write) | one.map(lambda edit: write([edit])) | st.lists(BYTES, max_size=12).map(b"".join)


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """One copy of the sound site for all cases; each puts back what it spoils."""
    return Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("fuzz") / "site"))


@pytest.mark.promise("nothing-makes-it-fall-over", says="We spoil files in many ways. Our check must name the fault, and never fall over.")
@pytest.mark.parametrize("path", FILES)
def test_a_spoilt_file_is_told_or_taken(tree, path):
    file = tree / path
    file.parent.mkdir(parents=True, exist_ok=True)
    sound = file.read_bytes() if file.exists() else b""

    @FEW
    @given(text=spoilt(sound))
    def each(text: bytes) -> None:
        file.write_bytes(text)
        problems = check(*load(tree), TODAY)
        assert all(isinstance(problem, Problem) and problem.line >= 1 and "\n" not in str(problem) for problem in problems)

    try:
        each()
    finally:
        file.write_bytes(sound) if sound else file.unlink()


KEYS = st.sampled_from([*PageMeta.model_fields, *Practice.model_fields, *Claim.model_fields, *NotePart.model_fields, *SearchTerms.model_fields, *Rating.model_fields,
                        "countries", "elsewhere", "us", "emergency", "lines", "to", "word", "x", "", "\u202e", "1"])
SCALARS = st.none() | st.booleans() | st.integers() | st.dates() | st.sampled_from(["", "x", "no", "home", "2026-11-23", "javascript:x", "https://example.org", "yes. x"]) | st.text(max_size=5)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12)


@pytest.mark.promise("nothing-makes-it-fall-over", says="We fill in odd values of all kinds. Each is taken, or told as a fault.")
@pytest.mark.parametrize("record", [PageMeta, Practice, Helplines, Claim, NotePart, SearchTerms, Rating], ids=lambda record: record.__name__)
def test_a_value_of_any_form_becomes_a_record_or_problems(record):
    # Each field in its turn gets a value of any form, so that most faults lie deep.
    fields = st.fixed_dictionaries({}, optional={key: VALUES for key in record.model_fields})

    @FEW
    @given(value=fields | VALUES)
    def each(value: object) -> None:
        found, problems = validate(record, value, ParsedYaml(value), "x.yml")
        assert isinstance(found, record) and not problems or found is None and problems

    each()


@FEW
@given(data=spoilt((GOOD / "docs/assets/pictures/ear.svg").read_bytes()))
def test_any_bytes_are_a_drawing_and_a_logo_or_told(data):
    assert all(line >= 1 and fault for line, fault in find_problems(data.decode("utf-8", "replace")))
    for name in ("assets/x.svg", "assets/x.webp"):
        assert logo.find_logo_problem(name, lambda: data) is None or len(logo.find_logo_problem(name, lambda: data)) == 2
