"""Every address is a promise, so the list of them is whole."""

from sitekit import addresses


def test_every_address_is_on_the_list_of_published_ones(site):
    assert addresses.unlisted(site) == [], "run 'make published' and commit data/published-urls.txt"
