"""Run Lighthouse, if npm is there: four scores and paint times on a simulated phone and connection."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from pathlib import Path

from tests.browser.chromium import FLAGS, installed

FOLDER = Path(__file__).parent
SCORES = {"performance": "performance", "accessibility": "accessibility", "best-practices": "best practices", "seo": "SEO"}
# Our name of each time, Lighthouse's name of the audit, and how many of its units make one of ours.
TIMES = {
    "FCP s": ("first-contentful-paint", 1000),
    "LCP s": ("largest-contentful-paint", 1000),
    "TBT ms": ("total-blocking-time", 1),
    "CLS": ("cumulative-layout-shift", 1),
}


def is_ready() -> bool:
    """Return whether Lighthouse can run; install the pinned version the first time."""
    npm = shutil.which("npm")
    if not npm or not installed():
        return False
    if (FOLDER / "node_modules").exists():
        return True
    return not subprocess.run(
        [npm, "install", "--no-package-lock", "--no-audit", "--no-fund"], cwd=FOLDER, check=False, capture_output=True
    ).returncode


def measure(url: str, runs: int) -> dict[str, float]:
    """Return the medians of several runs on one page, by the names in SCORES and TIMES."""
    reports = [_report(url) for _ in range(runs)]
    scores = {name: statistics.median(report["categories"][key]["score"] * 100 for report in reports) for key, name in SCORES.items()}
    return scores | {
        name: statistics.median(report["audits"][audit]["numericValue"] / unit for report in reports)
        for name, (audit, unit) in TIMES.items()
    }


def _report(url: str) -> dict:
    options = ["--quiet", "--output=json", "--output-path=stdout", f"--only-categories={','.join(SCORES)}"]
    options.append(f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}")
    environment = os.environ | {"CHROME_PATH": installed() or ""}
    run = subprocess.run(["npx", "--no-install", "lighthouse", url, *options], cwd=FOLDER, env=environment, check=True, capture_output=True)
    return json.loads(run.stdout)
