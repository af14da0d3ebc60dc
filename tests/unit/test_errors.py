from sitekit.errors import Problem, suggest


def test_a_problem_reads_as_place_fault_and_mend():
    problem = Problem("docs/index.md", 3, "Unknown key 'titel'", "Did you mean 'title'?")
    assert str(problem) == "docs/index.md:3: Unknown key 'titel'. Did you mean 'title'?"


def test_the_nearest_name_is_offered():
    assert suggest("titel", ["kind", "title"]) == "Did you mean 'title'?"


def test_all_names_are_listed_where_none_is_near():
    assert suggest("colour", ["kind", "title"]) == "Use one of: kind, title."


def test_a_long_list_of_names_is_not_listed():
    assert suggest("zzz", [f"page-{n}" for n in range(13)], "page") == "Look up the right page; there are 13."


def test_nothing_to_choose_from_is_said():
    assert suggest("x", [], "phrase") == "There is no phrase yet; add it first."


def test_what_was_found_neither_breaks_the_line_nor_speaks_to_the_terminal():
    problem = Problem("data/x.yml", 1, "Unknown key 'a\n::error::b\x1b[31m\u202e'", "Remove it.")
    assert str(problem) == "data/x.yml:1: Unknown key 'a\\n::error::b\\x1b[31m\\u202e'. Remove it."
