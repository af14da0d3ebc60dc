"""The address the site will live at, and what may be wrong with it. Pure; the run's variables are an argument."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitekit.errors import Problem

if TYPE_CHECKING:
    from sitekit.models.site import Site

# Where the site lives unless SITE_URL says otherwise; the same default stands in mkdocs.yml.
LOCAL = "http://127.0.0.1:8000/"
# Names kept for examples (RFC 2606, section 3): nobody's site lives there.
_MADE_UP = re.compile(r"(^|\.)example\.(com|org|net)$")
_FORM = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[\w.~-]+)*/")


def site_url(environment: Mapping[str, str]) -> str:
    """Return where the site will live, ending in one slash.

    Args:
        environment: the run's variables; SITE_URL holds the address, with or without its last slash.
    """
    written = environment.get("SITE_URL", "").strip()
    return written.rstrip("/") + "/" if written else LOCAL


def problems(site: Site, environment: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what would put another's address, or none, into the pages.

    Args:
        site: the sources; their custom domain is docs/CNAME.
        environment: the run's variables. CI is set on build servers; GITHUB_REPOSITORY_OWNER by GitHub's.
    """
    line = site.site_url.line if site.site_url else 1

    def problem(fault: str, mend: str) -> Problem:
        return Problem("mkdocs.yml", line, fault, mend)

    written, address = environment.get("SITE_URL", "").strip(), site_url(environment)
    if not written:
        if environment.get("CI", "").lower() not in ("", "0", "false"):
            yield problem(
                "This build runs on a server, and SITE_URL does not say where the site will live",
                f"Set SITE_URL to the site's full address, as https://name.github.io/copy/, or to {LOCAL} to look at it on your own machine.",
            )
        return
    if not _FORM.fullmatch(address):
        yield problem(
            f"'{written}' in SITE_URL is no address of a site",
            "Write it in full, as https://name.github.io/copy/, without '?', '#' or a page's name.",
        )
        return
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    last = parts.path.rstrip("/").rsplit("/", 1)[-1]
    if last.endswith((".html", ".htm")):
        yield problem(f"SITE_URL ends in '{last}', a page", "Write the address of the whole site, ending in a slash.")
    if _MADE_UP.search(host):
        yield problem(f"'{host}' in SITE_URL is a made-up address", "Write the address at which your copy will live.")
    owner = environment.get("GITHUB_REPOSITORY_OWNER", "").lower()
    if owner and host.endswith(".github.io") and host != f"{owner}.github.io":
        yield problem(
            f"SITE_URL says '{host}', and this copy belongs to '{owner}'", f"Write https://{owner}.github.io/… or your own domain."
        )
    if site.custom_domain and host not in ("127.0.0.1", "localhost") and host != site.custom_domain.lower():
        yield Problem(
            "docs/CNAME",
            1,
            f"This file says '{site.custom_domain}', and SITE_URL says '{host}'",
            "Remove the one that is not yours, or make both the same.",
        )
