"""The same sources build the same bytes in another folder, year, time zone, locale and process."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from sitekit.site_url import LOCAL
from tests.conftest import ROOT, copied
from tests.tiny import command, manifest, tiny

# Python runs this before anything else, in the generator too: the clock shows another year.
SITECUSTOMIZE = "import time_machine; time_machine.travel({when}, tick=True).start()"
YEARS_ON = datetime.datetime(2031, 2, 28, 23, 59, 50, tzinfo=datetime.UTC)
# A time zone half a day away, a locale whose letters and months differ, other hashes, and no UTF-8 by default.
ENVIRONMENT = {
    "TZ": "<+14>-14",
    "LC_ALL": "C",
    "LANG": "tr_TR.ISO-8859-9",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


@pytest.mark.promise("same-in-same-out", says="We build a site twice, as if in two places and years. Both must be the same.")
def test_small_site_built_elsewhere_and_later_is_the_same_to_the_byte(tmp_path):
    arguments, environment = command(tiny(tmp_path / "here"), tmp_path / "site")
    subprocess.run(arguments, env=environment, capture_output=True, check=True)
    same_to_the_byte(tmp_path / "site", built_elsewhere_and_later(tiny(tmp_path / "a copy ä/of it")), least=30)


@pytest.mark.slow
@pytest.mark.promise("same-in-same-out", says="We build a site twice, as if in two places and years. Both must be the same.")
def test_site_built_elsewhere_and_later_is_the_same_to_the_byte(built, tmp_path):
    root = copied(tmp_path / "a copy ä/of it")
    for name in ("editorial", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    # Nothing is taken from the cache of Typst's output.
    shutil.rmtree(root / ".cache")
    same_to_the_byte(built, built_elsewhere_and_later(root), least=200)
    shutil.rmtree(root)


def built_elsewhere_and_later(root: Path) -> Path:
    """Build a site in a process of another year, time zone and locale, and return the folder."""
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (root / "sitecustomize.py").write_text(SITECUSTOMIZE.format(when=YEARS_ON.timestamp()))
    for file in root.rglob("*"):
        os.utime(file, (0, 86_400))
    arguments, environment = command(root, root / "elsewhere")
    environment |= ENVIRONMENT | {"PYTHONPATH": os.pathsep.join([str(root), str(ROOT)])}
    now = [sys.executable, "-c", "import datetime; print(datetime.datetime.now())"]
    shown = subprocess.run(now, env=environment, capture_output=True, text=True)
    assert shown.stdout.startswith("2031-03-01 13:59:5"), "the clock is not set"
    run = subprocess.run(arguments, cwd=root, env=environment, capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    return root / "elsewhere"


def same_to_the_byte(one: Path, other: Path, least: int) -> None:
    here, there = manifest(one), manifest(other)
    assert {path for path in here.keys() | there.keys() if here.get(path) != there.get(path)} == set()
    assert len(here) >= least and {".pdf", ".png", ".zip", ".gz", ".xml", ".json"} <= {os.path.splitext(path)[1] for path in here}


def test_sitemap_has_the_review_date_of_each_page(built, site):
    found = {node.findtext("{*}loc"): node.findtext("{*}lastmod") for node in etree.parse(built / "sitemap.xml").getroot()}
    english = {url: day for url, day in found.items() if url.removeprefix(LOCAL).split("/")[0] not in site.languages}
    assert english == {LOCAL + page.url: page.meta.reviewed.isoformat() for page in site.pages.values()}
