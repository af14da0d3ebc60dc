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


def test_sound_pages_have_no_problems(build):
    assert build(home="<a href='a/#top-of'>a</a><a href='/p/a/'>a</a><a href='https://y.example/'>y</a>", a="<a href='..'>up</a>") == []


def test_a_dead_address_is_told(build):
    assert build(home="<a href='nowhere/'>x</a>") == [
        "site/index.html:1: The address 'nowhere/' leads nowhere. Mend the link where it is written."
    ]


def test_a_dead_anchor_is_told(build):
    assert build(home="<a href='#nowhere'>x</a>") == [
        "site/index.html:1: The anchor '#nowhere' leads nowhere. Mend the link where it is written."
    ]


def test_an_address_outside_the_prefix_is_dead(build):
    assert len(build(home="<a href='/a/'>x</a>", a="")) == 1


def test_our_own_full_address_is_followed(build):
    assert len(build(home="<link rel='canonical' href='https://x.example/p/gone/'>")) == 1


def test_a_raw_macro_is_told(build):
    assert build(home="<p>{{ cards() }}</p>")[0].startswith("site/index.html:1: '{{' is left on the page.")


def test_two_titles_are_told(build):
    assert build(home="<h1>Again</h1>") == ["site/index.html:1: The page has 2 main headings. Keep one title, in front matter."]


def test_a_page_that_says_it_lives_elsewhere_is_told(build):
    assert build(home="<link rel='canonical' href='https://original.example/p/'>") == [
        "site/index.html:1: The page says that it lives at 'https://original.example/p/', and the site will live at 'https://x.example/p/'. "
        "Build the address from site_url, in the template that writes it."
    ]
