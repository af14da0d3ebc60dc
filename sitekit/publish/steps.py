"""The story of a publish: check, set what is printed, build aside, teach the search, lead on, lighten, lock down, verify, swap. Read it downwards."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from sitekit import siteurl
from sitekit.addresses import unlisted
from sitekit.checks import check
from sitekit.load import MEMORY, load
from sitekit.model import Site
from sitekit.problems import Problem
from sitekit.publish.embeds import write_embeds
from sitekit.publish.licences import write_licences
from sitekit.publish.lighten import get_ready, lighten
from sitekit.publish.lockdown import lock_down
from sitekit.publish.moved import lead_on
from sitekit.publish.parts import Part
from sitekit.publish.printed import set_all
from sitekit.publish.search import teach
from sitekit.publish.swap import swap
from sitekit.publish.verify import verify
from sitekit.recall import forget


def take(
    root: Path,
    aside: Path,
    place: Path,
    generated: Callable[[], list[Problem]],
    step: Callable[[str], None],
    environment: Mapping[str, str],
    today: datetime.date | None,
    without: Collection[Part],
) -> tuple[Site, list[Problem]]:
    """Take every step from the sources to the site in place, while the generator is at work.

    Args:
        root, place, environment, today, without: as for `pipeline.publish`.
        aside: the folder that the generator builds into.
        generated: waits for the generator and returns what it refused.
        step: told each step as it begins.

    Returns:
        The sources; and problems, with `place` left as it was, or none.
    """
    site_url = siteurl.site_url(environment)
    step("Checking the sources")
    site, problems = load(root, root / MEMORY)
    forget(root / MEMORY)
    problems = check(site, problems + list(siteurl.faults(site, environment)), today)
    if problems:
        return site, problems

    step("Setting handouts, cards and QR codes")
    printed, problems = set_all(site, site_url, root / ".cache/typeset")
    if problems:
        return site, problems

    if set(Part) - set(without):
        get_ready(root)
    step(f"Building {len(site.pages)} pages")
    problems = generated()
    if problems:
        return site, problems
    printed.write(aside)

    step("Teaching the search the words people type")
    teach(aside, site)

    step("Writing each checklist on its own, for portals")
    write_embeds(aside, site, site_url)

    step("Writing the licences of all that is in it")
    problems = write_licences(aside)
    if problems:
        return site, problems

    step("Leading on from old addresses")
    lead_on(aside, site, root / "overrides", site_url)

    if set(Part) - set(without):
        step("Making the site light")
        problems = lighten(aside, without, root / ".cache/styles")
        if problems:
            return site, problems

    step("Locking every page down")
    problems = lock_down(aside, root / "overrides", site_url)
    if problems:
        return site, problems

    step("Verifying every address and anchor")
    problems = verify(aside, site_url)
    if problems:
        return site, problems

    step("Putting the site in place")
    swap(aside, place)
    return site, []


def tell_new(site: Site, step: Callable[[str], None]) -> None:
    """Tell of addresses that nobody has promised yet to keep."""
    new = unlisted(site)
    if new:
        step(f"{len(new)} addresses are new. When they go live, run 'make published' and commit data/published-urls.txt.")
