"""The list of known scripts and the templates that hold them say the same."""

import pytest
from lxml import html

from sitekit.build.csp.known_scripts import KNOWN, hash_of
from tests.conftest import ROOT


def test_a_hash_is_written_as_policies_write_it():
    # The example of the specification: https://www.w3.org/TR/CSP3/#external-hash
    assert hash_of("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


@pytest.mark.parametrize("path", KNOWN)
def test_a_known_script_is_the_one_its_template_holds(path):
    (script,) = html.fragment_fromstring((ROOT / path).read_text(), create_parent="div").iter("script")
    assert hash_of(script.text) == KNOWN[path]
