"""Counts what goes over the wire while a browser looks at pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Wire:
    """What a page's visits fetched: each address with its bytes on the wire, headers included. The cache counts for none."""

    fetched: list[tuple[str, int]] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(size for _, size in self.fetched)

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.fetched]


def watch(page: Page) -> Wire:
    """Count what a page fetches from now on."""
    wire = Wire()
    addresses: dict[str, str] = {}
    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", lambda event: addresses.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.loadingFinished", lambda event: _count(wire, addresses.get(event["requestId"], ""), event["encodedDataLength"]))
    session.send("Network.enable")
    return wire


def _count(wire: Wire, address: str, size: float) -> None:
    # What comes from the browser's cache is told with no bytes; an address that holds its own data is no request.
    if size and address.startswith("http"):
        wire.fetched.append((address, int(size)))
