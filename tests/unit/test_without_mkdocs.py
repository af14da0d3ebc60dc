"""All knowledge works where the site generator is not installed."""

import subprocess
import sys

from tests.conftest import ROOT

# None in sys.modules makes an import fail as if the package were not there.
BLOCKED = "import sys; sys.modules.update(dict.fromkeys(['mkdocs', 'material', 'mkdocs_macros', 'yaml'])); "
MODULES = "import sitekit.load, sitekit.checks, sitekit.derive, sitekit.render, sitekit.scaffold, sitekit.due, sitekit.macros, sitekit.publish.pipeline; "


def test_the_sources_are_read_and_checked_without_mkdocs():
    code = BLOCKED + MODULES + "from sitekit.__main__ import main; sys.exit(main(['check']))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, "The sources are in order.\n", "")
