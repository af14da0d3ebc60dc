"""Macros are bound to the engine as they are declared, and know the page that calls them."""

import os
import shutil
from types import SimpleNamespace

import pytest

from sitekit.render.macros import define_env
from sitekit.schema.macros import MACROS
from tests.conftest import ROOT


class Engine:
    """The parts of the macro engine that define_env uses."""

    def __init__(self, root, preview=True, **page):
        self.macros = {}
        self.conf = {"mdx_configs": {}, "extra": {"preview": preview}, "theme": {}}
        self.config = {"on_undefined": "strict", "on_error_fail": True}
        self.project_dir = str(root)
        self.page = SimpleNamespace(**page or {"file": SimpleNamespace(src_uri="strategies/listening.md")})
        define_env(self)

    def macro(self, function, name):
        self.macros[name] = function


@pytest.fixture
def project(good):
    """The smallest sound site, with the project's own components."""
    (good / "overrides").mkdir()
    shutil.copytree(ROOT / "overrides/components", good / "overrides/components", ignore=shutil.ignore_patterns("*.css"))
    return good


def test_every_declared_macro_has_a_component():
    components = ROOT / "overrides/components"
    names = {macro.component or name.replace("_", "-") for name, macro in MACROS.items()}
    assert [name for name in names if not ((components / name).is_dir() or (components / f"{name}.html").is_file())] == []


def test_every_macro_is_bound(project):
    assert list(Engine(project).macros) == list(MACROS)


def test_templates_and_the_markdown_extension_get_their_data(project):
    conf = Engine(project).conf
    assert conf["mdx_configs"]["sitekit.render.terms"]["terms"] == {"empathy": ("empathy", "Feeling with someone.")}
    assert conf["extra"]["site"]["words"]["help_now"] == "Help now"


def test_macro_knows_the_page_that_calls_it(project):
    macros = Engine(project).macros
    assert macros["cite"]("elliott-2018") == '<a class="cite" href="#source-elliott-2018"><span class="visually-hidden">Source </span>1</a>'
    assert 'href="../../help/"' in macros["related"]()


def test_successor_of_the_generator_names_pages_by_path_and_links_count_from_the_sources_folder(project):
    macros = Engine(project, path="strategies/listening.md").macros
    assert macros["cite"]("elliott-2018").endswith("1</a>")
    assert 'href="../help/"' in macros["related"]()


def test_problems_are_shown_and_logged_and_the_build_goes_on(project, caplog):
    (project / "practice.yml").write_text("nmae: A\n")
    page = project / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace("related()", "relatd()").replace('"slow-down"', '"slow-dwon"'))
    engine = Engine(project)
    problems = dict(engine.conf["extra"]["site"]["problems"])
    assert problems["practice.yml"] == "practice.yml:1: Unknown key 'nmae'. Did you mean 'name'?"
    assert problems["practice.yml"] in caplog.messages
    assert engine.config == {"on_undefined": "silent", "on_error_fail": False}
    assert (engine.macros["relatd"](), engine.macros["phrases"]("slow-dwon")) == ("", "")
    assert engine.macros["cite"]("elliott-2018").endswith("1</a>")


def test_problem_of_a_translation_is_shown(project):
    (project / "translations/es").mkdir(parents=True)
    (project / "translations/es/search.yml").touch()
    assert Engine(project).conf["extra"]["site"]["problems"] == [
        (
            "translations/es/language.yml",
            "translations/es/language.yml:1: This file is missing, so its folder is not read. "
            "Run make translate lang=es, or remove the folder.",
        )
    ]


def test_sources_without_the_words_of_the_layout_show_their_problems_alone(project):
    (project / "data/interface.yml").write_text("- x\n")
    shown = Engine(project).conf["extra"]["site"]
    assert list(shown) == ["problems"] and ("data/interface.yml" in dict(shown["problems"]))


def test_published_site_is_not_checked_again(project):
    (project / "practice.yml").write_text("nmae: A\n")
    assert Engine(project, preview=False).conf["extra"]["site"]["problems"] == []


def test_pipe_stops_the_build_as_it_would_be_read_for_ever(project):
    os.mkfifo(project / "docs/zq.md")
    with pytest.raises(SystemExit, match=r"^docs/zq\.md:1: This is a folder, a pipe or a device, and no file\."):
        Engine(project)
