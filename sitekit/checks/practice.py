"""Rules for practice.yml beyond its schema: colours that can be read, a known country."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.colour import ENOUGH, LIGHT, lowest, nearest
from sitekit.errors import Problem
from sitekit.models.site import Site


def the_practice_is_in_a_known_country(site: Site) -> Iterator[Problem]:
    """A country we have no lines for never shows another's numbers."""
    country = site.practice.country
    known = site.helplines.countries if site.helplines else {}
    if country is not None and not site.defines("country", country):
        listed = ", ".join(f"{code} ({found.name})" for code, found in sorted(known.items()))
        yield Problem(
            "practice.yml",
            site.practice.line("country"),
            f"We have no help lines for the country '{country}'",
            f"Use one of: {listed}; or remove the line; or add the country to data/helplines.yml.",
        )


def the_accent_can_be_read(site: Site) -> Iterator[Problem]:
    """Links and buttons in a pale colour are lost to many readers."""
    accent = site.practice.accent
    if accent and lowest(accent, LIGHT) < ENOUGH:
        yield Problem(
            "practice.yml",
            site.practice.line("accent"),
            f"The colour {accent} has a contrast of {lowest(accent, LIGHT):.1f} on our pages, and {ENOUGH} is needed",
            f'The nearest that can be read is "{nearest(accent, LIGHT)}".',
        )


RULES = (the_practice_is_in_a_known_country, the_accent_can_be_read)
