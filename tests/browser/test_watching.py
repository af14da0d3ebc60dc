"""The watch on pages sees what it is there to see: a watch that sees nothing would prove nothing."""

import pytest

from tests.browser.probes import ask
from tests.browser.visiting import DESK, Visit
from tests.browser.watching import CANARY, LEAVE, away, context, host  # noqa: F401

# Each way to tell devices apart, and what the watch calls it.
CALLS = {
    "document.createElement('canvas').getContext('2d').measureText('m')": ["canvas.getContext", "canvas.measureText"],
    "document.createElement('canvas').toDataURL()": ["canvas.toDataURL"],
    "document.createElement('canvas').getContext('2d').getImageData(0, 0, 1, 1)": ["canvas.getContext", "canvas.getImageData"],
    "new OffscreenCanvas(1, 1)": ["new OffscreenCanvas"],
    "WebGLRenderingContext.prototype.getParameter.call(document.createElement('canvas').getContext('webgl'), 1)": [
        "canvas.getContext",
        "webgl.getParameter",
    ],
    "new AudioContext()": ["new AudioContext"],
    "new OfflineAudioContext(1, 1, 44100)": ["new OfflineAudioContext"],
    "new RTCPeerConnection()": ["new RTCPeerConnection"],
    "navigator.mediaDevices.enumerateDevices()": ["mediaDevices.enumerateDevices"],
    "navigator.getBattery()": ["navigator.getBattery"],
    "navigator.sendBeacon('/', '')": ["navigator.sendBeacon"],
    "navigator.getGamepads()": ["navigator.getGamepads"],
    "navigator.plugins.length": ["navigator.plugins"],
    "navigator.userAgent": ["navigator.userAgent"],
    "navigator.hardwareConcurrency": ["navigator.hardwareConcurrency"],
    "navigator.deviceMemory": ["navigator.deviceMemory"],
    "navigator.connection": ["navigator.connection"],
    "screen.width": ["screen.width"],
    "document.fonts.check('1px serif')": ["fonts.check"],
    "navigator.permissions.query({name: 'camera'})": ["permissions.query"],
    "navigator.geolocation.getCurrentPosition(() => {})": ["geolocation.getCurrentPosition"],
    "navigator.storage.estimate()": ["storage.estimate"],
    "Intl.DateTimeFormat().resolvedOptions()": ["Intl.resolvedOptions"],
    "addEventListener('devicemotion', () => {})": ["on devicemotion"],
    "document.cookie": ["document.cookie"],
    "document.referrer": ["document.referrer"],
}


@pytest.fixture(scope="module")
def bare(context, host):
    """A page of the host without any policy, where whatever is tried works."""
    host.pages["/bare"] = "<!doctype html><link rel=icon href=data:,><title>Bare</title><main></main>"
    page = context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("call", CALLS)
def test_each_way_to_tell_devices_apart_is_seen(bare, host, call):
    bare.goto(host.address + "bare")
    bare.evaluate(f"() => {{ try {{ Promise.resolve({call}).catch(() => null) }} catch {{}} }}")
    assert bare.evaluate("calls") == CALLS[call]


@pytest.mark.parametrize(
    "keep, told",
    [
        ("localStorage.setItem('a', '1')", "local storage: a"),
        ("sessionStorage.setItem('a', '1')", "session storage: a"),
        ("new Promise((done) => { indexedDB.open('a').onsuccess = ({target}) => { target.result.close(); done(); }; })", "database: a"),
        ("caches.open('a').then(() => null)", "cache: a"),
    ],
)
def test_whatever_is_kept_is_seen(visit, keep, told):
    page = visit(DESK)("why-trust/")
    page.evaluate(keep)
    assert ask(page, "kept") == [told]


def test_a_cookie_is_seen(visit):
    visitor = visit(DESK)
    visitor("why-trust/").evaluate("document.cookie = 'a=1'")
    assert [cookie["name"] for cookie in visitor.context.cookies()] == ["a"]


@pytest.mark.parametrize(
    "send",
    [
        f"fetch('/?a={CANARY.upper()}')",
        f"fetch('/', {{method: 'POST', body: '{CANARY}'}})",
        f"fetch('/', {{headers: {{'X-Words': '{CANARY}'}}}})",
    ],
    ids=["address", "body", "header"],
)
def test_words_that_leave_a_page_are_heard(bare, host, send):
    bare.goto(host.address + "bare")
    host.heard.clear()
    bare.evaluate(f"{send}.then(() => null)")
    assert len(host.told(CANARY)) == 1


def test_a_referrer_is_heard_where_a_page_sends_one(bare, host, away):
    bare.goto(host.address + "bare")
    away.heard.clear()
    bare.evaluate(LEAVE, f"{away.address}?bare")
    bare.wait_for_url(f"{away.address}?bare")
    assert [request.headers["Referer"] for request in away.heard] == [host.address]


def test_a_request_elsewhere_is_seen(context, host, bare):
    visitor = Visit(context, host.address)
    page = visitor("bare")
    assert page.evaluate("fetch('https://elsewhere.example/').then(() => 'answered', () => 'failed')") == "failed"
    assert visitor.elsewhere == ["https://elsewhere.example/"]
    page.close()
