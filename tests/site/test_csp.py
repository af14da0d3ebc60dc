"""Every HTML file of the site begins with its content security policy, which has no broad source."""

import re

import pytest
from lxml import html

from sitekit.build.csp.known_scripts import KNOWN, hash_of

BROAD = ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "strict-dynamic", "http:", "https:", "*", "blob:", "nonce-")


@pytest.fixture(scope="module")
def policies(built) -> dict[str, tuple[html.HtmlElement, str]]:
    """The tree and the policy of every HTML file, by its path."""
    trees = {
        file.relative_to(built).as_posix(): html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        for file in built.rglob("*.html")
    }
    return {
        path: (tree, tree.find("head")[0].get("content"))
        for path, tree in trees.items()
        if tree.find("head")[0].get("http-equiv") == "Content-Security-Policy"
    }


@pytest.mark.promise("lock-holds-in-use", says="We read each page. It must begin with its lock.")
def test_every_file_begins_with_its_policy(built, site, policies):
    assert set(policies) == {file.relative_to(built).as_posix() for file in built.rglob("*.html")}
    assert {"404.html", "embed/empathy/index.html", *(page.url + "index.html" for page in site.pages.values())} <= set(policies)


def test_policies_have_no_broad_source(policies):
    assert [path for path, (_, policy) in policies.items() if any(source in policy for source in BROAD)] == []
    assert all(policy.startswith("default-src 'none';") for _, policy in policies.values())


def test_policy_and_charset_are_within_the_first_kilobyte(built):
    for file in built.rglob("*.html"):
        start = file.read_bytes()[:1024]
        assert re.search(rb"<head>\s*<meta http-equiv=\"?Content-Security-Policy", start) and re.search(
            rb"<meta charset=\"?utf-8", start
        ), file


def test_every_page_sends_no_referrer(policies):
    for path, (tree, _) in policies.items():
        assert [meta.get("content") for meta in tree.iter("meta") if meta.get("name") == "referrer"] == ["no-referrer"], path


@pytest.mark.promise("only-known-scripts", says="We collect all the scripts inside pages. Each must be on our list.")
def test_inline_scripts_are_the_known_ones(policies):
    scripts = [script for tree, _ in policies.values() for script in tree.iter("script") if script.get("src") is None]
    # Data for a script: no browser runs it.
    assert {hash_of(script.text or "") for script in scripts if script.get("type") != "application/json"} == set(KNOWN.values())


def test_headers_file_is_within_the_limits_of_hosts(built):
    """Cloudflare Pages takes 100 rules of 2,000 characters a line: https://developers.cloudflare.com/pages/configuration/headers/."""
    lines = (built / "_headers").read_text().splitlines()
    assert sum(not line.startswith(" ") for line in lines) <= 100
    assert max(map(len, lines)) <= 2000
