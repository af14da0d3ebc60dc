"""Publish the site: every step from the sources to the deployed folder, in order. Read it downwards."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from sitekit import site_url as urls_of_site
from sitekit.build.csp import apply_csp
from sitekit.build.deploy import deploy
from sitekit.build.embeds import write_embeds
from sitekit.build.generate import generate
from sitekit.build.licences import write_licences
from sitekit.build.redirects import write_redirects
from sitekit.build.release import Release
from sitekit.build.staging import staging_directory
from sitekit.build.verify import verify
from sitekit.checks import check
from sitekit.errors import Problem
from sitekit.models.site import Site
from sitekit.pdf.print_files import render_print_files
from sitekit.sources.loader import load
from sitekit.urls import unregistered

Log = Callable[[str], None]
# Where Typst's output is kept, below the project's folder: the one cache of a publish.
PDF_CACHE = ".cache/pdf"


def publish(
    root: Path, target: Path, log: Log, environment: Mapping[str, str] = MappingProxyType({}), today: datetime.date | None = None
) -> list[Problem]:
    """Publish the sources below `root` to the folder `target`.

    Args:
        root: the project's folder.
        target: where the site stands afterwards.
        log: receives a line as each step begins, with the seconds since the start.
        environment: the environment variables; SITE_URL is the URL the site will live at, CI marks a build server.
        today: later dates in the sources are problems; None skips that check.

    Returns:
        The problems, with `target` unchanged; or none, with the new site deployed.
    """
    start = time.monotonic()

    def step(words: str) -> None:
        log(f"[{time.monotonic() - start:4.1f} s] {words}")

    # A symbolic link to the site's folder stays; the folder it points to is replaced.
    release = Release(target.resolve())
    problems = release.refusals(root)
    if problems:
        return problems
    try:
        problems = _publish(root, release.folder, step, environment, today)
    except OSError as error:
        # Without an error number it is a bug of ours and not the system's refusal.
        if error.errno is None:
            raise
        problems = [release.write_problem(root, error)]
    except KeyboardInterrupt:
        step(f"Stopped. {release.describe()}")
        raise
    if problems:
        step(f"Not published. {release.describe()}")
    return problems


def _publish(root: Path, target: Path, step: Log, environment: Mapping[str, str], today: datetime.date | None) -> list[Problem]:
    site_url = urls_of_site.site_url(environment)
    with staging_directory(target, step) as staging:
        step("Checking the sources")
        site, problems = load(root)
        problems = check(site, problems + list(urls_of_site.problems(site, environment)), today)
        if problems:
            return problems

        step(f"Building {len(site.pages)} pages")
        problems = generate(root, staging, site_url)
        if problems:
            return problems

        step("Typesetting handouts, preview cards and QR codes")
        print_files, problems = render_print_files(site, site_url, root / PDF_CACHE)
        if problems:
            return problems
        print_files.write(staging)

        step("Writing embeds and licences")
        write_embeds(staging, site, root / "overrides", site_url)
        problems = write_licences(staging)
        if problems:
            return problems

        step("Writing redirects")
        write_redirects(staging, site, root / "overrides", site_url)

        step("Applying the content security policy")
        problems = apply_csp(staging, root / "overrides", site_url)
        if problems:
            return problems

        step("Verifying every URL and anchor")
        problems = verify(staging, site_url)
        if problems:
            return problems

        step("Deploying the site")
        deploy(staging, target)
    step(f"Done: {target}, to live at {site_url}")
    _log_new_urls(site, step)
    return []


def _log_new_urls(site: Site, step: Log) -> None:
    new = unregistered(site)
    if new:
        step(f"{len(new)} URLs are new. When they go live, run 'make published' and commit data/published-urls.txt.")
