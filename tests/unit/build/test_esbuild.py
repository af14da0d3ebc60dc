"""esbuild minifies styles, bundles modules, and reports what is wrong with them."""

import pytest

from sitekit.build import esbuild


def bundled(folder, sources: dict[str, str]) -> list[str]:
    """Bundle main.js among these modules, and return the texts of all files written, the bundle's first."""
    for name, text in sources.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    path = esbuild.bundle("main.js", "out", folder)
    written = {file.relative_to(folder).as_posix(): file.read_text() for file in (folder / "out").iterdir()}
    return [written.pop(path), *written.values()]


def test_stylesheet_is_minified():
    assert esbuild.minify("/* why */\na {\n  color: red;\n}\n") == "a{color:red}"


def test_letters_of_other_scripts_stay_as_they_are():
    assert "→" in esbuild.minify('a::before { content: "→" }')


def test_faulty_stylesheet_is_reported():
    with pytest.raises(esbuild.EsbuildError, match=r"<stdin>:1"):
        esbuild.minify("a { color: red; ] }")


def test_missing_esbuild_is_reported(monkeypatch, tmp_path):
    monkeypatch.setattr(esbuild, "_MODULES", tmp_path)
    with pytest.raises(esbuild.EsbuildError, match="not installed"):
        esbuild.minify("a{}")


def test_module_is_minified(tmp_path):
    assert bundled(tmp_path, {"main.js": "export const two = 1 + 1; // why\n"}) == ["var o=2;export{o as two};\n"]


def test_faulty_module_is_reported(tmp_path):
    with pytest.raises(esbuild.EsbuildError, match=r"main\.js:1"):
        bundled(tmp_path, {"main.js": "const ="})


def test_shared_module_is_bundled_once(tmp_path):
    (text,) = bundled(
        tmp_path,
        {
            "main.js": 'import "./one/one.js"; import "./two/two.js";',
            "one/one.js": 'import { shared } from "../shared.js"; shared("one");',
            "two/two.js": 'import { shared } from "../shared.js"; shared("two");',
            "shared.js": 'export const shared = (name) => console.log("shared by", name);',
        },
    )
    assert text.count("shared by") == 1


def test_module_imported_later_is_a_file_of_its_own(tmp_path):
    texts = bundled(tmp_path, {"main.js": 'import("./later.js");', "later.js": 'console.log("later")'})
    assert ["later" in text.replace("later.", "") for text in texts] == [False, True]
