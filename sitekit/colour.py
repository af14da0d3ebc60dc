"""Contrast of colours as WCAG 2.2 defines it, and the nearest colour that has enough."""

import colorsys

# WCAG 2.2, success criterion 1.4.3: text and its background.
MINIMUM_CONTRAST = 4.5
# The backgrounds of links and buttons in each scheme. A test compares them with the stylesheet's custom properties.
LIGHT_BACKGROUNDS = ("#fbf7ef", "#fffdf9", "#e2efe8", "#ffffff")
DARK_BACKGROUNDS = ("#1a2120", "#232c2a", "#263a36", "#10211e")

# Step between the lightnesses that are tried, on a scale of 0 to 1.
_STEP = 0.005


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", from 0 for black to 1 for white (WCAG 2.2, "relative luminance")."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lowest_contrast(colour: str, backgrounds: tuple[str, ...]) -> float:
    """Return the lowest contrast ratio of a colour on any of the backgrounds."""
    return min(contrast(colour, background) for background in backgrounds)


def nearest_readable(colour: str, backgrounds: tuple[str, ...]) -> str:
    """Return the colour of the same hue and saturation, nearest in lightness, that has enough contrast on all backgrounds.

    Raises ValueError where no lightness has enough; only backgrounds both light and dark can cause this.
    """
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    for step in range(int(1 / _STEP) + 1):
        for towards in (lightness - step * _STEP, lightness + step * _STEP):
            if 0 <= towards <= 1:
                mixed = colorsys.hls_to_rgb(hue, towards, saturation)
                tried = "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)
                if lowest_contrast(tried, backgrounds) >= MINIMUM_CONTRAST:
                    return tried
    raise ValueError(f"no lightness of {colour} can be read on {backgrounds}")
