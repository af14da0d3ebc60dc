"""Publish the site: every step from the sources to the deployed folder, in order. Read it downwards."""

import datetime
import os
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2 import TemplateError

from sitekit import site_url as urls_of_site
from sitekit.build.compact import compact_pages
from sitekit.build.csp import apply_csp
from sitekit.build.deploy import Release, deploy
from sitekit.build.embeds import write_embeds
from sitekit.build.esbuild import EsbuildError, problem_in_source
from sitekit.build.generate import generate, problem_in_template
from sitekit.build.languages import build_language
from sitekit.build.offline import write_offline
from sitekit.build.redirects import write_redirects
from sitekit.build.scripts import publish_scripts
from sitekit.build.search_index import write_search_index
from sitekit.build.staging import staging_directory
from sitekit.build.styles import StylesError, assemble_styles
from sitekit.build.verify import verify
from sitekit.errors import Problem
from sitekit.files import remove_same, write_files
from sitekit.licences import write_licences
from sitekit.pdf.print_files import render_print_files
from sitekit.render.site_context import search_words
from sitekit.sources.loader import load
from sitekit.sources.templates import THEME
from sitekit.translations.parity import check_all
from sitekit.urls import unregistered

Log = Callable[[str], None]
# What Typst and segno made, below the project's folder. It is the only cache of a publish.
PDF_CACHE = ".cache/pdf"


def publish(
    root: Path, target: Path, log: Log, environment: Mapping[str, str] = MappingProxyType({}), today: datetime.date | None = None
) -> list[Problem]:
    """Publish the sources below `root` to the folder `target`.

    `log` receives a line as each step begins, with the seconds since the start. Of the environment, SITE_URL is the URL the site will live
    at, and CI marks a build server. Dates after `today` are problems; None skips that check. Returns the problems, with `target` unchanged;
    or none, with the new site deployed.
    """
    start = time.monotonic()

    def step(message: str) -> None:
        log(f"[{time.monotonic() - start:4.1f} s] {message}")

    # A symbolic link to the site's folder stays; the folder it points to is replaced.
    release = Release(Path(os.path.realpath(target)))
    problems = release.refusals(root)
    if problems:
        return problems
    try:
        problems = _publish(root, release.folder, step, environment, today)
    except OSError as error:
        # An OSError without a number was not raised by the operating system; it is a bug of ours.
        if error.errno is None:
            raise
        problems = [release.write_problem(root, error)]
    except (EsbuildError, StylesError) as error:
        problems = [problem_in_source(error)]
    except TemplateError:
        broken = problem_in_template(traceback.format_exc())
        if not broken:
            raise
        problems = [broken]
    except KeyboardInterrupt:
        step(f"Stopped. {release.describe()}")
        raise
    if problems:
        step(f"Not published. {release.describe()}")
    return problems


def _publish(root: Path, target: Path, step: Log, environment: Mapping[str, str], today: datetime.date | None) -> list[Problem]:
    templates = root / "overrides"
    with staging_directory(target, step) as staging:
        step("Checking the sources")
        site, problems = load(root)
        translations, problems = check_all(root, site, [*problems, *urls_of_site.problems(site, environment)], today)
        if problems:
            return problems
        site_url = urls_of_site.site_url(environment, site.practice.address)
        site = site.model_copy(update={"url": site_url})

        step(f"Building {len(site.pages)} pages")
        if problems := generate(root, staging, site_url):
            return problems

        step("Typesetting handouts, preview cards and QR codes")
        print_files, problems = render_print_files(site, root / PDF_CACHE)
        if problems:
            return problems
        write_files(staging, print_files)

        step("Writing the search's texts")
        write_search_index(staging, search_words(site))

        step("Writing embeds and licences")
        write_embeds(staging, site, templates)
        for translation in translations:
            step(f"Building {len(translation.pages)} pages in {translation.language.english}")
            if problems := build_language(root, site, translation, translations, staging, root / PDF_CACHE):
                return problems
        if problems := write_licences(staging):
            return problems

        step("Writing redirects")
        if problems := write_redirects(staging, site, templates):
            return problems

        step("Assembling styles")
        assemble_styles(staging)
        # No page links what MkDocs copied from the theme.
        remove_same(staging / "assets", THEME / "assets")

        step("Bundling scripts")
        publish_scripts(staging)

        step("Taking indentation out of pages")
        compact_pages(staging)

        # Last of all that changes pages: the policy names the hashes of what stands in them.
        step("Applying the content security policy")
        if problems := apply_csp(staging, templates, site_url):
            return problems

        step("Packing the site to read without a network")
        write_offline(staging, templates, site_url)

        step("Verifying every URL and anchor")
        if problems := verify(staging, site_url):
            return problems

        step("Deploying the site")
        deploy(staging, target)
    step(f"Done: {target}, to live at {site_url}")
    if new := unregistered(site):
        step(f"{len(new)} URLs are new. When they go live, run 'make published' and commit data/published-urls.txt.")
    if site_url == urls_of_site.LOCAL:
        step(
            f"WARNING: a site for this computer only. QR codes, handouts and e-mails lead to {site_url}. "
            "To publish it, write its address into practice.yml (address: https://…), or set SITE_URL."
        )
    return []
