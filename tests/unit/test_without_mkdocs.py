"""sitekit works where MkDocs is not installed."""

import subprocess
import sys

from tests.conftest import ROOT

# None in sys.modules makes an import fail as if the package were not there.
BLOCKED = "import sys; sys.modules.update(dict.fromkeys(['mkdocs', 'material', 'mkdocs_macros'])); "
MODULES = "import sitekit.sources.loader, sitekit.checks, sitekit.queries, sitekit.render, sitekit.commands.scaffold, sitekit.commands.due, sitekit.render.macros, sitekit.build.pipeline; "


def test_sources_are_checked_without_mkdocs():
    code = BLOCKED + MODULES + "from sitekit.__main__ import main; sys.exit(main(['check']))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout.splitlines()[-1], run.stderr) == (0, "The sources are in order.", "")
