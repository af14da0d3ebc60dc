"""The policy of a page, and the one that hosts send."""

from lxml import html

from sitekit.build.csp.policy import header_of, policy_of

KNOWN = ["sha256-K="]


def policy(markup: str) -> list[str]:
    return policy_of(html.document_fromstring(markup), KNOWN).split(";")


def test_page_is_allowed_what_it_holds():
    assert policy("<head><style>p{}</style><script src='a.js'></script></head>") == [
        "default-src 'none'",
        "script-src 'self' 'sha256-K='",
        "worker-src 'none'",
        "connect-src 'self'",
        # The hash of "p{}": printf 'p{}' | openssl dgst -sha256 -binary | base64
        "style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_page_without_scripts_may_run_none():
    assert policy("<head><link rel='stylesheet' href='a.css'></head>") == [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_page_without_styles_may_have_none():
    assert "style-src 'none'" in policy("<p>x <a rel='stylesheet' href='a.css'>y</a></p>")


def test_empty_style_is_hashed():
    # The hash of nothing: printf '' | openssl dgst -sha256 -binary | base64
    assert "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='" in policy("<style></style>")


def test_header_names_no_styles_and_forbids_frames():
    assert header_of(KNOWN, framed=False).split(";") == [
        "script-src 'self' 'sha256-K='",
        "worker-src 'none'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "font-src 'none'",
        "frame-src 'none'",
        "manifest-src 'none'",
        "media-src 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ]


def test_header_for_embeds_allows_frames_and_no_scripts():
    directives = header_of(KNOWN, framed=True).split(";")
    assert directives[0] == "script-src 'none'"
    assert not any(part.startswith("frame-ancestors") for part in directives)
