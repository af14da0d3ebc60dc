"""esbuild minifies scripts and styles, and reports what is wrong with them."""

import json

import pytest

from sitekit.build import esbuild


def test_stylesheet_is_minified():
    assert esbuild.minify("/* why */\na {\n  color: red;\n}\n", "css") == "a{color:red}"


def test_module_is_minified_and_keeps_its_imports():
    assert esbuild.minify("import { one } from './one.js';\nexport const two = one + 1; // why\n", "js") == (
        'import{one as o}from"./one.js";export const two=o+1;'
    )


def test_letters_of_other_scripts_stay_as_they_are():
    assert "→" in esbuild.minify('a::before { content: "→" }', "css")


@pytest.mark.parametrize(("text", "loader"), [("const =", "js"), ("a { color: red; ] }", "css")])
def test_faulty_source_is_reported(text, loader):
    with pytest.raises(esbuild.EsbuildError, match=r"<stdin>:1"):
        esbuild.minify(text, loader)


def test_missing_esbuild_is_reported(monkeypatch, tmp_path):
    monkeypatch.setattr(esbuild, "_MODULES", tmp_path)
    with pytest.raises(esbuild.EsbuildError, match="not installed"):
        esbuild.minify("a{}", "css")


def test_shared_module_is_bundled_once(tmp_path):
    sources = {
        "one/one.js": 'import { shared } from "../shared.js"; shared("one");',
        "two/two.js": 'import { shared } from "../shared.js"; shared("two");',
        "shared.js": 'export const shared = (name) => console.log("shared by", name);',
    }
    for name, text in sources.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    report = json.loads(esbuild.bundle(["one/one.js", "two/two.js"], "out", tmp_path))
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [name.partition(".")[0] for name in written] == ["chunk", "one", "two"]
    assert len(report["outputs"]) == 3
    assert sum("shared by" in (tmp_path / "out" / name).read_text() for name in written) == 1
