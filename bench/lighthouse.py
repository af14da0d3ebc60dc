"""Runs Lighthouse, where Node is there: four scores and the times of painting on a simulated phone and line."""

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
# What we read of a report: our name, the audit's, and how many of its units make one of ours.
TIMES = {
    "FCP s": ("first-contentful-paint", 1000),
    "LCP s": ("largest-contentful-paint", 1000),
    "TBT ms": ("total-blocking-time", 1),
    "CLS": ("cumulative-layout-shift", 1),
}


def ready() -> bool:
    """Tell whether Lighthouse can run, installing the pinned version at first."""
    if not shutil.which("npm") or not installed():
        return False
    if not (FOLDER / "node_modules").exists():
        return (
            subprocess.run(
                ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], cwd=FOLDER, check=False, capture_output=True
            ).returncode
            == 0
        )
    return True


def version() -> str:
    """Return the version that is installed."""
    return json.loads((FOLDER / "node_modules/lighthouse/package.json").read_text(encoding="utf-8"))["version"]


def look(address: str, runs: int) -> dict[str, float]:
    """Return the median of several runs on one page, by SCORES and TIMES."""
    reports = [_report(address) for _ in range(runs)]
    found = {name: statistics.median(report["categories"][key]["score"] * 100 for report in reports) for key, name in SCORES.items()}
    return found | {
        name: statistics.median(report["audits"][audit]["numericValue"] / unit for report in reports)
        for name, (audit, unit) in TIMES.items()
    }


def _report(address: str) -> dict:
    command = [
        "npx",
        "--no-install",
        "lighthouse",
        address,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        f"--only-categories={','.join(SCORES)}",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
    ]
    run = subprocess.run(command, cwd=FOLDER, env=os.environ | {"CHROME_PATH": installed()}, check=True, capture_output=True, text=True)
    return json.loads(run.stdout)
