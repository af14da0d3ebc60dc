"""Contrast as in WCAG, and the nearest readable colour."""

import re

import pytest

from sitekit.colour import DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, MINIMUM_CONTRAST, contrast, lowest_contrast, nearest_readable
from tests.conftest import ROOT


@pytest.mark.parametrize("one, other, ratio", [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)])
def test_contrast_is_that_of_the_standard(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio


@pytest.mark.parametrize(
    "colour, backgrounds, readable",
    [("#ffcc00", LIGHT_BACKGROUNDS, "#826800"), ("#1f5f5b", LIGHT_BACKGROUNDS, "#1f5f5b"), ("#1f5f5b", DARK_BACKGROUNDS, "#39b0a8")],
)
def test_nearest_readable_colour_has_enough_contrast(colour, backgrounds, readable):
    assert nearest_readable(colour, backgrounds) == readable
    assert lowest_contrast(readable, backgrounds) >= MINIMUM_CONTRAST


@pytest.mark.parametrize("backgrounds, scheme", [(LIGHT_BACKGROUNDS, 0), (DARK_BACKGROUNDS, 1)])
def test_backgrounds_are_those_of_the_stylesheet(backgrounds, scheme):
    blocks = (ROOT / "overrides/components/base/tokens.css").read_text().split('[data-colours="dark"]')
    named = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", blocks[scheme]))
    assert backgrounds == (named["paper"], named["card"], named["mint"], named["on-leaf"])


def test_backgrounds_of_every_lightness_leave_no_readable_colour():
    with pytest.raises(ValueError, match="no lightness of #777777"):
        nearest_readable("#777777", ("#ffffff", "#767676", "#000000"))
