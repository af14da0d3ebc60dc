"""Count what a browser fetches."""

from __future__ import annotations

from playwright.sync_api import Page


def watch(page: Page) -> list[int]:
    """Return a list that receives, from now on, the bytes of each request that a page makes, headers included.

    What comes from the browser's cache or from a data: URL is no request.
    """
    sizes: list[int] = []
    urls: dict[str, str] = {}

    def finished(event: dict) -> None:
        if event["encodedDataLength"] and urls.get(event["requestId"], "").startswith("http"):
            sizes.append(int(event["encodedDataLength"]))

    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return sizes
