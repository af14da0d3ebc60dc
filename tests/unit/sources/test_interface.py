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


def test_words_are_read_with_their_lines(good):
    (good / "data/interface.yml").write_text("# Words.\nclose: Close\nopen: Open {n}\n")
    site, problems = load(good)
    assert (site.interface, site.interface_lines, problems) == ({"close": "Close", "open": "Open {n}"}, {"close": 2, "open": 3}, [])


def test_keys_that_templates_cannot_use_and_empty_words_are_reported(good):
    (good / "data/interface.yml").write_text("Close: Close\ncopy: Copy\nopen:\n")
    assert [str(problem) for problem in load(good)[1]] == [
        "data/interface.yml:1: 'Close' is not fit for a key. Use lower-case words joined by '_', as note_title.",
        "data/interface.yml:2: 'copy' is not fit for a key. Use lower-case words joined by '_', as note_title.",
        "data/interface.yml:3: 'open' holds no words. Write the words after the key, in quotes.",
    ]
