"""Every URL that was ever published is served or redirected by the built site."""

import pytest

from sitekit import urls
from sitekit.build.verify import read_built


@pytest.mark.promise("old-links-lead-on", says="We keep a list of all our addresses. Each must still lead somewhere.")
def test_every_published_url_is_served(site, built):
    pages, live, moved = read_built(built), urls.live_urls(site), urls.redirects(site)
    lost = []
    for entry in site.published_urls:
        path, _, anchor = (urls.resolve(entry.address, live, moved) or "nowhere").removeprefix("/").partition("#")
        file = path if path.rpartition("/")[2] else f"{path}index.html"
        if not (built / file).is_file() or (anchor and anchor not in pages[file].ids):
            lost.append(entry.address)
    assert site.published_urls and lost == []
