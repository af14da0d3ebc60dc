"""Links that a page's macros write."""

import pytest

from sitekit.render.page_context import PageContext
from tests.unit.smallest import page, site


@pytest.mark.parametrize(
    "here, there, href",
    [
        ("index.md", "strategies/empathy.md", "strategies/empathy/"),
        ("strategies/empathy.md", "strategies/index.md", "../"),
        ("strategies/index.md", "strategies/empathy.md", "empathy/"),
        ("strategies/empathy.md", "index.md", "../../"),
        ("why-trust.md", "index.md", "../"),
        ("why-trust.md", "why-trust.md", "./"),
    ],
)
def test_link_is_relative_so_that_it_holds_under_any_prefix(here, there, href):
    assert PageContext(site(), page(here)).href(page(there)) == href


@pytest.mark.parametrize("here, href", [("index.md", "links.csv"), ("a.md", "../links.csv"), ("a/b.md", "../../links.csv")])
def test_file_link_counts_from_the_root(here, href):
    assert PageContext(site(), page(here)).file_href("links.csv") == href


def test_links_count_from_the_base_where_one_is_given():
    here = PageContext(site(), page("a/b.md"), base="a/")
    assert [here.href(page("c.md")), here.file_href("links.csv")] == ["../c/", "../links.csv"]
