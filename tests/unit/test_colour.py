"""Contrast by the book, and the nearest colour that can be read."""

import re

import pytest

from sitekit.colour import DARK, LIGHT, contrast, lowest, nearest
from tests.conftest import ROOT


@pytest.mark.parametrize("one, other, ratio", [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)])
def test_contrast_is_what_the_standard_says(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio


@pytest.mark.parametrize(
    "colour, grounds, passing", [("#ffcc00", LIGHT, "#826800"), ("#1f5f5b", LIGHT, "#1f5f5b"), ("#1f5f5b", DARK, "#39b0a8")]
)
def test_the_nearest_colour_passes_and_a_passing_one_stays(colour, grounds, passing):
    assert nearest(colour, grounds) == passing
    assert lowest(passing, grounds) >= 4.5


@pytest.mark.parametrize("grounds, scheme", [(LIGHT, 0), (DARK, 1)])
def test_the_grounds_are_those_of_the_palette(grounds, scheme):
    blocks = (ROOT / "docs/assets/stylesheets/palette.css").read_text().split('[data-md-color-scheme="slate"]')
    named = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", blocks[scheme]))
    assert grounds == (named["paper"], named["card"], named["mint"], named["on-leaf"])


def test_grounds_of_every_lightness_leave_no_colour():
    with pytest.raises(ValueError, match="no lightness of #777777"):
        nearest("#777777", ("#ffffff", "#767676", "#000000"))
