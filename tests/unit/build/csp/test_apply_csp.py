"""Every HTML file gets its policy first in its head, or nothing is changed and violations are reported where they are written."""

import pytest
from lxml import html

from sitekit.build.csp import apply_csp

PAGE = "<!doctype html><html><head><meta charset='utf-8'><title>T</title></head><body>{}</body></html>"


@pytest.fixture
def apply(tmp_path):
    def run(**pages: str):
        for name, body in pages.items():
            (tmp_path / f"site/{name}.html").parent.mkdir(exist_ok=True)
            (tmp_path / f"site/{name}.html").write_text(PAGE.format(body))
        (tmp_path / "overrides").mkdir(exist_ok=True)
        return [str(problem) for problem in apply_csp(tmp_path / "site", tmp_path / "overrides", "https://x.example/trust/")]

    return run


def test_policy_comes_first_and_referrer_second(apply, tmp_path):
    assert apply(a="x") == []
    first, second, third, *_ = html.parse(str(tmp_path / "site/a.html")).find("head")
    assert (first.get("http-equiv"), first.get("content")) == (
        "Content-Security-Policy",
        "default-src 'none';style-src 'none';img-src 'self' data:;base-uri 'none';form-action 'none'",
    )
    assert (second.get("name"), second.get("content")) == ("referrer", "no-referrer")
    assert third.get("charset") == "utf-8"
    assert (tmp_path / "site/a.html").read_text().count("no-referrer") == 1


POLICY = "default-src 'none';style-src 'none';img-src 'self' data:;base-uri 'none';form-action 'none'"


def applied(apply, folder, text: str) -> str:
    folder.mkdir()
    (folder / "a.html").write_text(text)
    assert apply() == []
    return (folder / "a.html").read_text()


def test_rest_of_the_page_is_unchanged(apply, tmp_path):
    before, after = "<!doctype html><html lang=en><head>", "<meta charset=utf-8><title>Of <head></title><p>x & y"
    assert applied(apply, tmp_path / "site", before + after) == (
        f'{before}<meta http-equiv=Content-Security-Policy content="{POLICY}"><meta name=referrer content=no-referrer>{after}'
    )


def test_line_ends_of_windows_do_not_change_hashes(apply, tmp_path):
    policies = []
    for folder, end in (("unix", "\n"), ("windows", "\r\n")):
        (tmp_path / "site").mkdir()
        (tmp_path / "site/a.html").write_bytes(f"<!doctype html>{end}<head>{end}<style>p {{{end}}}</style></head>{end}<p>x".encode())
        assert apply() == []
        policies.append((tmp_path / "site/a.html").read_bytes())
        (tmp_path / "site").rename(tmp_path / folder)
    assert policies[0] == policies[1]


@pytest.mark.parametrize("text", ["<!doctype html><title>T</title><p>x", "<!doctype html><!-- <head> --><head><title>T</title></head><p>x"])
def test_page_without_a_plain_head_is_reported(apply, tmp_path, text):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text(text)
    assert apply() == ["site/a.html:1: The page does not begin with a plain <head>. Write <head> in its template."]
    assert (tmp_path / "site/a.html").read_text() == text


def test_what_follows_the_end_of_a_page_is_reported(apply, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text(PAGE.format("x") + "<b onclick=x()>a</b>\n")
    assert apply() == ["site/a.html:1: The page goes on after </html>: '<b onclick=x()>a</b>'. Put it before </body> in its template."]


def test_headers_are_written_below_the_path_of_the_site(apply, tmp_path):
    assert apply(a="x") == []
    assert (tmp_path / "site/_headers").read_text().startswith("/trust/*\n")


def test_non_ascii_text_and_data_are_unchanged(apply, tmp_path):
    words = '<p>Čeština, العربية, 😀 &lt;b&gt;</p><script type="application/json">{"a": "<b> & \'c\'"}</script>'
    assert apply(a=words) == []
    assert words in (tmp_path / "site/a.html").read_text()


def test_violation_on_two_pages_is_reported_once_and_no_page_is_changed(apply, tmp_path):
    assert apply(a="<p onclick='x()'>x</p>", b="<p onclick='x()'>x</p>", c="x") == [
        "site/a.html:1: The attribute 'onclick' would run a script (and on 1 more page). Listen for the event in a module in overrides/components."
    ]
    assert (tmp_path / "site/c.html").read_text() == PAGE.format("x")
    assert not (tmp_path / "site/_headers").exists()


def test_further_pages_with_a_violation_are_counted(apply):
    assert apply(a="<iframe></iframe>", b="<iframe></iframe>", c="<iframe></iframe>") == [
        "site/a.html:1: <iframe> is not allowed in a page (and on 2 more pages). Do without it, or link to what it would show."
    ]


def test_violation_is_reported_in_its_template(apply, tmp_path):
    (tmp_path / "overrides/partials").mkdir(parents=True)
    (tmp_path / "overrides/partials/foot.html").write_text('<footer>\n  <p onclick="x()">x</p>\n</footer>\n')
    assert apply(a="<p onclick='x()'>x</p>") == [
        "overrides/partials/foot.html:2: The attribute 'onclick' would run a script. Listen for the event in a module in overrides/components."
    ]


def test_all_violations_are_reported_in_one_run(apply, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.css").write_text("p{background:url(https://x.example/a)}")
    assert [line.split(". ")[0] for line in apply(a="<iframe></iframe><p style='color:red'>x</p>", b="<script>x()</script>")] == [
        "site/a.html:1: <iframe> is not allowed in a page",
        "site/a.html:1: The attribute 'style' is blocked: 'color:red'",
        "site/b.html:1: The inline script 'x()' is not a known one",
        "site/a.css:1: 'url(https://x.example/a)' may fetch a file",
    ]


def test_stylesheet_that_fetches_is_reported_with_a_hint(apply, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.css").write_text("p{background:url(https://x.example/a)}")
    assert apply() == ["site/a.css:1: 'url(https://x.example/a)' may fetch a file. Write url(data:…), or do without it."]
