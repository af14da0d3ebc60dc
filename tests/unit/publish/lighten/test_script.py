"""Modules become one, each with names of its own; what scripts may bring onto a page is read from their words."""

import pytest

from sitekit.publish.lighten.script import brought, joined, small


def join(**modules) -> str:
    """Join modules by name; all are given, in order."""
    texts = {f"{name}.js": text for name, text in modules.items()}
    return joined(texts, texts.__getitem__)


def test_a_module_that_fails_stops_no_other():
    assert join(a="let x = 1;", b="let x = 2;") == "try{let x = 1;}catch(e){setTimeout(()=>{throw e})}\ntry{let x = 2;}catch(e){setTimeout(()=>{throw e})}\n"


def test_an_imported_module_runs_first_and_once():
    text = join(a='import { x as y, z } from "./c.js";\ny(z);', b='import "./c.js";', c="export const x = 1, z = 2;")
    assert text.startswith("const m0=(()=>{const x = 1, z = 2;\nreturn{x,z}})();\ntry{const{x:y,z}=m0;\ny(z);}")
    assert text.count("const x") == 1


def test_a_module_returns_what_it_exports():
    assert join(a="export function x() {}") == "const m0=(()=>{function x() {}\nreturn{x}})();\n"


@pytest.mark.parametrize("text, told", [
    ("export default 1;", "only 'export const'"),
    ("const a = 1; export { a };", "only 'export const'"),
    ('import a from "./a.js";', "circle"),
    ('import a from "lib";', "no file beside it"),
    ("let = = 1", "no JavaScript"),
], ids=["default", "list", "circle", "bare", "broken"])
def test_what_cannot_be_joined_is_told(text, told):
    with pytest.raises(ValueError, match=told):
        join(a=text)


@pytest.mark.parametrize("text, less", [
    ("// why\nlet a = 1; // more\n\n  let b;", "let a=1,b"),
    ('let a = "// no  comment";', 'let a="// no  comment"'),
    ("let a = `\n  //  ${b}\n`;", "let a=`\n  //  ${b}\n`"),
    ("let a = /\\/\\/  x/;", "let a=/\\/\\/  x/"),
], ids=["comments", "string", "template", "pattern"])
def test_comments_and_space_go_and_texts_stay(text, less):
    assert small(text) == less


@pytest.mark.parametrize("text, names, attributes", [
    ('node.classList.add("is-open", "new");', {"is-open", "new"}, set()),
    ('node.classList.toggle("is-open", this.state);', {"is-open"}, set()),
    ('node.className = "a b";', {"a", "b"}, set()),
    ('Object.assign(node, { id: "a", hidden: true });', {"a"}, {"hidden"}),
    ('node.setAttribute("aria-busy", "true");', set(), {"aria-busy"}),
    ('node.setAttribute("class", "a");', {"a"}, {"class"}),
    ("node.dataset.pageAddress = 1;", set(), {"data-page-address"}),
    ("node.hidden = true;", set(), {"hidden"}),
    ('document.querySelector(".asked").textContent = "Some words";', set(), {"textContent"}),
    ('const state = "is-open"; node.classList.add(state);', {"is-open"}, {"is-open"}),
    ('node.innerHTML = "<b class=new>";', {"b", "class", "new"}, {"b", "class", "new"}),
], ids=["class", "toggled", "className", "assigned", "attribute", "as attribute", "dataset", "property", "asked for", "by a variable", "markup"])
def test_what_a_script_may_bring(text, names, attributes):
    found = brought(text)
    assert (found.names, found.attributes) == (names, attributes)


def test_elements_that_a_script_makes():
    assert brought('const item = document.createElement("li");').tags == {"li"}
