"""The components' sheets become one file, and styles in the few pages that hold more."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sitekit.build.esbuild import EsbuildError, problem_in_source
from sitekit.build.styles import StylesError, assemble_styles
from sitekit.files import remove_same

PAGE = """<head>
  <link rel="stylesheet" href="{up}components/a/a.css">

  <link rel="stylesheet" href="{up}components/b/b.css">
  <link rel="stylesheet" href="{up}components/a/a.print.css" media="print">
</head>"""
SHEETS = {"a/a.css": "a { b: c }", "b/b.css": "d { e: f }", "a/a.print.css": "p { q: r }"}
ASSEMBLED = "a{b:c}d{e:f}@mediaprint{p{q:r}}"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A staging directory with two pages and their sheets."""
    for name, text in SHEETS.items():
        write(tmp_path / "components" / name, text)
    write(tmp_path / "index.html", PAGE.format(up=""))
    write(tmp_path / "deep/page/index.html", PAGE.format(up="../../"))
    return tmp_path


def without_space(text: str) -> str:
    return "".join(text.split())


def named(text: str) -> str:
    return f"assets/site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"


@pytest.mark.parametrize(("page", "up"), [("index.html", ""), ("deep/page/index.html", "../../")])
def test_links_become_one(folder, page, up):
    assemble_styles(folder, without_space)
    assert (folder / page).read_text() == f'<head>\n  <link rel="stylesheet" href="{up}{named(ASSEMBLED)}">\n</head>'


def test_single_sheets_are_deleted_and_other_files_stay(folder):
    write(folder / "components/a/a.js", "export {}")
    assemble_styles(folder, without_space)
    assert sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.suffix != ".html" and file.is_file()) == [
        named(ASSEMBLED),
        "components/a/a.js",
    ]
    assert not (folder / "components/b").exists()


def test_pages_of_their_own_stay_as_they_are(folder):
    write(folder / "embed/index.html", '<link rel="stylesheet" href="../embed.css">')
    assemble_styles(folder, without_space)
    assert (folder / "embed/index.html").read_text() == '<link rel="stylesheet" href="../embed.css">'


def test_sheets_of_some_pages_only_stand_in_those(folder):
    write(folder / "components/c/c.css", "s { t: u }")
    write(folder / "components/c/c.print.css", "v { w: x }")
    more = '<link rel="stylesheet" href="components/c/c.css">\n<link rel="stylesheet" href="components/c/c.print.css" media="print">'
    write(folder / "other.html", PAGE.format(up="").replace("</head>", f"{more}</head>"))
    assemble_styles(folder, without_space)
    link = f'<link rel="stylesheet" href="{named(ASSEMBLED)}">'
    assert (folder / "other.html").read_text() == f"<head>\n  {link}<style>s{{t:u}}@mediaprint{{v{{w:x}}}}</style></head>"
    assert (folder / "index.html").read_text() == f"<head>\n  {link}\n</head>"


def test_a_missing_sheet_is_reported(folder):
    (folder / "components/b/b.css").unlink()
    with pytest.raises(StylesError, match=r"components/b/b\.css, which is not in overrides/"):
        assemble_styles(folder, without_space)


def test_faulty_sheet_is_named_with_its_line(folder):
    write(folder / "components/b/b.css", "d {\n  e: f;\n")
    with pytest.raises(EsbuildError) as raised:
        assemble_styles(folder)
    assert str(problem_in_source(raised.value)) == (
        'overrides/components/b/b.css:1: Expected "}" to go with "{". Correct the module or stylesheet that is named.'
    )


def test_a_site_without_sheets_is_reported(tmp_path):
    with pytest.raises(StylesError, match="No page links"):
        assemble_styles(tmp_path, without_space)


def test_assets_of_the_theme_are_deleted_and_ours_stay(tmp_path):
    folder, theme = tmp_path / "site", tmp_path / "theme"
    write(theme / "assets/javascripts/bundle.js", "theme")
    write(theme / "assets/images/logo.png", "theme")
    write(folder / "assets/javascripts/bundle.js", "theme")
    write(folder / "assets/images/logo.png", "ours")
    remove_same(folder / "assets", theme / "assets")
    assert [str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()] == ["assets/images/logo.png"]
    assert not (folder / "assets/javascripts").exists()
