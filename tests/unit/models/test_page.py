"""A page knows its URL, and is kept with what can be used of invalid front matter."""

import pytest

from sitekit.models.page import PageMeta
from tests.unit.smallest import page


@pytest.mark.parametrize("path, url", [("index.md", ""), ("a/index.md", "a/"), ("a.md", "a/"), ("a/b.md", "a/b/")])
def test_url_is_a_folder(path, url):
    assert page(path).url == url


def test_arguments_of_a_macro_are_in_order():
    found = page(body='{{ cite("b") }} {{ cite("a") }}\n\n{{ phrases("x", "y") }}\n')
    assert (found.arguments("cite"), found.arguments("phrases"), found.arguments("gone")) == (("b", "a"), ("x", "y"), ())


@pytest.mark.parametrize(
    "value, kind, see_also",
    [
        (None, "invalid", ()),
        ({"kind": "abuot", "see_also": "x.md"}, "invalid", ()),
        ({"kind": ["help"]}, "invalid", ()),
        ({"kind": "help", "see_also": ["a.md", 7]}, "help", ("a.md", "7")),
    ],
)
def test_usable_part_of_invalid_front_matter_is_kept(value, kind, see_also):
    meta = PageMeta.from_invalid(value)
    assert (meta.kind, meta.see_also, meta.title) == (kind, see_also, "")
