"""Dead links, leftovers of templates and wrong URLs of the site are reported."""

import pytest

from sitekit.build.verify import verify

HEAD = "<!doctype html><html><head><title>T</title></head><body><h1 id='top-of'>T</h1>"


@pytest.fixture
def build(tmp_path):
    def write(**pages: str):
        for name, body in pages.items():
            file = tmp_path / name.replace("__", "/") / "index.html" if name != "home" else tmp_path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(HEAD + body)
        return [str(problem) for problem in verify(tmp_path, "https://x.example/p/")]

    return write


def test_valid_pages_have_no_problems(build):
    assert build(home="<a href='a/#top-of'>a</a><a href='/p/a/'>a</a><a href='https://y.example/'>y</a>", a="<a href='..'>up</a>") == []


def test_dead_link_is_reported(build):
    assert build(home="<a href='nowhere/'>x</a>") == [
        "site/index.html:1: The address 'nowhere/' leads nowhere. Fix the link where it is written."
    ]


def test_dead_anchor_is_reported(build):
    assert build(home="<a href='#nowhere'>x</a>") == [
        "site/index.html:1: The anchor '#nowhere' leads nowhere. Fix the link where it is written."
    ]


def test_link_outside_the_prefix_is_reported(build):
    assert len(build(home="<a href='/a/'>x</a>", a="")) == 1


def test_full_url_of_ours_is_verified(build):
    assert len(build(home="<link rel='canonical' href='https://x.example/p/gone/'>")) == 1


def test_unrendered_macro_is_reported(build):
    assert build(home="<p>{{ cards() }}</p>")[0].startswith("site/index.html:1: '{{' is left on the page.")


def test_second_main_heading_is_reported(build):
    assert build(home="<h1>Again</h1>") == ["site/index.html:1: The page has 2 main headings. Keep one title, in front matter."]


def test_page_with_the_url_of_another_site_is_reported(build):
    assert build(home="<link rel='canonical' href='https://original.example/p/'>") == [
        "site/index.html:1: The page gives 'https://original.example/p/' as its URL, and the site will live at 'https://x.example/p/'. "
        "Build the URL from site_url, in the template that writes it."
    ]


def test_address_that_cannot_be_read_is_reported(build):
    assert build(home="<a href='https://[yoursite].com'>x</a>") == [
        "site/index.html:1: The address 'https://[yoursite].com' cannot be read. Fix the link where it is written."
    ]
