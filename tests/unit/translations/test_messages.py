"""The texts of a source file, and the file with translations in their place."""

from sitekit.sources.assets import from_right_to_left
from sitekit.translations.messages import structure, translate_data, translate_page, translate_svg
from sitekit.translations.mirror import mirrored

PAGE = """---
title: Words
description: "Words: to say."
kind: about
---
**Say *no*.**

## In short {#in-short}

- You can ask. {{ cite("a") }}
- You can [wait](wait.md).

{{ sources() }}

| Sign | Say |
|---|---|
| Red | Stop |

```
code
```
"""


def upper(context: str, text: str) -> str:
    return text.upper() if "{" not in text and "(" not in text else text


def test_page_is_translated_in_its_title_description_headings_paragraphs_items_and_cells():
    assert (
        translate_page(PAGE, upper)
        == """---
title: WORDS
description: 'WORDS: TO SAY.'
kind: about
---
**SAY *NO*.**

## IN SHORT {#in-short}

- You can ask. {{ cite("a") }}
- You can [wait](wait.md).

{{ sources() }}

| SIGN | SAY |
|---|---|
| RED | STOP |

```
code
```
"""
    )


def test_messages_of_a_page_have_their_section_and_number_as_context():
    found = []
    translate_page(PAGE, lambda context, text: found.append((context, text)) or text)
    assert found == [
        ("title", "Words"),
        ("description", "Words: to say."),
        ("top 1", "**Say *no*.**"),
        ("in-short 1", "In short"),
        ("in-short 2", 'You can ask. {{ cite("a") }}'),
        ("in-short 3", "You can [wait](wait.md)."),
        ("in-short 4", "Sign"),
        ("in-short 5", "Say"),
        ("in-short 6", "Red"),
        ("in-short 7", "Stop"),
    ]


def test_data_are_translated_at_the_keys_that_hold_texts_alone():
    found = []
    data = {"countries": {"us": {"name": "United States", "lines": [{"id": "us-988", "note": "Free.", "call": "988"}]}}}
    translated = translate_data(data, frozenset({"name", "note"}), lambda context, text: found.append(context) or f"<{text}>")
    assert translated == {"countries": {"us": {"name": "<United States>", "lines": [{"id": "us-988", "note": "<Free.>", "call": "988"}]}}}
    assert found == ["countries.us.name", "countries.us.lines.us-988.note"]


def test_each_of_several_names_is_a_message():
    assert translate_data([{"term": "consent", "also": ["a", "b"]}], frozenset({"also"}), lambda context, _: context) == [
        {"term": "consent", "also": ["consent.also.0", "consent.also.1"]}
    ]


def test_words_in_a_drawing_are_translated_and_escaped():
    assert translate_svg('<svg><text x="1">You &amp; I</text></svg>', lambda context, text: f"{context} <{text}>") == (
        '<svg><text x="1">1 &lt;You &amp; I&gt;</text></svg>'
    )


def test_message_keeps_its_fields_and_placeholders_and_translates_both_sides_of_a_choice():
    assert structure("{Your session|Our visit} on [day]: {page: a.md} {minutes} [see](b.md)") == {
        ("pair of words", "|"): 1,
        ("field", "[day]"): 1,
        ("placeholder", "{page: a.md}"): 1,
        ("placeholder", "{minutes}"): 1,
        ("link", "b.md"): 1,
    }


def test_drawing_of_a_script_from_right_to_left_is_mirrored_and_its_words_are_not():
    drawing = '<svg viewBox="0 0 340 90"><g text-anchor="middle"><text x="20">One</text></g><text x="60" y="5">Two</text></svg>'
    assert mirrored(drawing) == (
        '<svg viewBox="0 0 340 90"><g transform="translate(340 0) scale(-1 1)">'
        '<g text-anchor="middle"><text x="20" text-anchor="middle" transform="translate(40 0) scale(-1 1)">One</text></g>'
        '<text x="60" y="5" text-anchor="end" transform="translate(120 0) scale(-1 1)">Two</text></g></svg>'
    )


def test_words_in_such_a_drawing_keep_their_full_stop_at_their_end():
    assert from_right_to_left('<text x="1">سطر.</text>') == '<text x="1">&#x2067;سطر.&#x2069;</text>'
