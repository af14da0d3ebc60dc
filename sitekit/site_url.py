"""The URL that the site is published at, from the environment or practice.yml, and what may be wrong with it."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem
from sitekit.models.site import Site

# The site's URL without SITE_URL; mkdocs.yml has the same default.
LOCAL = "http://127.0.0.1:8000/"
# Domains reserved for examples: RFC 2606, section 3.
_EXAMPLE_DOMAIN = re.compile(r"(^|\.)example\.(com|org|net)$")
_LABEL = r"[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?"
_PORT = r":(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-5]\d{2})"
_FORM = re.compile(rf"https?://{_LABEL}(?:\.{_LABEL})*(?:{_PORT})?(?:/(?!\.+/)[\w.~-]+)*/", re.ASCII)


def site_url(environment: Mapping[str, str], address: str | None = None) -> str:
    """Return the URL that the site is published at, ending in one slash.

    Args:
        environment: the process's variables; SITE_URL holds the URL, with or without its last slash.
        address: the URL in practice.yml, for a build without SITE_URL.
    """
    written = environment.get("SITE_URL", "").strip() or address or ""
    return written.rstrip("/") + "/" if written else LOCAL


def problems(site: Site, environment: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what would put a wrong URL into the pages, or none.

    Args:
        site: the sources; their custom domain is that of docs/CNAME.
        environment: the process's variables: SITE_URL, CI on build servers, GITHUB_REPOSITORY_OWNER on GitHub's.
    """
    line = site.site_url.line if site.site_url else 1
    address = site.practice.address
    # On a server, too, the address in practice.yml says where the site will live.
    found = _variable_problems(environment if environment.get("SITE_URL") or not address else {})
    yield from (Problem("mkdocs.yml", line, message, hint) for message, hint in found)
    host = urlsplit(site_url(environment)).hostname if _FORM.fullmatch(site_url(environment)) else None
    if site.custom_domain and host not in (None, "127.0.0.1", "localhost", site.custom_domain.lower()):
        message = f"This file says '{site.custom_domain}', and SITE_URL says '{host}'"
        yield Problem("docs/CNAME", 1, message, "Remove the one that is not yours, or make both the same.")
    if address:
        own = urlsplit(address).hostname or ""
        if _EXAMPLE_DOMAIN.search(own):
            message = f"'{own}' is a made-up address"
            yield problem_at(site.practice, "address", message, "Write the address at which your copy will be published.")
        elif environment.get("SITE_URL") and host not in (None, "127.0.0.1", "localhost", own):
            message = f"This file says '{own}', and SITE_URL says '{host}'"
            yield problem_at(site.practice, "address", message, "Remove the one that is not yours, or make both the same.")


def _variable_problems(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the variable SITE_URL, as (message, hint)."""
    written, url = environment.get("SITE_URL", "").strip(), site_url(environment)
    if not written:
        if environment.get("CI", "").lower() not in ("", "0", "false"):
            hint = f"Set SITE_URL to the site's full address, as https://name.github.io/copy/, or to {LOCAL} for your own machine."
            yield "This build runs on a server, and SITE_URL does not say where the site will be published", hint
        return
    if not _FORM.fullmatch(url):
        hint = "Write it in full, as https://name.github.io/copy/, without '?', '#' or a page's name."
        yield f"'{written}' in SITE_URL is not the address of a site", hint
        return
    parts = urlsplit(url)
    host, last = parts.hostname or "", parts.path.rstrip("/").rsplit("/", 1)[-1]
    if last.endswith((".html", ".htm")):
        yield f"SITE_URL ends in '{last}', a page", "Write the address of the whole site, ending in a slash."
    if _EXAMPLE_DOMAIN.search(host):
        yield f"'{host}' in SITE_URL is a made-up address", "Write the address at which your copy will be published."
    owner = environment.get("GITHUB_REPOSITORY_OWNER", "").lower()
    if owner and host.endswith(".github.io") and host != f"{owner}.github.io":
        yield f"SITE_URL says '{host}', and this copy belongs to '{owner}'", f"Write https://{owner}.github.io/… or your own domain."
