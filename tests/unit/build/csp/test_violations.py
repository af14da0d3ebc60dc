"""Each kind of attack is reported, and what our pages hold is allowed."""

import pytest
from lxml import html

from sitekit.build.csp.known_scripts import hash_of
from sitekit.build.csp.violations import violations

KNOWN = frozenset([hash_of("known()")])


def messages(body: str, head: str = "") -> list[str]:
    return [
        found.message
        for found in violations(html.document_fromstring(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"), KNOWN)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<script>known()</script>",
        "<script type='application/json'>{}</script>",
        "<script type='module' src='../a.js'></script>",
        "<script src='/p/a.js'></script>",
        "<img src='data:image/svg+xml,x' alt=''>",
        "<img src='a.png?x=a:b' srcset='a.png 1x, b.png 2x' alt=''>",
        "<a href='https://x.example/'>x</a><a href='mailto:a@x.example'>x</a><a href='tel:1'>x</a><a href='sms:1'>x</a><a href='about:blank'>x</a><a href='#a'>x</a>",
        "<form autocomplete='off'><textarea></textarea></form>",
        "<p>Write onclick= and javascript: as words.</p>",
        "<p title='one: two'>x</p>",
        "<!-- onclick -->",
        "<map><area href='https://x.example/' alt=''></map>",
        "<svg><image xlink:href='data:image/png,x'/></svg>",
    ],
)
def test_content_of_our_pages_is_allowed(body):
    assert messages(body) == []


@pytest.mark.parametrize(
    "head",
    [
        "<style>p{background:url(data:image/svg+xml,x)}</style>",
        "<link rel='canonical' href='https://x.example/'>",
        "<link rel='icon' href='data:image/svg+xml,x'>",
        "<noscript><meta http-equiv='refresh' content='0; url=../b/'></noscript>",
        "<noscript><meta http-equiv='refresh' content='0; url=../b/?url=//c'></noscript>",
        "<noscript><meta http-equiv='refresh'></noscript>",
        "<link href='https://x.example/'>",
    ],
)
def test_content_of_our_heads_is_allowed(head):
    assert messages("", head) == []


@pytest.mark.parametrize(
    "body, message",
    [
        ("<script>unknown()</script>", "The inline script 'unknown()' is not a known one"),
        ("<script>known() </script>", "The inline script 'known()' is not a known one"),
        ("<script></script>", "The inline script '' is not a known one"),
        ("<!-- words --><p onclick='hit()'>x</p>", "The attribute 'onclick' would run a script"),
        ("<script type='module'>unknown()</script>", "The inline script 'unknown()' is not a known one"),
        ("<script type='importmap'>{}</script>", "The inline script '{}' is not a known one"),
        ("<svg><script>unknown()</script></svg>", "The inline script 'unknown()' is not a known one"),
        ("<script src='https://x.example/a.js'></script>", "'https://x.example/a.js' would be fetched from elsewhere"),
        ("<script src='data:,unknown()'></script>", "'data:,unknown()' would be fetched from elsewhere"),
        ("<script src='//x.example/a.js'></script>", "'//x.example/a.js' would be fetched from elsewhere"),
        ("<script src='\\\\x.example/a.js'></script>", "'\\\\x.example/a.js' would be fetched from elsewhere"),
        ("<p onclick='hit()'>x</p>", "The attribute 'onclick' would run a script"),
        ("<p ONCLICK='hit()'>x</p>", "The attribute 'onclick' would run a script"),
        ("<svg onload='hit()'></svg>", "The attribute 'onload' would run a script"),
        ("<a href='javascript:hit()'>x</a>", "The address 'javascript:hit()' would run a script"),
        ("<a href=' JAVA&#10;SCRIPT:hit()'>x</a>", "The address 'JAVA SCRIPT:hit()' would run a script"),
        ("<a href='&#1;javascript:hit()'>x</a>", "The address '\x01javascript:hit()' would run a script"),
        ("<a href='javascript:a?b:hit()'>x</a>", "The address 'javascript:a?b:hit()' would run a script"),
        ("<a href='vbscript:hit()'>x</a>", "The address 'vbscript:hit()' would run a script"),
        ("<svg><a><animate attributeName='href' to='javascript:hit()'/></a></svg>", "The address 'javascript:hit()' would run a script"),
        ("<a href='data:text/html,x'>x</a>", "The link 'data:text/html,x' is not allowed in a page"),
        ("<a href='#a' ping='/x'>x</a>", "The attribute 'ping' is not allowed in a page"),
        ("<a href='#a' referrerpolicy='unsafe-url'>x</a>", "The attribute 'referrerpolicy' is not allowed in a page"),
        ("<p style='color:red'>x</p>", "The attribute 'style' is blocked: 'color:red'"),
        ("<style>p{color:red}</style>", "<style> is not allowed in the body of a page"),
        ("<img src='https://x.example/a.png'>", "'https://x.example/a.png' would be fetched from elsewhere"),
        ("<img src='a.png' srcset='a.png 1x, https://x.example/b.png 2x'>", "'https://x.example/b.png' would be fetched from elsewhere"),
        ("<img src='a.png' srcset='a.png 1x,https://x.example/b.png 2x'>", "'https://x.example/b.png' would be fetched from elsewhere"),
        ("<svg><image xlink:href='https://x.example/a.png'/></svg>", "'https://x.example/a.png' would be fetched from elsewhere"),
        ("<svg><use href='https://x.example/a.svg#b'/></svg>", "'https://x.example/a.svg#b' would be fetched from elsewhere"),
        ("<video poster='https://x.example/a.png'></video>", "'https://x.example/a.png' would be fetched from elsewhere"),
        ("<form action='/x'></form>", "The attribute 'action' is not allowed in a page"),
        ("<button formaction='/x'>x</button>", "The attribute 'formaction' is not allowed in a page"),
        ("<template><p onclick='hit()'>x</p></template>", "The attribute 'onclick' would run a script"),
        *(
            (f"<{tag}></{tag}>", f"<{tag}> is not allowed in a page")
            for tag in ("iframe", "object", "base", "embed", "applet", "portal", "fencedframe")
        ),
    ],
)
def test_element_that_acts_or_fetches_is_reported(body, message):
    assert messages(body) == [message]


@pytest.mark.parametrize(
    "head, message",
    [
        ("<style>@import 'https://x.example/a.css';</style>", "'@import 'https://x.example/a.css'' in a style may fetch a file"),
        ("<link rel='stylesheet' href='https://x.example/a.css'>", "'https://x.example/a.css' would be fetched from elsewhere"),
        ("<link rel='stylesheet' href='data:text/css,p{}'>", "'data:text/css,p{}' would be fetched from elsewhere"),
        ("<link rel='preconnect' href='https://x.example'>", "'https://x.example' would be fetched from elsewhere"),
        ("<link rel='prev prefetch' href='https://x.example'>", "'https://x.example' would be fetched from elsewhere"),
        ("<meta http-equiv='refresh' content='0; url=b/'>", "<meta http-equiv='refresh'> is not allowed in a page"),
        (
            "<noscript><meta http-equiv='refresh' content='0; url=https://x.example/'></noscript>",
            "<meta http-equiv='refresh'> is not allowed in a page",
        ),
        (
            "<meta http-equiv='Content-Security-Policy' content=\"script-src 'unsafe-inline'\">",
            "<meta http-equiv='content-security-policy'> is not allowed in a page",
        ),
        ("<meta name='referrer' content='unsafe-url'>", "<meta name='referrer'> is not allowed in a page"),
    ],
)
def test_head_that_acts_or_fetches_is_reported(head, message):
    assert messages("", head) == [message]


def test_unknown_script_is_reported_with_its_hash():
    (found,) = violations(html.document_fromstring("<body>\n<script>\n  unknown()\n</script>"), KNOWN)
    assert (found.source, found.line) == ("unknown()", 2)
    assert hash_of("\n  unknown()\n") in found.hint


@pytest.mark.parametrize(
    "markup, source, hint",
    [
        ("<iframe></iframe>", "<iframe", "Do without it, or link to what it would show."),
        ("<p><style>p{color:red}</style>", "p{color:red}", "Put its rules into a stylesheet in overrides/components."),
        ("<head><style>p{background:url(//x.example/a)}</style>", "url(//x.example/a)", "Keep the file in this project, or do without it."),
        ("<head><meta http-equiv='Refresh' content='0'>", "Refresh", "Do without it; publishing adds what is needed."),
        ("<head><meta name='referrer' content='origin'>", 'name="referrer"', "Do without it; publishing adds 'no-referrer'."),
        ("<p onclick='hit()'>", "onclick=", "Listen for the event in a module in overrides/components."),
        ("<p style='color:red'>", 'style="color:red', "Give the element a class, and that a rule in overrides/components."),
        ("<a ping='/x'>", "ping=", "Do without it."),
        ("<a href='javascript:hit()'>", "javascript:hit()", "Use a button, and a module in overrides/components."),
        ("<a href='data:,x'>", "data:,x", "Use https:, tel:, sms: or mailto:."),
        ("<img src='//x.example/a.png'>", "//x.example/a.png", "Keep the file in this project, or do without it."),
    ],
)
def test_violation_has_its_source_text_and_a_hint(markup, source, hint):
    (found,) = violations(html.document_fromstring(f"<!doctype html>{markup}"), KNOWN)
    assert (found.source, found.hint) == (source, hint)


@pytest.mark.parametrize("style, shown", [("a" * 40, "a" * 40), ("a" * 41, "a" * 39 + "…")])
def test_message_shows_at_most_forty_letters(style, shown):
    assert messages(f"<p style='{style}'>x</p>") == [f"The attribute 'style' is blocked: '{shown}'"]
