"""Publishes: starts the generator at once, has every step taken beside it, and leaves the former site whole where one fails."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from sitekit import siteurl
from sitekit.problems import Problem
from sitekit.publish.generate import generating
from sitekit.publish.parts import Part
from sitekit.publish.standing import Standing
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
        # Imported here: reading our own modules takes a third of a second, which the generator need not wait for.
        from sitekit.publish import steps

        site, problems = steps.take(root, aside, place, generated, step, environment, today, without)
    if not problems:
        step(f"Done: {place}, to live at {site_url}")
        steps.tell_new(site, step)
    return problems
