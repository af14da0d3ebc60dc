"""Uses of interface words are found in templates and in Python."""

from sitekit.sources.interface import uses_in_python, uses_in_template
from sitekit.sources.loader import load


def test_uses_in_a_template_are_found_with_their_lines():
    text = '<p>{{ words.close }}\n{{ words("found", n=2) }}{{ words("kind_" ~ kind) }}{{ words.date(day) }}{{ page.words }}'
    found = {(use.key, use.line, use.is_prefix) for use in uses_in_template(text, "a.html")}
    assert found == {("close", 1, False), ("found", 2, False), ("kind_", 2, True)}


def test_template_that_cannot_be_parsed_uses_nothing():
    assert list(uses_in_template("{{ words.close", "a.html")) == []


def test_uses_in_python_are_found_with_their_lines():
    text = 'words("close")\nwords(f"kind_{kind}")\nwords(text)\nreadability.words("no")\n'
    found = {(use.key, use.line, use.is_prefix) for use in uses_in_python(text, "a.py")}
    assert found == {("close", 1, False), ("kind_", 2, True)}


def test_line_of_each_key_is_known(good):
    (good / "data/interface.yml").write_text("# Words.\nclose: Close\nopen: Open {n}\n")
    assert load(good)[0].interface_lines == {"close": 2, "open": 3}


def test_key_that_templates_cannot_use_is_reported(good):
    (good / "data/interface.yml").write_text("copy: Copy\n")
    assert [str(problem) for problem in load(good)[1]] == [
        "data/interface.yml:1: 'copy' is not a valid key. Write lower-case words joined by underscores, as help_now."
    ]


def test_uses_are_read_where_a_project_has_templates_and_code_of_its_own(good):
    assert load(good)[0].word_uses is None
    for file, text in {"overrides/a.html": "{{ words.close }}", "sitekit/a.py": 'words("open")'}.items():
        (good / file).parent.mkdir()
        (good / file).write_text(text)
    assert [(use.key, use.path, use.line) for use in load(good)[0].word_uses] == [
        ("close", "overrides/a.html", 1),
        ("open", "sitekit/a.py", 1),
    ]


def test_brace_that_is_no_place_and_html_are_reported(good):
    (good / "data/interface.yml").write_text('a: "{day"\nb: "{day.x}"\nc: <b>Skip</b>\nd: On {day}\n')
    shown = "which is no place to fill in and would be shown, or stop the build. Write plain words, and places as {name}."
    assert [str(problem) for problem in load(good)[1]] == [
        f"data/interface.yml:1: 'a' holds '{{day', {shown}",
        f"data/interface.yml:2: 'b' holds '{{day.x}}', {shown}",
        f"data/interface.yml:3: 'c' holds '<b>', {shown}",
    ]
