"""Same in, same out: the sources make the same bytes in another folder, another year, another part of the world."""

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

# Put where Python runs it before anything else, in the generator too: the clock and the files say another year.
ELSEWHEN = "import time_machine; time_machine.travel({when}, tick=True).start()"
YEARS_ON = datetime.datetime(2031, 2, 28, 23, 59, 50, tzinfo=datetime.UTC)
# A place half a day away, a locale whose letters and months differ, other hashes, and no UTF-8 unless it is asked for.
ELSEWHERE = {
    "TZ": "<+14>-14",
    "LC_ALL": "C",
    "LANG": "tr_TR.ISO-8859-9",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


@pytest.mark.promise("same-in-same-out", says="We build the site twice, as if in two places and years. Both must be the same.")
def test_the_site_is_the_same_to_the_byte_in_another_folder_year_zone_locale_and_process(built, tmp_path):
    root = copied(tmp_path / "a copy ä/of it")
    for name in ("editorial", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    # Nothing that was set before is taken for new.
    (root / ".cache").unlink()
    (root / "sitecustomize.py").write_text(ELSEWHEN.format(when=YEARS_ON.timestamp()))
    for file in root.rglob("*"):
        os.utime(file, (0, 86_400))
    environment = (
        {name: value for name, value in os.environ.items() if name not in ("CI", "SITE_URL")} | ELSEWHERE | {"PYTHONPATH": str(root)}
    )
    said = subprocess.run(
        [sys.executable, "-c", "import datetime; print(datetime.datetime.now())"], env=environment, capture_output=True, text=True
    )
    assert said.stdout.startswith("2031-03-01 13:59:5"), "the clock is not set"

    run = subprocess.run(
        [sys.executable, "-m", "sitekit", "--root", ".", "site", "--to", "elsewhere"], cwd=root, env=environment, capture_output=True
    )

    assert run.returncode == 0, run.stderr.decode()
    here, there = manifest(built), manifest(root / "elsewhere")
    assert {path for path in here.keys() | there.keys() if here.get(path) != there.get(path)} == set()
    shutil.rmtree(root)
    assert len(here) > 200 and {".pdf", ".png", ".zip", ".gz", ".xml", ".json"} <= {os.path.splitext(path)[1] for path in here}


def test_the_sitemap_tells_when_each_page_was_reviewed(built, site):
    told = {node.findtext("{*}loc"): node.findtext("{*}lastmod") for node in etree.parse(built / "sitemap.xml").getroot()}
    assert told == {LOCAL + page.url: page.meta.reviewed.isoformat() for page in site.pages.values()}
