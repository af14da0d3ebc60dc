"""A copy of the site works at any address: here below a prefix, as a project page is."""

from sitekit.publish.pipeline import publish
from sitekit.publish.verify import read_built, verify
from tests.conftest import ROOT

ADDRESS = "https://practice.example/our-copy/"


def test_the_404_page_and_every_address_are_right_below_a_prefix(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", ADDRESS)
    place = tmp_path / "site"

    assert publish(ROOT, place, say=print) == []

    assert verify(place, ADDRESS) == []
    missing = read_built(place)["404.html"].tree
    styles = missing.xpath("//link[@rel='stylesheet']/@href")
    assert styles and all(address.startswith("/our-copy/") for address in styles)
    assert set(missing.xpath("//a[contains(@href, 'help-now')]/@href")) == {"/our-copy/help-now/"}
    home = read_built(place)["index.html"].tree
    assert home.xpath("//link[@rel='canonical']/@href") == [ADDRESS]
