"""The macros pages may call are those the engine is given, and no front matter key gets in their way."""

from types import SimpleNamespace

from sitekit.models.page import PageMeta
from sitekit.render.macros import InvalidSources, define_env
from sitekit.schema.macros import MACROS, TAKEN
from tests.conftest import ROOT


class Engine:
    def __init__(self, root, page="strategies/listening.md"):
        self.macros = {}
        self.conf = {"mdx_configs": {}, "extra": {}}
        self.project_dir = str(root)
        self.page = SimpleNamespace(file=SimpleNamespace(src_uri=page))

    def macro(self, function, name=""):
        self.macros[name or function.__name__] = function


def test_every_declared_macro_is_bound_and_no_other():
    engine = Engine(ROOT)
    define_env(engine)
    assert set(engine.macros) == set(MACROS)


def test_no_front_matter_key_is_a_macro_or_a_name_of_the_engine():
    assert set(PageMeta.model_fields).isdisjoint({*MACROS, *TAKEN})


def test_the_glossary_reaches_the_markdown(good):
    engine = Engine(good)
    define_env(engine)
    assert engine.conf["mdx_configs"]["sitekit.render.terms"]["terms"] == {"empathy": ("empathy", "Feeling with someone.")}


def test_a_citation_is_numbered_by_its_page(good):
    engine = Engine(good)
    define_env(engine)
    assert engine.macros["cite"]("elliott-2018") == (
        '<a class="cite" href="#source-elliott-2018"><span class="visually-hidden">Source </span>1</a>'
    )


def test_the_successors_way_to_a_pages_path_is_known_too(good):
    engine = Engine(good)
    engine.page = SimpleNamespace(path="strategies/listening.md")
    define_env(engine)
    assert engine.macros["cite"]("elliott-2018").endswith("1</a>")


def test_links_count_from_the_page_and_with_the_successor_from_the_sources_folder(good):
    engine = Engine(good)
    define_env(engine)
    assert 'href="../../help/"' in engine.macros["related"]()
    engine.page = SimpleNamespace(path="strategies/listening.md")
    define_env(engine)
    assert 'href="../help/"' in engine.macros["related"]()


def test_faulty_sources_stop_the_build(good):
    (good / "practice.yml").write_text("nmae: A\n")
    try:
        define_env(Engine(good))
    except InvalidSources as error:
        assert str(error) == "practice.yml:1: Unknown key 'nmae'. Did you mean 'name'?"
    else:
        raise AssertionError("the build went on")
