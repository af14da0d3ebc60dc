"""Rules for practice.yml beyond its schema."""

from collections.abc import Iterator

from sitekit.checks.reporting import problem_at, repeats
from sitekit.colour import LIGHT_BACKGROUNDS, MINIMUM_CONTRAST, lowest_contrast, nearest_readable
from sitekit.errors import Problem
from sitekit.models.site import Site


def practice_country_has_helplines(site: Site) -> Iterator[Problem]:
    """Require help lines for the practice's country, so that no other country's numbers are shown."""
    country = site.practice.country
    if country is not None and not site.defines("country", country):
        listed = ", ".join(f"{code} ({found.name})" for code, found in sorted(site.countries.items()))
        hint = f"Use one of: {listed}; or remove the line; or add the country to data/helplines.yml."
        yield problem_at(site.practice, "country", f"We have no help lines for the country '{country}'", hint)


def accent_has_enough_contrast(site: Site) -> Iterator[Problem]:
    """Require that links and buttons in the practice's colour can be read on every light background."""
    accent = site.practice.accent
    if accent and (contrast := lowest_contrast(accent, LIGHT_BACKGROUNDS)) < MINIMUM_CONTRAST:
        message = f"The colour {accent} has a contrast of {contrast:.1f} on our pages, and {MINIMUM_CONTRAST} is needed"
        hint = f'The nearest that can be read is "{nearest_readable(accent, LIGHT_BACKGROUNDS)}".'
        yield problem_at(site.practice, "accent", message, hint)


def team_and_services_are_told_apart(site: Site) -> Iterator[Problem]:
    """Require different names in each list, as the composer offers them by name."""
    for key, records in (("team", site.practice.team), ("services", site.practice.services)):
        for record, first in repeats((one.name.casefold(), one) for one in records):
            message = f"The name '{record.name}' stands twice under '{key}', first on line {first.line('name')}"
            yield problem_at(record, "name", message, "Give one of them another name, or remove it.")
