from sitekit.sources.loader import load
from sitekit.urls import is_page, live, resolve, unregistered, way

LIVING = {"/": frozenset(), "/new/": frozenset({"how"})}


def test_a_living_address_is_its_own_end():
    assert resolve("/new/#how", LIVING, {}) == "/new/#how"


def test_an_anchor_that_is_not_there_leads_nowhere():
    assert resolve("/new/#why", LIVING, {}) is None


def test_a_redirect_is_followed_through_later_ones():
    assert resolve("/oldest/", LIVING, {"/oldest/": "/old/", "/old/": "/new/"}) == "/new/"


def test_an_anchor_goes_along_with_its_page():
    assert resolve("/old/#how", LIVING, {"/old/": "/new/"}) == "/new/#how"


def test_an_anchor_that_the_new_page_lacks_needs_a_redirect_of_its_own():
    assert resolve("/old/#why", LIVING, {"/old/": "/new/"}) is None
    assert resolve("/old/#why", LIVING, {"/old/": "/new/", "/old/#why": "/new/#how"}) == "/new/#how"


def test_the_anchor_of_a_redirect_outweighs_the_readers():
    assert resolve("/old/#why", LIVING, {"/old/": "/new/#how"}) == "/new/#how"


def test_a_circle_ends():
    moved = {"/a/": "/b/", "/b/": "/a/"}
    assert resolve("/a/", LIVING, moved) is None
    assert way("/a/", LIVING, moved) == ["/a/", "/b/"]


def test_pages_come_in_menu_order_with_what_their_macros_bring_then_the_lists_for_portals(good):
    found = live(load(good)[0])
    assert [address for address in found if is_page(address)] == ["/", "/help/", "/strategies/listening/", "/embed/listening/"]
    assert {"/embed/listening.txt", "/qr/strategies/listening.png", "/links.json"} <= set(found)
    assert {"in-short", "listening.looks-up", "phrase-slow-down"} <= found["/strategies/listening/"]


def test_what_is_not_listed_yet_is_told_page_by_page_then_old_addresses(good):
    (good / "data/published-urls.txt").write_text("/\n/strategies/listening/\n/strategies/listening/#read-next\n")
    found = unregistered(load(good)[0])
    assert found[:2] == ["/#help-elsewhere", "/#help-us"]
    assert "/strategies/listening/#read-next" not in found
    assert found[-3:] == ["/links.csv", "/strategies/hearing/", "/strategies/listening/#short"]


def test_a_source_that_left_its_page_leads_to_the_ledger_and_a_picture_to_the_pages_top():
    with_ledger = LIVING | {"/ledger/": frozenset({"claim-elliott-2018"})}
    assert resolve("/new/#source-elliott-2018", with_ledger, {}) == "/ledger/#claim-elliott-2018"
    assert resolve("/new/#source-gone-2001", with_ledger, {}) == "/new/"
    assert resolve("/new/#picture-ear", with_ledger, {}) == "/new/"
    assert resolve("/old/#picture-ear", with_ledger, {"/old/": "/new/"}) == "/new/"
