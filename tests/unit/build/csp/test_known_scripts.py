"""The list of known inline scripts matches the templates that hold them."""

import pytest
from lxml import html

from sitekit.build.csp.known_scripts import KNOWN, hash_of
from tests.conftest import ROOT


def test_hash_matches_the_example_of_the_specification():
    # https://www.w3.org/TR/CSP3/#external-hash
    assert hash_of("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


@pytest.mark.parametrize("path", KNOWN)
def test_known_script_is_the_one_in_its_template(path):
    (script,) = html.fragment_fromstring((ROOT / path).read_text(), create_parent="div").iter("script")
    assert hash_of(script.text) == KNOWN[path]
