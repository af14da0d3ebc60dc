"""The site built by Zensical, the generator's successor. The steps after the generator are our own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from sitekit.build.embeds import write_embeds
from sitekit.build.redirects import write_redirects
from sitekit.build.search_index import write_search_index
from sitekit.build.verify import Built, read_built
from sitekit.files import write_files
from sitekit.licences import write_licences
from sitekit.models.site import Site
from sitekit.pdf.print_files import render_print_files
from sitekit.render.site_context import search_words, site_context
from tests.conftest import copied

# `make successor-check` names the program here; no other run collects these tests.
PROGRAM = os.environ.get("ZENSICAL", "")
collect_ignore = [] if PROGRAM else ["test_successor.py"]
# Below a prefix, where URLs that leave it out show.
SITE_URL = "https://practice.example/our-copy/"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """The folder of the built site."""
    root = copied(tmp_path_factory.mktemp("successor") / "copy")
    # Zensical calls define_env too late for the templates, so they get the site context from the settings.
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count("\nextra:\n") == 1
    context = json.dumps(site_context(site))
    (root / "mkdocs.yml").write_text(settings.replace("\nextra:\n", f"\nextra:\n  site: {context}\n"), encoding="utf-8")
    run = subprocess.run(
        [Path(PROGRAM).absolute(), "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=root,
        env=os.environ | {"SITE_URL": SITE_URL, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)
    folder, templates = root / "site", root / "overrides"
    site = site.model_copy(update={"url": SITE_URL})
    files, problems = render_print_files(site, root / ".cache/pdf")
    assert problems == []
    write_files(folder, files)
    write_search_index(folder, search_words(site))
    write_embeds(folder, site, templates)
    assert write_licences(folder) == []
    write_redirects(folder, site, templates)
    return folder


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Built]:
    """Every built page by its path in the site, without the embedded checklists."""
    return {path: page for path, page in read_built(built).items() if not path.startswith("embed/")}
