"""QR codes as a browser shows them: each leads to its page."""

import io

import zxingcpp
from PIL import Image

from tests.browser.visiting import DESK

# An <img> shows an SVG without scripts and without other files, as other sites and documents do.
PICTURE = '<img src="{}" width="246" style="margin:20px">'


def test_svg_is_drawn_and_leads_to_its_page(browser, base_url, site):
    page = browser.new_page(viewport=DESK)
    page.goto(f"{base_url}licences.txt")
    files = [f"{base_url}qr/{found.url.rstrip('/') or 'index'}.svg" for found in site.pages.values()]
    page.set_content("".join(PICTURE.format(file) for file in files), wait_until="load")
    page.evaluate("Promise.all([...document.images].map((image) => image.decode()))")
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    page.close()
    # The codes hold the URL that the site was built for.
    codes = {code.text.removeprefix("http://127.0.0.1:8000/") for code in zxingcpp.read_barcodes(picture)}
    assert codes == {found.url for found in site.pages.values()}
