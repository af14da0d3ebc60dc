"""The loader reads every source into the site, and reports what it cannot read."""

import pytest

from sitekit.models.practice import Practice
from sitekit.sources.loader import load


def messages(good) -> list[str]:
    return [str(problem) for problem in load(good)[1]]


def test_every_source_becomes_a_part_of_the_site(good):
    (good / "docs/CNAME").write_text("trust.example\n")
    (good / "data/note.yml").write_text("- {id: own, title: T, ask: A?, room: 9}\n")
    site, problems = load(good)
    assert problems == []
    assert {
        name: sorted(getattr(site, name))
        for name in (
            "pages",
            "checklists",
            "phrases",
            "claims",
            "pictures",
            "calls_to_action",
            "note_parts",
            "wording_rules",
            "search_terms",
            "moments",
            "emails",
            "redirects",
            "files",
        )
    } == {
        "pages": ["help.md", "index.md", "strategies/listening.md"],
        "checklists": ["listening"],
        "phrases": ["slow-down"],
        "claims": ["elliott-2018"],
        "pictures": ["ear"],
        "calls_to_action": ["strategies/listening.md"],
        "note_parts": ["own"],
        "wording_rules": ["officialese"],
        "search_terms": ["strategies/listening.md"],
        "moments": ["booked"],
        "emails": ["booked"],
        "redirects": ["/strategies/hearing/", "/strategies/listening/#short"],
        "files": ["CNAME", "assets/pictures/ear.svg"],
    }
    assert (sorted(site.helplines.countries), [term.term for term in site.terms], site.practice.country) == (["us"], ["empathy"], "us")
    assert (site.custom_domain, site.site_url.default, [entry.path for entry in site.nav]) == (
        "trust.example",
        "http://127.0.0.1:8000/",
        ["index.md", "help.md", "strategies/listening.md"],
    )
    assert site.drawings["ear"].startswith("<svg ")
    assert [(entry.address, entry.line) for entry in site.published_urls][:2] == [("/", 2), ("/help/", 3)]
    assert (site.ratings, site.unreadable) == ((), frozenset())


def test_lines_of_records_and_pages_count_from_the_top_of_the_file(good):
    site = load(good)[0]
    page = site.pages["index.md"]
    assert (page.meta.path, page.meta.line("title"), page.meta.line("kind"), page.blocks[0].line) == ("docs/index.md", 2, 4, 8)
    found = site.checklists["listening"]
    assert (found.path, found.line("items"), found.items[0].line("client")) == ("data/checklists/listening.yml", 2, 4)
    assert (site.redirects["/strategies/listening/#short"].path, site.redirects["/strategies/listening/#short"].line("new")) == (
        "data/redirects.yml",
        4,
    )


def test_missing_cname_is_an_empty_custom_domain(good):
    assert load(good)[0].custom_domain == ""


@pytest.mark.parametrize("name", ["x.html", "x.HTM", "a/x.markdown"])
def test_file_that_would_be_published_unchecked_is_reported(good, name):
    (good / "docs" / name).parent.mkdir(exist_ok=True)
    (good / "docs" / name).write_text("x")
    assert messages(good) == [f"docs/{name}:1: This file would be published unchecked. Write it as a page, name.md, or remove it."]


@pytest.mark.parametrize(
    "name, text, problem, unreadable",
    [
        (
            "Fair.yml",
            "title: x\n",
            "1: 'Fair' is not a valid id. Name the file with lower-case words joined by hyphens, as short-name.yml.",
            set(),
        ),
        ("fair.yml", "title: x\n", "1: The key 'items' is missing. Add 'items: …' here.", {("checklist", "fair")}),
        ("fair.yml", "[\n", None, {("checklist", "fair")}),
    ],
)
def test_invalid_checklist_is_reported_and_unreadable(good, name, text, problem, unreadable):
    (good / "data/checklists" / name).write_text(text)
    site, problems = load(good)
    assert (len(problems), site.unreadable, sorted(site.checklists)) == (1, unreadable, ["listening"])
    assert problem is None or str(problems[0]) == f"data/checklists/{name}:{problem}"


@pytest.mark.parametrize(
    "text, problem",
    [
        ("[\n", "2: This is not valid YAML: expected node content. Check the spaces, colons and quotes on this line and the one above."),
        ("countries: {}\n", "1: The key 'elsewhere' is missing. Add 'elsewhere: …' here."),
        ("- x\n", "1: Keys with values are expected here. Write keys such as 'countries: …'."),
    ],
)
def test_unreadable_help_lines_define_any_country(good, text, problem):
    (good / "data/helplines.yml").write_text(text)
    site, problems = load(good)
    assert (site.helplines, site.unreadable, [str(one) for one in problems]) == (
        None,
        {("country", "*")},
        [f"data/helplines.yml:{problem}"],
    )


def test_file_that_is_no_yaml_is_no_checklist(good):
    (good / "data/checklists/notes.txt").write_text("title: x\n")
    assert messages(good) == ["data/checklists/notes.txt:1: No part of the site reads this file. Correct its name or folder, or remove it."]


def test_missing_drawing_is_reported_and_its_picture_kept(good):
    (good / "docs/assets/pictures/ear.svg").unlink()
    site, problems = load(good)
    assert [str(problem) for problem in problems] == [
        "docs/assets/pictures/ear.svg:1: This file is missing. Put it back, or take it from the original project."
    ]
    assert list(site.pictures) == ["ear"] and site.drawings == {}


def test_templates_are_read(good):
    (good / "overrides").mkdir()
    (good / "overrides/main.html").write_text("<a href=\"{{ 'help/' | url }}\">Help</a>")
    (good / "overrides/bad.html").write_text("{{ a( }}")
    (good / "overrides/other.html").write_text('<img src="/a.png">')
    site, problems = load(good)
    assert [(mention.path, mention.text, mention.what) for mention in site.references if mention.path != "mkdocs.yml"] == [
        ("overrides/main.html", "help/", "linked"),
        ("overrides/other.html", "/a.png", "fetched"),
    ]
    assert [str(problem) for problem in problems] == [
        "overrides/bad.html:1: This template is broken: unexpected '}', expected ')'. Correct the template's syntax on this line."
    ]


def test_settings_add_references(good):
    assert [(mention.path, mention.text) for mention in load(good)[0].references] == [("mkdocs.yml", "components/base/tokens.css")]


PRACTICE = [
    ("", [], None),
    (
        "name: A\nclient: x\nPatients: y\n",
        [
            f"practice.yml:{line}: '{key}' would be about a client, and this file is published. Remove it. Nothing about a client belongs here."
            for line, key in ((2, "client"), (3, "Patients"))
        ],
        "A",
    ),
    ("- x\n", ["practice.yml:1: Keys with values are expected here. Write keys such as 'name: …'."], None),
    ("name: A\nlogo: assets/gone.png\n", None, "A"),
]


@pytest.mark.parametrize("text, problems, name", PRACTICE)
def test_key_about_a_client_is_reported(good, text, problems, name):
    (good / "practice.yml").write_text(text)
    assert load(good)[0].practice.name == name
    if problems is not None:
        assert messages(good) == problems
    else:
        (problem,) = messages(good)
        assert problem.startswith("practice.yml:2: ")


def test_practice_file_is_optional_and_may_come_from_any_editor(good):
    (good / "practice.yml").unlink()
    assert (load(good)[0].practice.model_dump(), messages(good)) == (Practice().model_dump(), [])
    (good / "practice.yml").write_bytes(b"\xef\xbb\xbfname: A\r\n")
    assert (load(good)[0].practice.name, messages(good)) == ("A", [])
    (good / "practice.yml").write_text("[\n")
    assert (load(good)[0].practice.model_dump(), len(messages(good))) == (Practice().model_dump(), 1)


@pytest.mark.parametrize("name", ["practice.yml.txt", "practice.yaml", "Practice.yml"])
def test_misnamed_practice_file_is_reported(good, name):
    (good / name).write_text("name: A\n")
    assert messages(good) == [f"{name}:1: This file is not read. Name it practice.yml, or remove it where there is one already."]


def test_symlink_is_no_logo(good):
    (good / "practice.yml").write_text("name: A\nlogo: assets/logo.png\n")
    (good / "docs/assets/logo.png").write_bytes(b"\x89PNG\r\n\x1a\nIEND\xaeB`\x82")
    assert messages(good) == []
    (good / "docs/assets/logo.png").rename(good / "logo.png")
    (good / "docs/assets/logo.png").symlink_to(good / "logo.png")
    assert "practice.yml:2: There is no file 'docs/assets/logo.png'. Put the logo there, or correct the path." in messages(good)


RATING = """page: help.md
rater: {}
date: 2026-11-23
audience: A
objective: O
message: M
pemat: {{1: "yes. It does."}}
cci: {{1: "yes. It does."}}
fingerprint: f
"""


def test_every_yaml_file_of_ratings_is_read(good):
    (good / "editorial/ratings").mkdir(parents=True)
    for rater in "ab":
        (good / f"editorial/ratings/{rater}.yml").write_text(RATING.format(rater))
    (good / "editorial/ratings/README.md").write_text("How we rate.\n")
    site, problems = load(good)
    assert ([rating.rater for rating in site.ratings], problems) == (["a", "b"], [])


def test_rating_that_is_no_yaml_is_reported_once(good):
    (good / "editorial/ratings").mkdir(parents=True)
    (good / "editorial/ratings/a.yml").write_text("[\n")
    assert [problem.split(":")[:2] for problem in messages(good)] == [["editorial/ratings/a.yml", "2"]]


def test_invalid_rating_and_unread_file_are_reported(good):
    (good / "editorial/ratings").mkdir(parents=True)
    (good / "editorial/ratings/x.yml").write_text("page: help.md\n")
    (good / "data/extra.yml").write_text("a: 1\n")
    problems = messages(good)
    assert problems[0] == "data/extra.yml:1: No part of the site reads this file. Correct its name or folder, or remove it."
    assert problems[1:] and all(problem.startswith("editorial/ratings/x.yml:1: The key ") for problem in problems[1:])
    assert load(good)[0].ratings == ()


def test_comments_and_empty_lines_are_no_published_urls(good):
    (good / "data/published-urls.txt").write_text("# x\n\n /a/ \n/b/#c\n")
    assert [(entry.address, entry.line) for entry in load(good)[0].published_urls] == [("/a/", 3), ("/b/#c", 4)]


def test_missing_list_of_published_urls_is_empty(good):
    (good / "data/published-urls.txt").unlink()
    assert load(good)[0].published_urls == ()


def test_second_redirect_of_a_url_is_reported(good):
    with (good / "data/redirects.yml").open("a") as redirects:
        redirects.write("- old: /strategies/hearing/\n  new: /\n")
    assert messages(good) == ["data/redirects.yml:5: '/strategies/hearing/' is used twice, first on line 1. Keep one of the two."]


def test_interface_words_are_loaded_by_key(good):
    (good / "data/interface.yml").write_text("# Words.\nmenu: Menu\nhelp_now: ' Help now '\n")
    site, problems = load(good)
    assert (site.interface, problems) == ({"menu": "Menu", "help_now": "Help now"}, [])


@pytest.mark.parametrize(
    "text, problem, interface",
    [
        ("- menu\n", "1: Keys with values are expected here. Write keys such as 'menu: Menu'.", {}),
        (
            "menu: Menu\nHelp-now: x\n",
            "2: 'Help-now' is not a valid key. Write lower-case words joined by underscores, as help_now.",
            {"menu": "Menu"},
        ),
        ("menu:\n", "1: 'menu' is empty. Write some words after the colon.", {}),
        ("menu: ' '\n", "1: 'menu' is empty. Write some words after the colon.", {}),
        ("menu: true\n", "1: 'menu' must be text, and 'True' is not. Put quotes around it.", {}),
        ("menu: Menu\nmenu: Menus\n", "2: The key 'menu' is written twice, first on line 1. Keep one of the two.", {"menu": "Menu"}),
    ],
)
def test_invalid_interface_words_are_reported(good, text, problem, interface):
    (good / "data/interface.yml").write_text(text)
    assert messages(good) == [f"data/interface.yml:{problem}"]
    assert load(good)[0].interface == interface


def test_missing_interface_words_are_reported(good):
    (good / "data/interface.yml").unlink()
    assert messages(good) == ["data/interface.yml:1: This file is missing. Put it back, or take it from the original project."]
