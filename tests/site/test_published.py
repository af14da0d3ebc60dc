"""Every address that was ever published is there in the built site, whatever the sources say."""

from sitekit import addresses
from sitekit.publish.verify import read_built


def test_every_published_address_is_served(site, built):
    pages = read_built(built)
    living, moved = addresses.living(site), addresses.moved(site)
    lost = []
    for entry in site.published:
        path, _, anchor = (addresses.resolve(entry.address, living, moved) or "nowhere").removeprefix("/").partition("#")
        page = pages.get(path if path.endswith(".html") else f"{path}index.html")
        if page is None or anchor and anchor not in page.ids:
            lost.append(entry.address)
    assert site.published and lost == []
