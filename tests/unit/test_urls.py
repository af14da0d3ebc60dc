"""Which URLs are live, and where others are redirected."""

import pytest

from sitekit.sources.loader import load
from sitekit.urls import is_page, live_urls, redirect_chain, resolve, unregistered

LIVE = {"/": frozenset(), "/new/": frozenset({"how"}), "/ledger/": frozenset({"claim-elliott-2018"})}


@pytest.mark.parametrize(
    "url, redirects, end",
    [
        ("/new/#how", {}, "/new/#how"),
        ("/new/#why", {}, None),
        ("/oldest/", {"/oldest/": "/old/", "/old/": "/new/"}, "/new/"),
        ("/old/#how", {"/old/": "/new/"}, "/new/#how"),
        ("/old/#why", {"/old/": "/new/"}, None),
        ("/old/#why", {"/old/": "/new/", "/old/#why": "/new/#how"}, "/new/#how"),
        ("/old/#why", {"/old/": "/new/#how"}, "/new/#how"),
        ("/a/", {"/a/": "/b/", "/b/": "/a/"}, None),
        ("/new/#source-elliott-2018", {}, "/ledger/#claim-elliott-2018"),
        ("/new/#source-gone-2001", {}, "/new/"),
        ("/new/#picture-ear", {}, "/new/"),
        ("/old/#picture-ear", {"/old/": "/new/"}, "/new/"),
    ],
    ids=[
        "live anchor",
        "missing anchor",
        "chain of redirects",
        "anchor is kept by the redirect of its page",
        "new page lacks the anchor",
        "anchor with a redirect of its own",
        "redirect with an anchor replaces the reader's",
        "circle",
        "removed source leads to the evidence table",
        "removed source without a claim leads to the page",
        "removed picture leads to the page",
        "removed picture on a redirected page",
    ],
)
def test_url_resolves_to_a_live_url_or_none(url, redirects, end):
    assert resolve(url, LIVE, redirects) == end


def test_redirect_chain_names_each_url_of_a_circle_once():
    assert redirect_chain("/a/", LIVE, {"/a/": "/b/", "/b/": "/a/"}) == ["/a/", "/b/"]


def test_live_urls_are_pages_in_menu_order_with_their_anchors_then_files(good):
    found = live_urls(load(good)[0])
    assert [url for url in found if is_page(url)] == ["/", "/help/", "/strategies/listening/", "/embed/listening/"]
    assert {"/embed/listening.txt", "/qr/strategies/listening.png", "/links.json"} <= set(found)
    assert {"in-short", "listening.looks-up", "phrase-slow-down"} <= found["/strategies/listening/"]


def test_unregistered_urls_are_live_ones_page_by_page_then_redirected_ones(good):
    (good / "data/published-urls.txt").write_text("/\n/strategies/listening/\n/strategies/listening/#read-next\n")
    found = unregistered(load(good)[0])
    assert found[:2] == ["/#help-elsewhere", "/#help-us"]
    assert "/strategies/listening/#read-next" not in found
    assert found[-3:] == ["/links.csv", "/strategies/hearing/", "/strategies/listening/#short"]
