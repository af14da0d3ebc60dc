"""What a page shows at first sight stands in it, what a state asks for comes later, what matches nothing goes."""

import pytest

from sitekit.publish.lighten.stylesheet import write_rules
from tests.unit.publish.lighten.reading import first, later, sorted_tiers


@pytest.mark.parametrize("css", [
    "p{color:red}", "body>p{color:red}", "p.a{color:red}", "[title]{color:red}", "[title^=x]{color:red}", "p:first-child{color:red}",
    "p:not(.b){color:red}", "p:is(.a,.b){color:red}", "p::before{color:red}", "p+b{color:red}", "@media screen{p{color:red}}",
])
def test_what_matches_is_shown_at_first_sight(css):
    assert first(css, '<p class=a title=xyz></p><b></b>') == css


@pytest.mark.parametrize("css", ["i{color:red}", "p p{color:red}", "p.b{color:red}", '[title^="y"]{color:red}', "p:not(.a){color:red}", "b+i{color:red}"])
def test_what_matches_nothing_goes(css):
    page = '<p class=a title=xyz></p><b></b>'
    assert (first(css, page), later(css, page)) == ("", "")


@pytest.mark.parametrize("css", [
    "p:hover{color:red}", "p:target{color:red}", "p::backdrop{color:red}", "@media print{p{color:red}}",
    "p{transition:color 1s}", "p{cursor:help}", "@media (prefers-reduced-motion){p{color:red}}",
])
def test_states_paper_and_motion_come_later(css):
    assert (first(css, "<p></p>"), later(css, "<p></p>")) == ("", css)


@pytest.mark.parametrize("css", ["p:focus-visible{outline:1px solid}", "p:focus{top:0}", "p:checked{background:red}"])
def test_the_answer_to_a_key_or_a_tick_cannot_wait(css):
    assert (first(css, "<p></p>"), later(css, "<p></p>")) == (css, "")


def test_what_the_browser_opens_by_itself_is_whole_at_once():
    css = "p:popover-open{color:red}"
    assert (first(css, "<p></p>"), later(css, "<p></p>")) == (css, "")


def test_an_answer_waits_with_what_it_answers():
    css = "p:focus{color:red}"
    assert (first(css, "<div hidden><p></p></div>"), later(css, "<div hidden><p></p></div>")) == ("", css)


def test_what_is_hidden_but_keeps_its_room_is_in_sight_and_nothing_in_it():
    page = "<div data-keeps-room hidden><p></p></div>"
    assert (first("div{height:1px}p{color:red}", page), later("div{height:1px}p{color:red}", page)) == ("div{height:1px}", "p{color:red}")


def test_what_shows_while_nothing_is_open_is_shown_at_first_sight():
    assert first("p:not(:popover-open){color:red}", "<p></p>") == "p:not(:popover-open){color:red}"


def test_a_rule_for_few_pages_comes_later_like_the_others():
    tiers = sorted_tiers("i:hover{color:red}", "<i></i>", *["<p></p>"] * 9)
    assert ([*filter(None, tiers.first.values())], write_rules(tiers.later)) == ([], "i:hover{color:red}")


def test_a_list_of_selectors_is_parted():
    css = "p,p:hover,i{color:red}"
    assert (first(css, "<p></p>"), later(css, "<p></p>")) == ("p{color:red}", "p:hover{color:red}")


def test_each_page_has_only_its_own():
    tiers = sorted_tiers("p{color:red}b{color:red}", "<p></p>", "<b></b>")
    assert [write_rules(rules) for rules in tiers.first.values()] == ["p{color:red}", "b{color:red}"]


@pytest.mark.parametrize("page", ["<div hidden><p></p></div>", "<details><summary></summary><p></p></details>"], ids=["hidden", "folded"])
def test_what_is_out_of_sight_comes_later(page):
    assert (first("p{color:red}", page), later("p{color:red}", page)) == ("", "p{color:red}")


def test_a_summary_is_in_sight():
    assert first("summary{color:red}", "<details><summary></summary></details>") == "summary{color:red}"


@pytest.mark.parametrize("css", [".chosen{color:red}", "p.chosen{color:red}", "[data-new]{color:red}", "p em{color:red}"])
def test_what_scripts_bring_comes_later(css):
    assert later(css, "<p></p>", comes=[".chosen", "[data-new"], made=["em"]) == css


@pytest.mark.parametrize("css, comes", [
    (".new{color:red}", True), ("article .new{color:red}", True), (".old .new i{color:red}", False), ("i .new{color:red}", False),
])
@pytest.mark.parametrize("where", ["", "data-in=old"])
def test_what_stands_in_a_template_comes_into_the_article_or_where_it_says(css, comes, where):
    page = f"<article><p class=old></p></article><template {where}><b class=new><i></i></b></template>"
    comes = comes or bool(where) and ".old" in css
    assert (first(css, page), later(css, page)) == ("", css if comes else "")


def test_what_scripts_bring_cannot_be_where_nothing_of_it_is():
    assert later("section.chosen{color:red}", "<p></p>", comes=[".chosen"]) == ""


class TestTheCascadeStaysWhole:
    """A rule that is put off must not win over rules that used to come after it."""

    def test_a_later_rule_of_equal_weight_is_said_again(self):
        assert later("a:hover{color:red}a.b{color:blue}", "<a class=b></a>") == "a:hover{color:red}a.b{color:blue}"

    def test_not_if_it_sets_something_else(self):
        assert later("a:hover{color:red}a.b{margin:0}", "<a class=b></a>") == "a:hover{color:red}"

    def test_a_shorthand_sets_the_same(self):
        assert later("a:hover{border-color:red}a.b{border:0}", "<a class=b></a>") == "a:hover{border-color:red}a.b{border:0}"

    def test_not_if_it_weighs_more_and_wins_anyway(self):
        assert later("a:hover{color:red}a.b.c{color:blue}", "<a class='b c'></a>") == "a:hover{color:red}"

    def test_not_if_no_element_is_meant_by_both(self):
        assert later("a:hover{color:red}p.b{color:blue}", "<a></a><p class=b></p>") == "a:hover{color:red}"

    def test_a_rule_before_it_needs_no_repeating(self):
        assert later("a.b{color:blue}a:hover{color:red}", "<a class=b></a>") == "a:hover{color:red}"

    def test_one_for_paper_and_one_for_screens_never_meet(self):
        assert later("@media print{a{color:red}}@media screen{a{color:blue}}", "<a></a>") == "@media print{a{color:red}}"


class TestCustomProperties:
    """A custom property stays where something asks for it."""

    def test_unasked_ones_go(self):
        assert first(":root{--a:1;--b:2}p{margin:var(--a)}", "<p></p>") == ":root{--a:1}p{margin:var(--a)}"

    def test_those_asked_by_asked_ones_stay(self):
        assert first(":root{--a:var(--b);--b:2}p{margin:var(--a)}", "<p></p>") == ":root{--a:var(--b);--b:2}p{margin:var(--a)}"

    def test_those_only_later_rules_ask_for_come_later(self):
        css = ":root{--a:1}p:hover{margin:var(--a)}"
        assert (first(css, "<p></p>"), later(css, "<p></p>")) == ("", css)

    def test_those_every_page_has_are_not_said_again(self):
        assert later(":root{--a:1}p,p:hover{margin:var(--a)}", "<p></p>") == "p:hover{margin:var(--a)}"

    def test_paper_may_set_anew_what_the_screen_asks_for(self):
        assert later(":root{--a:1}p{margin:var(--a)}@media print{:root{--a:2}}", "<p></p>") == "@media print{:root{--a:2}}"


@pytest.mark.parametrize("css, left", [
    ("p::before{top:0}.a::before{display:none}", ".a::before{display:none}"),
    ("p::before{top:0}p::after{display:none}", "p::before{top:0}p::after{display:none}"),
    ("p::before{top:0}@media screen{p::before{display:none}}", "p::before{top:0}@media screen{p::before{display:none}}"),
    ("p::before{top:0}.a::before{display:none}@media screen{p.a::before{display:block}}",
     "p::before{top:0}.a::before{display:none}@media screen{p.a::before{display:block}}"),
])
def test_what_is_said_of_a_box_that_never_shows_goes(css, left):
    assert first(css, "<p class=a></p>") == left


def test_an_animation_that_nothing_plays_goes():
    css = "@keyframes a{to{top:0}}@keyframes b{to{top:0}}p{animation:b 1s}"
    assert later(css, "<p></p>") == "@keyframes b{to{top:0}}p{animation:b 1s}"


def test_what_the_same_selector_says_anew_goes():
    assert first("p{margin-top:1px;color:red}p{margin:0}", "<p></p>") == "p{color:red}p{margin:0}"


def test_of_a_list_only_the_selectors_that_are_said_anew_go():
    assert first("p,b{margin:1px}p{margin:0}", "<p></p><b></b>") == "b{margin:1px}p{margin:0}"


@pytest.mark.parametrize("css, left", [
    ("p{color:red}.a{color:blue}", ".a{color:blue}"),
    (".a{color:red}.b{color:blue}", ".b{color:blue}"),
    (".a{margin-top:1px}.b{margin:0}", ".b{margin:0}"),
    ("@media screen{.a{color:red}}.a.b{color:blue}", ".a.b{color:blue}"),
    ("p{color:red!important}.a{color:blue}", "p{color:red!important}"),
])
def test_what_loses_on_every_element_goes(css, left):
    assert first(css, "<p class='a b'></p>") == left


@pytest.mark.parametrize("css", [
    "p{color:red}.a{color:blue}", "p{color:red}p:first-child{color:blue}", "p::before{color:red}.a{color:blue}",
])
def test_what_may_win_somewhere_stays(css):
    assert first(css, "<p></p><p class=a></p>") == css


def test_what_loses_only_until_a_script_takes_something_away_stays():
    assert first("p{color:red}.a{color:blue}", "<p class=a></p>", comes=[".a"]) == "p{color:red}.a{color:blue}"


def test_what_is_said_anew_only_on_some_screens_stays():
    css = "p{margin:1px}@media (min-width:1px){p{margin:0}}"
    assert first(css, "<p></p>") == css
