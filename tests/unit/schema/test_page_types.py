"""Each kind of page has a page type."""

from typing import get_args

import pytest

from sitekit.models.page import Kind
from sitekit.schema.macros import MACROS
from sitekit.schema.page_types import LEFT, PAGE_TYPES_BY_KIND


def test_every_kind_has_a_page_type():
    assert set(PAGE_TYPES_BY_KIND) == {*get_args(Kind), "invalid"}


def test_every_macro_of_a_section_exists():
    sections = [section for page_type in PAGE_TYPES_BY_KIND.values() for section in page_type.sections]
    assert {macro for section in sections for macro in section.macros} <= set(MACROS)


@pytest.mark.parametrize("text", ["TO DO: write this", "todo: ask Maya", "TBC", "XX pounds", "See Error! Reference source not found."])
def test_what_writers_leave_for_later_is_known(text):
    assert LEFT.search(text)


@pytest.mark.parametrize("text", ["What to do now", "Things to do: one", "El siglo XX", "a to-do list"])
def test_ordinary_words_are_not_left_for_later(text):
    assert not LEFT.search(text)
