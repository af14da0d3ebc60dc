"""Which functions of a module are rules; entries that repeat an earlier one."""

from types import ModuleType

from sitekit.checks.reporting import repeats, rules_of


def test_each_repeat_is_returned_with_the_first_entry_of_its_key():
    assert list(repeats([("a", 1), ("b", 2), ("a", 3), ("a", 4)])) == [(3, 1), (4, 1)]


def test_rules_are_the_public_functions_from_a_site_to_problems():
    module = ModuleType("example")
    exec(  # noqa: S102
        "from collections.abc import Iterator\n"
        "from sitekit.errors import Problem, suggest\n"
        "from sitekit.models.site import Site\n"
        "def titles_are_short(site: Site) -> Iterator[Problem]: ...\n"
        "def ids_are_unique(site: Site) -> Iterator[Problem]: ...\n"
        "def _ids(site: Site) -> Iterator[Problem]: ...\n"
        "def heading_problems(page: object) -> Iterator[Problem]: ...\n"
        "def advice(site: Site) -> list[Problem]: ...\n",
        module.__dict__,
    )
    assert [rule.__name__ for rule in rules_of(module)] == ["titles_are_short", "ids_are_unique"]
