"""Whoever goes from part to part of a page with a screen reader finds each part once, under a name of its own."""


def name(node, tree) -> str:
    label = node.get("aria-labelledby")
    return " ".join(tree.get_element_by_id(label).text_content().split()) if label else node.get("aria-label", "")


def test_there_is_one_bar_on_top_one_main_part_and_one_foot(path, page):
    for tag in ("header", "main", "footer"):
        assert len(page.tree.xpath(f"//{tag}[not(ancestor::article)]")) == 1, tag


def test_the_main_part_holds_the_text_and_not_the_menu(path, page):
    (main,) = page.tree.iter("main")
    assert main.xpath(".//article//h1")
    assert [name(nav, page.tree) for nav in main.iter("nav")] in ([], ["On this page"])


def test_every_navigation_has_a_name_of_its_own(path, page):
    names = [name(nav, page.tree) for nav in page.tree.iter("nav")]
    assert "" not in names and len(names) == len(set(names))


def test_no_text_stands_outside_the_parts(path, page):
    # What scripts put into the text waits in templates; what only speaks may speak from anywhere.
    within = "ancestor::header | ancestor::main | ancestor::footer | ancestor::nav | ancestor::template | self::*[@role='status']"
    assert [node for node in page.tree.find("body").iter("p", "ul", "ol", "h1", "h2", "h3") if not node.xpath(within)] == []
