"""The examples of CONTRIBUTING.md do what it says of them: each is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sitekit.checks import data, macro_calls, urls
from sitekit.checks.reporting import rules_of
from sitekit.commands.scaffold import FOLDERS
from sitekit.models.data import Item, Redirect, SearchTerms
from sitekit.render import contexts
from sitekit.render.environment import Components
from sitekit.render.page_context import PageContext
from sitekit.schema import macros, page_types
from sitekit.schema.macros import MACROS
from sitekit.schema.page_types import KINDS
from sitekit.sources.markdown import parse_markdown
from sitekit.sources.test_markers import parse_test_markers
from tests.conftest import ROOT, real_site
from tests.rendering import INTERFACE
from tests.unit.smallest import page, reported, site

SITE = real_site()
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return a section of CONTRIBUTING.md."""
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def examples(title: str) -> list[str]:
    """Return the code blocks of a section, without their indentation."""
    found = re.findall(r"^( *)```\w*\n(.*?)^\1```$", section(title), re.DOTALL | re.MULTILINE)
    return ["\n".join(line.removeprefix(indent) for line in code.split("\n")) for indent, code in found]


def test_every_file_named_exists():
    named = re.findall(r"`((?:sitekit|tests|data|docs|overrides|editorial)/[\w./-]+)`|\]\(([\w./-]+)\)", TEXT)
    new = {"../help-now.md", "docs/strategies/short-name.md", "overrides/components/one-phrase/one-phrase.html"}
    assert [path for pair in named for path in pair if path and path not in new and not (ROOT / path).exists()] == []


def test_every_kind_of_page_has_its_recipe():
    rows = re.findall(r"^\| (`.*?) \| `(docs/.*?)`", section("Add a page"), re.MULTILINE)
    folders = {kind: folder for kinds, folder in rows for kind in re.findall(r"`([\w-]+)`", kinds)}
    assert folders == {kind: f"docs/{FOLDERS[kind]}/" if kind in FOLDERS else "docs/" for kind in KINDS}


def test_kind_of_page_is_one_declaration():
    (example,) = examples("Add a kind of page")
    kinds = eval(f"{{{example}}}", vars(page_types).copy())  # noqa: S307
    assert kinds["story"].sections == (page_types.IN_SHORT,)


def test_checklist_item_is_valid_and_some_list_has_room_for_it():
    (example,) = examples("Add a checklist item")
    Item.model_validate(*yaml.safe_load(example))
    assert any(len(checklist.items) < 7 for checklist in SITE.checklists.values())


def test_front_matter_table_lists_every_required_key_and_no_unknown_one():
    keys = re.findall(r"^\| `(\w+)`", section("A page's front matter"), re.MULTILINE)
    assert keys == ["title", "description", "kind", "see_also", "reviewed"]


def test_macro_table_lists_every_macro():
    assert set(re.findall(r"\{\{ (\w+)\(", section("Macros"))) == set(MACROS)


@pytest.mark.parametrize("call", re.findall(r"`(\{\{ .*? \}\})`", section("Macros")))
def test_macro_example_names_what_exists(call):
    calling = page(body=f"{call}\n")
    assert calling.calls
    found = SITE.model_copy(update={"pages": SITE.pages | {"a.md": calling}})
    assert reported(problem for rule in (macro_calls.macros_exist, macro_calls.macro_arguments_exist) for problem in rule(found)) == []


def test_sentence_about_research_is_read_as_one_citation():
    (example,) = examples("A sentence about research")
    (call,) = parse_markdown(example, "x.md")[0]["calls"]
    assert call.name == "cite" and call.args[0] in SITE.claims


def test_promise_marker_is_read():
    (example,) = examples("A promise")
    (marker,) = parse_test_markers(f"import pytest\n\n{example}", "tests/test_x.py")
    assert marker.promise in SITE.promises and marker.says


def test_search_terms_name_what_exists():
    (example,) = examples("Words people search for")
    terms = SearchTerms.model_validate(*yaml.safe_load(example))
    assert reported(data.search_terms_name_pages(SITE.model_copy(update={"search_terms": {"x": terms}}))) == []


def test_redirects_are_accepted():
    (example,) = examples("Move, rename or remove a page or a heading")
    redirects = {each["old"]: Redirect.model_validate(each) for each in yaml.safe_load(example)}
    found = SITE.model_copy(update={"redirects": redirects, "published_urls": SITE.published_urls[:1]})
    assert reported(problem for rule in rules_of(urls) for problem in rule(found)) == []


def test_macro_and_its_component_render(tmp_path: Path):
    declared, context, template = examples("Add a macro and its component")
    macro = eval(f"{{{declared}}}", vars(macros).copy())["one_phrase"]  # noqa: S307
    phrase = next(iter(SITE.phrases.values()))
    (call,) = page(body=f'{{{{ one_phrase("{phrase.id}") }}}}\n').calls
    assert list(macro.texts(SITE, page(), call)) == [phrase.say]
    names = vars(contexts).copy()
    exec(context, names)  # noqa: S102
    (tmp_path / "one-phrase").mkdir()
    (tmp_path / "one-phrase/one-phrase.html").write_text(template)
    shown = Components(tmp_path, INTERFACE).render("one-phrase", **names["one_phrase"](PageContext(SITE, page()), phrase.id))
    assert shown.startswith(f'<p class="one-phrase" id="phrase-{phrase.id}">')


def test_check_reports_what_breaks_it():
    (example,) = examples("Add a check")
    names = vars(data).copy()
    exec(example, names)  # noqa: S102
    assert reported(names["titles_do_not_shout"](site(page(title="Now!"), page("b.md")))) == [
        "docs/a.md:1: The title shouts. End it without '!'."
    ]
