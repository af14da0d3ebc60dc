"""Each kind of page has a page type."""

from typing import get_args

from sitekit.models.page import Kind
from sitekit.schema.macros import MACROS
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND


def test_every_kind_has_a_page_type():
    assert set(PAGE_TYPES_BY_KIND) == {*get_args(Kind), "invalid"}


def test_every_macro_of_a_section_exists():
    sections = [section for page_type in PAGE_TYPES_BY_KIND.values() for section in page_type.sections]
    assert {macro for section in sections for macro in section.macros} <= set(MACROS)
