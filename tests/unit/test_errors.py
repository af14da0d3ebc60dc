from sitekit.errors import Problem, excerpt, nearest, suggest


def test_problem_is_printed_as_path_line_message_and_hint():
    problem = Problem("docs/index.md", 3, "Unknown key 'titel'", "Did you mean 'title'?")
    assert str(problem) == "docs/index.md:3: Unknown key 'titel'. Did you mean 'title'?"


def test_nearest_name_is_suggested():
    assert suggest("titel", ["kind", "title"]) == "Did you mean 'title'?"


def test_names_are_listed_where_none_is_near():
    assert suggest("colour", ["kind", "title"]) == "Use one of: kind, title."


def test_long_list_of_names_is_counted():
    assert suggest("zzz", [f"page-{n}" for n in range(13)], "page") == "Look up the right page; there are 13."


def test_no_names_to_choose_from_is_reported():
    assert suggest("x", [], "phrase") == "There is no phrase yet; add it first."


def test_quoted_source_neither_breaks_the_line_nor_controls_the_terminal():
    problem = Problem("data/x.yml", 1, "Unknown key 'a\n::error::b\x1b[31m\u202e'", "Remove it.")
    assert str(problem) == "data/x.yml:1: Unknown key 'a\\n::error::b\\x1b[31m\\u202e'. Remove it."


def test_excerpt_is_one_line_of_40_characters_at_most():
    assert excerpt("a\n b") == "a b"
    assert excerpt("x" * 41) == "x" * 39 + "…"


def test_lines_to_paste_are_printed_below_the_problem_each_on_one_line():
    assert str(Problem("a.txt", 1, "M", "Add:", ("- old: /a\nb/", "  new: /c/"))) == "a.txt:1: M. Add:\n- old: /a\\nb/\n  new: /c/"


def test_path_with_another_last_part_is_not_near():
    assert nearest("/strategies/authenticity/", ["/strategies/empathy/"]) is None
    assert nearest("strategies/authentic.md", ["strategies/empathy.md", "strategies/authenticity.md"]) == "strategies/authenticity.md"
    assert nearest("/qr/s/elsewhere.png", ["/qr/s/other.png"]) is None
