"""The same sources, built once by the generator's successor; the steps after the generator are our own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from sitekit.publish.search import teach

from sitekit.build.embeds import write_embeds
from sitekit.build.licences import write_licences
from sitekit.build.redirects import write_redirects
from sitekit.build.verify import Built, read_built
from sitekit.models.site import Site
from sitekit.pdf.print_files import render_print_files
from sitekit.render.site_context import site_context
from sitekit.sources.loader import load
from tests.conftest import ROOT, copied

# Below a prefix, where wrong addresses show.
ADDRESS = "https://practice.example/our-copy/"


@pytest.fixture(scope="session")
def site() -> Site:
    """The real site, as its sources say."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """The folder of the built site. `make exit-check` names the successor's program in ZENSICAL."""
    root = copied(tmp_path_factory.mktemp("successor") / "copy")
    # The templates' own data reach them through the settings alone here: define_env is too late.
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count("\nextra:\n") == 1
    context = json.dumps(site_context(site))
    (root / "mkdocs.yml").write_text(settings.replace("\nextra:\n", f"\nextra:\n  site: {context}\n"), encoding="utf-8")
    program = Path(os.environ["ZENSICAL"]).absolute()
    environment = os.environ | {"SITE_URL": ADDRESS, "PYTHONPATH": str(root)}
    run = subprocess.run(
        [program, "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)
    printed, problems = render_print_files(site, ADDRESS, root / ".cache/typeset")
    assert problems == []
    printed.write(root / "site")
    teach(root / "site", site)
    write_embeds(root / "site", site, root / "overrides", ADDRESS)
    assert write_licences(root / "site") == []
    write_redirects(root / "site", site, root / "overrides", ADDRESS)
    return root / "site"


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Built]:
    """Every built page, by its path in the site; the checklists for portals are no pages of the site."""
    return {path: page for path, page in read_built(built).items() if not path.startswith("embed/")}
