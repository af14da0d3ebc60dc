"""What may not stand in a page is told, once for each attack, and what our pages hold is let through."""

import pytest
from lxml import html

from sitekit.build.csp.known_scripts import hash_of
from sitekit.build.csp.violations import faults

KNOWN = frozenset([hash_of("known()")])


def told(body: str, head: str = "") -> list[str]:
    return [
        found.message
        for found in faults(html.document_fromstring(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"), KNOWN)
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
def test_what_our_pages_hold_is_let_through(body):
    assert told(body) == []


@pytest.mark.parametrize(
    "head",
    [
        "<style>p{background:url(data:image/svg+xml,x)}</style>",
        "<link rel='canonical' href='https://x.example/'>",
        "<link rel='icon' href='data:image/svg+xml,x'>",
        "<meta name='referrer' content='no-referrer'>",
        "<noscript><meta http-equiv='refresh' content='0; url=../b/'></noscript>",
        "<noscript><meta http-equiv='refresh' content='0; url=../b/?url=//c'></noscript>",
        "<noscript><meta http-equiv='refresh'></noscript>",
        "<link href='https://x.example/'>",
    ],
)
def test_what_our_heads_hold_is_let_through(head):
    assert told("", head) == []


@pytest.mark.parametrize(
    "body, fault",
    [
        ("<script>unknown()</script>", "The script 'unknown()' in the page is not on the list of known ones"),
        ("<script>known() </script>", "The script 'known()' in the page is not on the list of known ones"),
        ("<script></script>", "The script '' in the page is not on the list of known ones"),
        ("<!-- words --><p onclick='hit()'>x</p>", "The attribute 'onclick' would run a script"),
        ("<script type='module'>unknown()</script>", "The script 'unknown()' in the page is not on the list of known ones"),
        ("<script type='importmap'>{}</script>", "The script '{}' in the page is not on the list of known ones"),
        ("<svg><script>unknown()</script></svg>", "The script 'unknown()' in the page is not on the list of known ones"),
        ("<script src='https://x.example/a.js'></script>", "'https://x.example/a.js' would be fetched from elsewhere"),
        ("<script src='data:,unknown()'></script>", "'data:,unknown()' would be fetched from elsewhere"),
        ("<script src='//x.example/a.js'></script>", "'//x.example/a.js' would be fetched from elsewhere"),
        ("<script src='\\\\x.example/a.js'></script>", "'\\\\x.example/a.js' would be fetched from elsewhere"),
        ("<p onclick='hit()'>x</p>", "The attribute 'onclick' would run a script"),
        ("<p ONCLICK='hit()'>x</p>", "The attribute 'onclick' would run a script"),
        ("<svg onload='hit()'></svg>", "The attribute 'onload' would run a script"),
        ("<a href='javascript:hit()'>x</a>", "The address 'javascript:hit()' would run a script"),
        ("<a href=' JAVA&#10;SCRIPT:hit()'>x</a>", "The address 'JAVA' would run a script"),
        ("<a href='&#1;javascript:hit()'>x</a>", "The address '\x01javascript:hit()' would run a script"),
        ("<a href='javascript:a?b:hit()'>x</a>", "The address 'javascript:a?b:hit()' would run a script"),
        ("<a href='vbscript:hit()'>x</a>", "The address 'vbscript:hit()' would run a script"),
        ("<svg><a><animate attributeName='href' to='javascript:hit()'/></a></svg>", "The address 'javascript:hit()' would run a script"),
        ("<a href='data:text/html,x'>x</a>", "The link 'data:text/html,x' may not stand here"),
        ("<a href='#a' ping='/x'>x</a>", "The attribute 'ping' may not stand in a page"),
        ("<a href='#a' referrerpolicy='unsafe-url'>x</a>", "The attribute 'referrerpolicy' may not stand in a page"),
        ("<p style='color:red'>x</p>", "The attribute 'style' is blocked: 'color:red'"),
        ("<style>p{color:red}</style>", "<style> may not stand in the text of a page"),
        ("<img src='https://x.example/a.png'>", "'https://x.example/a.png' would be fetched from elsewhere"),
        ("<img src='a.png' srcset='a.png 1x, https://x.example/b.png 2x'>", "'https://x.example/b.png' would be fetched from elsewhere"),
        ("<img src='a.png' srcset='a.png 1x,https://x.example/b.png 2x'>", "'https://x.example/b.png' would be fetched from elsewhere"),
        ("<svg><image xlink:href='https://x.example/a.png'/></svg>", "'https://x.example/a.png' would be fetched from elsewhere"),
        ("<svg><use href='https://x.example/a.svg#b'/></svg>", "'https://x.example/a.svg#b' would be fetched from elsewhere"),
        ("<video poster='https://x.example/a.png'></video>", "'https://x.example/a.png' would be fetched from elsewhere"),
        ("<form action='/x'></form>", "The attribute 'action' may not stand in a page"),
        ("<button formaction='/x'>x</button>", "The attribute 'formaction' may not stand in a page"),
        ("<template><p onclick='hit()'>x</p></template>", "The attribute 'onclick' would run a script"),
        *(
            (f"<{tag}></{tag}>", f"<{tag}> may not stand in a page")
            for tag in ("iframe", "object", "base", "embed", "applet", "portal", "fencedframe")
        ),
    ],
)
def test_whatever_acts_or_fetches_is_told(body, fault):
    assert told(body) == [fault]


@pytest.mark.parametrize(
    "head, fault",
    [
        ("<style>@import 'https://x.example/a.css';</style>", "'https://x.example/a.css' would be fetched from elsewhere"),
        ("<link rel='stylesheet' href='https://x.example/a.css'>", "'https://x.example/a.css' would be fetched from elsewhere"),
        ("<link rel='stylesheet' href='data:text/css,p{}'>", "'data:text/css,p{}' would be fetched from elsewhere"),
        ("<link rel='preconnect' href='https://x.example'>", "'https://x.example' would be fetched from elsewhere"),
        ("<link rel='prev prefetch' href='https://x.example'>", "'https://x.example' would be fetched from elsewhere"),
        ("<meta http-equiv='refresh' content='0; url=b/'>", "<meta http-equiv='refresh'> may not stand in a page"),
        (
            "<noscript><meta http-equiv='refresh' content='0; url=https://x.example/'></noscript>",
            "<meta http-equiv='refresh'> may not stand in a page",
        ),
        (
            "<meta http-equiv='Content-Security-Policy' content=\"script-src 'unsafe-inline'\">",
            "<meta http-equiv='content-security-policy'> may not stand in a page",
        ),
        ("<meta name='referrer' content='unsafe-url'>", "The page tells other sites 'unsafe-url' of where a reader came from"),
    ],
)
def test_a_head_that_acts_or_fetches_is_told(head, fault):
    assert told("", head) == [fault]


def test_an_unknown_script_is_told_with_the_hash_that_would_make_it_known():
    (found,) = faults(html.document_fromstring("<body>\n<script>\n  unknown()\n</script>"), KNOWN)
    assert (found.words, found.line) == ("unknown()", 2)
    assert hash_of("\n  unknown()\n") in found.hint


@pytest.mark.parametrize(
    "markup, words, mend",
    [
        ("<iframe></iframe>", "<iframe", "Do without it, or link to what it would show."),
        ("<p><style>p{color:red}</style>", "p{color:red}", "Put its rules into docs/assets/stylesheets."),
        ("<head><style>p{background:url(//x.example/a)}</style>", "//x.example/a", "Keep the file in docs/assets, or do without it."),
        ("<head><meta http-equiv='Refresh' content='0'>", "Refresh", "Do without it; publishing sets what is needed."),
        ("<head><meta name='referrer' content='origin'>", 'name="referrer"', "Write 'no-referrer'."),
        ("<p onclick='hit()'>", "onclick=", "Listen for it in a file in docs/assets/scripts."),
        ("<p style='color:red'>", 'style="color:red', "Give it a class, and a rule in docs/assets/stylesheets."),
        ("<a ping='/x'>", "ping=", "Do without it."),
        ("<a href='javascript:hit()'>", "javascript:hit()", "Use a button, and a file in docs/assets/scripts."),
        ("<a href='data:,x'>", "data:,x", "Use https:, tel:, sms: or mailto:."),
        ("<img src='//x.example/a.png'>", "//x.example/a.png", "Keep the file in docs/assets, or do without it."),
    ],
)
def test_each_fault_is_known_by_its_words_and_says_what_to_do(markup, words, mend):
    (found,) = faults(html.document_fromstring(f"<!doctype html>{markup}"), KNOWN)
    assert (found.words, found.hint) == (words, mend)


@pytest.mark.parametrize("style, shown", [("a" * 40, "a" * 40), ("a" * 41, "a" * 40 + "…")])
def test_no_more_than_forty_letters_are_shown(style, shown):
    assert told(f"<p style='{style}'>x</p>") == [f"The attribute 'style' is blocked: '{shown}'"]
