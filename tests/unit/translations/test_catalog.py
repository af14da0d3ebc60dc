"""Catalogues: what they answer, and how they follow a source that changes."""

import pytest

from sitekit.translations.catalog import Catalog, Message, updated

ES = """msgctxt "top 1"
msgid "Come as you are."
msgstr "Ven como eres."

#, fuzzy
msgctxt "top 2"
msgid "You set the pace."
msgstr "Tú marcas el ritmo."
"""


def test_translation_is_found_by_its_context_or_by_its_text_elsewhere():
    catalog = Catalog("a.po", ES)
    assert [catalog.translate(context, "Come as you are.") for context in ("top 1", "end 9")] == ["Ven como eres."] * 2
    assert catalog.is_current("end 9", "Come as you are.")


@pytest.mark.parametrize(
    "message, shown",
    [
        (Message("top 1", "Come as you are today."), "Ven como eres."),
        (Message("top 2", "You set the pace."), "Tú marcas el ritmo."),
        (Message("top 1", "Something quite different stands here."), "Something quite different stands here."),
        (Message("top 3", "New."), "New."),
    ],
    ids=["changed a little", "fuzzy", "changed altogether", "new"],
)
def test_text_that_has_changed_keeps_its_translation_where_it_is_alike_and_is_stale(message, shown):
    catalog = Catalog("a.po", ES)
    assert catalog.translate(*message) == shown
    assert not catalog.is_current(*message)


def test_file_that_is_no_catalogue_is_refused():
    with pytest.raises(ValueError, match="this is no comment, and no text in quotes"):
        Catalog("a.po", "Come as you are.\n")


def test_new_catalogue_has_an_empty_translation_for_each_message():
    assert updated(None, [Message("top 1", "Come.")], "es") == 'msgctxt "top 1"\nmsgid "Come."\nmsgstr ""\n\n'


def test_update_keeps_translations_marks_changed_texts_and_drops_what_is_gone():
    assert updated(ES, [Message("top 1", "Come just as you are.")], "es") == (
        '#, fuzzy\n#| msgid "Come as you are."\nmsgctxt "top 1"\nmsgid "Come just as you are."\nmsgstr "Ven como eres."\n\n'
    )
