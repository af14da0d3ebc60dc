"""Every file of HTML gets its policy first in its head, or nothing is changed and the fault is told where it is written."""

import pytest
from lxml import html

from sitekit.build.csp import apply_csp

PAGE = "<!doctype html><html><head><meta charset='utf-8'><meta name='referrer' content='no-referrer'><title>T</title></head><body>{}</body></html>"


@pytest.fixture
def lock(tmp_path):
    def run(**pages: str):
        for name, body in pages.items():
            (tmp_path / f"site/{name}.html").parent.mkdir(exist_ok=True)
            (tmp_path / f"site/{name}.html").write_text(PAGE.format(body))
        (tmp_path / "overrides").mkdir(exist_ok=True)
        return [str(problem) for problem in apply_csp(tmp_path / "site", tmp_path / "overrides", "https://x.example/trust/")]

    return run


def test_the_policy_comes_first_and_the_referrer_next(lock, tmp_path):
    assert lock(a="x") == []
    first, second, third, *_ = html.parse(str(tmp_path / "site/a.html")).find("head")
    assert (first.get("http-equiv"), first.get("content")) == (
        "Content-Security-Policy",
        "default-src 'none';style-src 'none';img-src 'self' data:;base-uri 'none';form-action 'none'",
    )
    assert (second.get("name"), second.get("content")) == ("referrer", "no-referrer")
    assert third.get("charset") == "utf-8"
    assert (tmp_path / "site/a.html").read_text().count("referrer") == 2


POLICY = "default-src 'none';style-src 'none';img-src 'self' data:;base-uri 'none';form-action 'none'"


def sealed(lock, folder, text: str) -> str:
    folder.mkdir()
    (folder / "a.html").write_text(text)
    assert lock() == []
    return (folder / "a.html").read_text()


def test_but_for_the_two_a_page_stays_as_it_was(lock, tmp_path):
    before, after = "<!doctype html><html lang=en><head>", "<meta charset=utf-8><title>Of <head></title><p>x & y"
    assert sealed(lock, tmp_path / "site", before + after) == (
        f'{before}<meta http-equiv=Content-Security-Policy content="{POLICY}"><meta name=referrer content=no-referrer>{after}'
    )


def test_a_page_that_writes_no_head_gets_one_with_the_two(lock, tmp_path):
    assert sealed(lock, tmp_path / "site", "<!doctype html><title>Čeština</title><p><textarea name=referrer></textarea>") == (
        f'<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"><meta name="referrer" content="no-referrer">'
        '<title>Čeština</title></head><body><p><textarea name="referrer"></textarea></p></body></html>'
    )


def test_hosts_are_told_the_same_below_the_sites_own_path(lock, tmp_path):
    assert lock(a="x") == []
    assert (tmp_path / "site/_headers").read_text().startswith("/trust/*\n")


def test_letters_of_any_script_and_the_text_of_scripts_stay(lock, tmp_path):
    words = '<p>Čeština, العربية, 😀 &lt;b&gt;</p><script type="application/json">{"a": "<b> & \'c\'"}</script>'
    assert lock(a=words) == []
    assert words in (tmp_path / "site/a.html").read_text()


def test_a_fault_on_many_pages_is_told_once_and_no_page_is_changed(lock, tmp_path):
    assert lock(a="<p onclick='x()'>x</p>", b="<p onclick='x()'>x</p>", c="x") == [
        "site/a.html:1: The attribute 'onclick' would run a script (and on 1 more page). Listen for it in a file in docs/assets/scripts."
    ]
    assert (tmp_path / "site/c.html").read_text() == PAGE.format("x")
    assert not (tmp_path / "site/_headers").exists()


def test_of_more_than_two_pages_all_but_the_first_are_counted(lock):
    assert lock(a="<iframe></iframe>", b="<iframe></iframe>", c="<iframe></iframe>") == [
        "site/a.html:1: <iframe> may not stand in a page (and on 2 more pages). Do without it, or link to what it would show."
    ]


def test_a_fault_of_a_template_is_told_where_it_is_written(lock, tmp_path):
    (tmp_path / "overrides/partials").mkdir(parents=True)
    (tmp_path / "overrides/partials/foot.html").write_text('<footer>\n  <p onclick="x()">x</p>\n</footer>\n')
    assert lock(a="<p onclick='x()'>x</p>") == [
        "overrides/partials/foot.html:2: The attribute 'onclick' would run a script. Listen for it in a file in docs/assets/scripts."
    ]


def test_all_faults_are_told_in_one_run(lock, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.css").write_text("p{background:url(https://x.example/a)}")
    assert [line.split(". ")[0] for line in lock(a="<iframe></iframe><p style='color:red'>x</p>", b="<script>x()</script>")] == [
        "site/a.html:1: <iframe> may not stand in a page",
        "site/a.html:1: The attribute 'style' is blocked: 'color:red'",
        "site/b.html:1: The script 'x()' in the page is not on the list of known ones",
        "site/a.css:1: 'https://x.example/a' would be fetched from elsewhere",
    ]


def test_a_stylesheet_that_fetches_from_elsewhere_says_what_to_do(lock, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.css").write_text("p{background:url(https://x.example/a)}")
    assert lock() == [
        "site/a.css:1: 'https://x.example/a' would be fetched from elsewhere. Keep the file in docs/assets, or do without it."
    ]
