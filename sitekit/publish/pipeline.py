"""The story of a publish: check, set what is printed, build aside, teach the search, lead on, lighten, lock down, verify, swap. Read it downwards."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from sitekit import siteurl
from sitekit.addresses import unlisted
from sitekit.checks import check
from sitekit.load import load
from sitekit.problems import Problem
from sitekit.publish.embeds import write_embeds
from sitekit.publish.generate import generating
from sitekit.publish.lighten import Part, get_ready, lighten
from sitekit.publish.licences import write_licences
from sitekit.publish.lockdown import lock_down
from sitekit.publish.moved import lead_on
from sitekit.publish.printed import set_all
from sitekit.publish.search import teach
from sitekit.publish.standing import Standing
from sitekit.publish.swap import swap
from sitekit.publish.verify import verify
from sitekit.publish.workspace import workspace


def publish(
    root: Path,
    place: Path,
    say: Callable[[str], None],
    environment: Mapping[str, str] = MappingProxyType({}),
    today: datetime.date | None = None,
    without: Collection[Part] = (),
) -> list[Problem]:
    """Publish the sources below `root` to the folder `place`.

    Args:
        root: the project's folder.
        place: where the site stands afterwards.
        say: told each step as it begins, with the seconds since the start.
        environment: the run's variables; SITE_URL says where the site will live, CI that this is a server.
        today: dates in the sources after it are problems; None leaves dates alone.
        without: parts of the lightening to leave out; with all of them the site stays as the generator made it.

    Returns:
        Problems, with `place` left as it was; or none, with the new site in place.
    """
    start = time.monotonic()

    def step(words: str) -> None:
        say(f"[{time.monotonic() - start:4.1f} s] {words}")

    # A link to the site's folder stays; the folder it leads to is what changes.
    standing = Standing(place.resolve())
    problems = standing.refusals(root)
    if problems:
        return problems
    try:
        problems = _publish(root, standing.place, step, environment, today, without)
    except OSError as error:
        # Without a number it is not the system that refuses.
        if error.errno is None:
            raise
        problems = [standing.unwritten(root, error)]
    except KeyboardInterrupt:
        step(f"Stopped. {standing.told()}")
        raise
    if problems:
        step(f"Not published. {standing.told()}")
    return problems


def _publish(
    root: Path, place: Path, step: Callable[[str], None], environment: Mapping[str, str], today: datetime.date | None, without: Collection[Part]
) -> list[Problem]:
    site_url = siteurl.site_url(environment)

    # The generator, a program of its own, is at work while the sources are checked and set; where they fail, its work goes.
    with workspace(place, step) as aside, generating(root, aside, site_url) as generated:
        step("Checking the sources")
        site, problems = load(root)
        problems = check(site, problems + list(siteurl.faults(site, environment)), today)
        if problems:
            return problems

        step("Setting handouts, cards and QR codes")
        printed, problems = set_all(site, site_url, root / ".cache/typeset")
        if problems:
            return problems

        if set(Part) - set(without):
            get_ready(root)
        step(f"Building {len(site.pages)} pages")
        problems = generated()
        if problems:
            return problems
        printed.write(aside)

        step("Teaching the search the words people type")
        teach(aside, site)

        step("Writing each checklist on its own, for portals")
        write_embeds(aside, site, site_url)

        step("Writing the licences of all that is in it")
        problems = write_licences(aside)
        if problems:
            return problems

        step("Leading on from old addresses")
        lead_on(aside, site, root / "overrides", site_url)

        if set(Part) - set(without):
            step("Making the site light")
            problems = lighten(aside, without)
            if problems:
                return problems

        step("Locking every page down")
        problems = lock_down(aside, root / "overrides", site_url)
        if problems:
            return problems

        step("Verifying every address and anchor")
        problems = verify(aside, site_url)
        if problems:
            return problems

        step("Putting the site in place")
        swap(aside, place)
    step(f"Done: {place}, to live at {site_url}")
    new = unlisted(site)
    if new:
        step(f"{len(new)} addresses are new. When they go live, run 'make published' and commit data/published-urls.txt.")
    return []
