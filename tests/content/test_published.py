"""Every address is a promise, so the list of them is whole."""

from sitekit import urls


def test_every_address_is_on_the_list_of_published_ones(site):
    assert urls.unregistered(site) == [], "run 'make published' and commit data/published-urls.txt"
