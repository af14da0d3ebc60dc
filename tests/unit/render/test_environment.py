"""The environment of components: what a template may rely on."""

import pytest
from jinja2 import UndefinedError

from sitekit.render.environment import Components


def rendered(folder, template: str, **values) -> str:
    (folder / "box").mkdir()
    (folder / "box/box.html").write_text(template)
    return Components(folder, {"locale": "en", "close": "Close & go"}).render("box", **values)


def test_values_and_words_are_escaped(tmp_path):
    assert rendered(tmp_path, "<p>{{ text }} {{ words.close }}</p>", text="<b>") == "<p>&lt;b&gt; Close &amp; go</p>"


def test_line_breaks_between_tags_are_dropped_and_others_kept(tmp_path):
    template = "\n<ul>\n  {% for one in found %}\n    <li>{{ one }}</li>\n  {% endfor %}\n</ul>\n"
    assert rendered(tmp_path, template, found=["a\n\nb", "c"]) == "<ul><li>a\n\nb</li><li>c</li></ul>"


def test_undefined_value_is_an_error(tmp_path):
    with pytest.raises(UndefinedError):
        rendered(tmp_path, "<p>{{ txet }}</p>", text="a")


def test_file_of_a_folder_is_rendered_by_its_path(tmp_path):
    (tmp_path / "note").mkdir()
    (tmp_path / "note/sheet.html").write_text("<p>A</p>")
    assert Components(tmp_path, {}).render("note/sheet") == "<p>A</p>"


def test_groups_keep_the_order_of_the_items(tmp_path):
    template = "{% for kind, several in found | grouped('kind') %}<p>{{ kind }}{{ several | length }}</p>{% endfor %}"
    assert rendered(tmp_path, template, found=[{"kind": "z"}, {"kind": "a"}, {"kind": "z"}]) == "<p>z2</p><p>a1</p>"
