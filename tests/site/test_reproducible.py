"""The same sources build the same bytes in another folder, year, time zone, locale and process."""

import datetime
import os
import shutil
import subprocess
import sys

import pytest
from lxml import etree

from sitekit.site_url import LOCAL
from tests.conftest import ROOT, copied
from tests.tiny import manifest

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


@pytest.mark.promise("same-in-same-out", says="We build the site twice, as if in two places and years. Both must be the same.")
def test_site_built_elsewhere_and_later_is_the_same_to_the_byte(built, tmp_path):
    root = copied(tmp_path / "a copy ä/of it")
    for name in ("editorial", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    # Nothing is taken from the cache of Typst's output.
    shutil.rmtree(root / ".cache")
    (root / "sitecustomize.py").write_text(SITECUSTOMIZE.format(when=YEARS_ON.timestamp()))
    for file in root.rglob("*"):
        os.utime(file, (0, 86_400))
    environment = (
        {name: value for name, value in os.environ.items() if name not in ("CI", "SITE_URL")} | ENVIRONMENT | {"PYTHONPATH": str(root)}
    )
    shown = subprocess.run(
        [sys.executable, "-c", "import datetime; print(datetime.datetime.now())"], env=environment, capture_output=True, text=True
    )
    assert shown.stdout.startswith("2031-03-01 13:59:5"), "the clock is not set"

    run = subprocess.run(
        [sys.executable, "-m", "sitekit", "--root", ".", "site", "--to", "elsewhere"], cwd=root, env=environment, capture_output=True
    )

    assert run.returncode == 0, run.stderr.decode()
    here, there = manifest(built), manifest(root / "elsewhere")
    assert {path for path in here.keys() | there.keys() if here.get(path) != there.get(path)} == set()
    shutil.rmtree(root)
    assert len(here) > 200 and {".pdf", ".png", ".zip", ".gz", ".xml", ".json"} <= {os.path.splitext(path)[1] for path in here}


def test_sitemap_has_the_review_date_of_each_page(built, site):
    found = {node.findtext("{*}loc"): node.findtext("{*}lastmod") for node in etree.parse(built / "sitemap.xml").getroot()}
    english = {url: day for url, day in found.items() if url.removeprefix(LOCAL).split("/")[0] not in site.languages}
    assert english == {LOCAL + page.url: page.meta.reviewed.isoformat() for page in site.pages.values()}
