"""The instruments of the privacy tests see what they are there to see: a probe that sees nothing would prove nothing."""

import pytest

from tests.browser.probes import run_probe
from tests.browser.test_privacy import CANARY, LEAVE
from tests.browser.visiting import DESK, Visit

# Each call that could identify a device, and how the probe names it.
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
def bare(recording_context, host):
    """A page of the host without any policy, where every call works."""
    host.pages["/bare"] = "<!doctype html><link rel=icon href=data:,><title>Bare</title><main></main>"
    page = recording_context.new_page()
    page.goto(host.url + "bare")
    yield page
    page.close()


def test_calls_that_identify_a_device_are_recorded(bare):
    found = {}
    for call in CALLS:
        bare.evaluate(f"() => {{ calls.length = 0; try {{ Promise.resolve({call}).catch(() => null) }} catch {{}} }}")
        found[call] = bare.evaluate("calls")
    assert found == CALLS


@pytest.mark.parametrize(
    "store, name",
    [
        ("localStorage.setItem('a', '1')", "local storage: a"),
        ("sessionStorage.setItem('a', '1')", "session storage: a"),
        ("new Promise((done) => { indexedDB.open('a').onsuccess = ({target}) => { target.result.close(); done(); }; })", "database: a"),
        ("caches.open('a').then(() => null)", "cache: a"),
    ],
    ids=["local", "session", "database", "cache"],
)
def test_stored_data_is_found(visit, store, name):
    page = visit(DESK)("why-trust/")
    page.evaluate(store)
    assert run_probe(page, "stored") == [name]


def test_cookie_is_found(visit):
    visitor = visit(DESK)
    visitor("why-trust/").evaluate("document.cookie = 'a=1'")
    assert [cookie["name"] for cookie in visitor.context.cookies()] == ["a"]


def test_words_in_a_request_are_found(bare, host):
    requests = [
        f"fetch('/?a={CANARY.upper()}')",
        f"fetch('/', {{method: 'POST', body: '{CANARY}'}})",
        f"fetch('/', {{headers: {{'X-Words': '{CANARY}'}}}})",
    ]
    host.requests.clear()
    for request in requests:
        bare.evaluate(f"{request}.then(() => null)")
    assert len(host.requests_with(CANARY)) == len(requests)


def test_request_to_another_host_is_found(recording_context, host, bare):
    visitor = Visit(recording_context, host.url, waits=False)
    page = visitor("bare")
    assert page.evaluate("fetch('https://elsewhere.example/').then(() => 'answered', () => 'failed')") == "failed"
    assert visitor.foreign_requests == ["https://elsewhere.example/"]
    page.close()


def test_referrer_is_found(recording_context, host, other_host, bare):
    page = recording_context.new_page()
    page.goto(host.url + "bare")
    other_host.requests.clear()
    page.evaluate(LEAVE, f"{other_host.url}?bare")
    page.wait_for_url(f"{other_host.url}?bare")
    assert [request.headers["Referer"] for request in other_host.requests] == [host.url]
    page.close()
