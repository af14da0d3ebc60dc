"""The list of published URLs is complete."""

from sitekit import urls


def test_every_url_is_registered(site):
    assert urls.unregistered(site) == [], "run 'make published' and commit data/published-urls.txt"
