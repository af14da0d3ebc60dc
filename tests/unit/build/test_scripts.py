"""Modules are bundled a page's group at a time, minified, and named by their content."""

import re

import pytest

from sitekit.build.esbuild import EsbuildError
from sitekit.build.scripts import publish_scripts

MODULES = {
    "components/menu/menu.js": 'import { shared } from "../base/shared.js";\n// why\nshared("menu");',
    "components/note/note.js": 'import { shared } from "../base/shared.js";\nshared("note");',
    "components/search/search.js": 'document.onclick = () => import("./engine.js");',
    "components/search/engine.js": 'import MiniSearch from "../../vendor/minisearch.js";\nMiniSearch("engine");',
    "components/exit/exit.js": 'console.log("exit");',
    "components/base/shared.js": "export const shared = (name) => console.log(name);",
    "components/base/base.css": "a { color: red }",
    "vendor/minisearch.js": "export default (name) => console.log(name);",
}
PAGE = (
    '<script data-modules="{base}components/menu/menu.js {base}components/search/search.js {more}">load()</script>'
    '<script type="module" src="{base}components/exit/exit.js"></script>'
)


@pytest.fixture
def site(tmp_path):
    for name, text in MODULES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "note").mkdir()
    (tmp_path / "note/index.html").write_text(PAGE.format(base="../", more="../components/note/note.js "))
    (tmp_path / "index.html").write_text(PAGE.format(base="", more=""))
    (tmp_path / "404.html").write_text(PAGE.format(base="/prefix/", more=""))
    return tmp_path


def test_pages_name_one_bundle_for_the_same_modules_under_their_own_base(site):
    publish_scripts(site)
    home, note, lost = [(site / name).read_text() for name in ("index.html", "note/index.html", "404.html")]
    bundle = re.search(r'data-modules="(assets/scripts/modules\.\w{8}\.js)"', home)[1]
    assert f'data-modules="/prefix/{bundle}"' in lost
    other = re.search(r'data-modules="\.\./(assets/scripts/modules\.\w{8}\.js)"', note)[1]
    assert other != bundle
    assert re.search(r'src="\.\./assets/scripts/exit\.\w{8}\.js"', note)
    assert (site / bundle).is_file() and (site / other).is_file()


def test_sources_are_gone_and_styles_stay(site):
    publish_scripts(site)
    assert [path.relative_to(site).as_posix() for path in site.rglob("components/**/*") if path.is_file()] == ["components/base/base.css"]
    assert not (site / "vendor").exists()


def test_only_what_is_imported_later_is_a_file_of_its_own(site):
    publish_scripts(site)
    names = sorted(path.name.partition(".")[0] for path in (site / "assets/scripts").iterdir())
    assert names == ["engine", "exit", "modules", "modules"]


def test_bundles_are_minified(site):
    publish_scripts(site)
    assert all("\n" not in path.read_text().strip() and "// why" not in path.read_text() for path in (site / "assets/scripts").glob("*.js"))


def test_name_changes_with_the_content_alone(site, tmp_path_factory):
    publish_scripts(site)
    names = {path.name for path in (site / "assets/scripts").iterdir()}
    other = tmp_path_factory.mktemp("other")
    for name, text in MODULES.items():
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_text(text.replace('"note"', '"another"'))
    (other / "index.html").write_text(PAGE.format(base="", more=""))
    (other / "note.html").write_text(PAGE.format(base="", more="components/note/note.js "))
    publish_scripts(other)
    changed = {path.name for path in (other / "assets/scripts").iterdir()}
    assert len(names - changed) == len(changed - names) == 1


def test_module_of_a_page_that_is_missing_is_reported(site):
    (site / "components/note/note.js").unlink()
    with pytest.raises(EsbuildError, match=r"components/note/note\.js: named in a page"):
        publish_scripts(site)


def test_import_that_is_missing_is_reported(site):
    (site / "vendor/minisearch.js").unlink()
    with pytest.raises(EsbuildError, match=r"minisearch\.js"):
        publish_scripts(site)


def test_page_without_modules_stays_as_it_is(site):
    (site / "plain.html").write_text("<p>Text")
    publish_scripts(site)
    assert (site / "plain.html").read_text() == "<p>Text"
