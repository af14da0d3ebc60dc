"""The site's URLs: which are live, where others are redirected, and which were ever published. Pure functions.

A URL is a path from the site's root, with or without an anchor: "/page/", "/page/#anchor", "/file.pdf".
"""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sitekit import queries
from sitekit.errors import nearest
from sitekit.links import qr_file
from sitekit.models.site import NavEntry, Site
from sitekit.pdf.handout_list import ARCHIVE, PAPERS, file_named, handouts

# Every URL that was ever live, one a line, oldest first.
PUBLISHED = "data/published-urls.txt"
# The whole site in one file, to read without a network.
OFFLINE = "offline.zip"
# The build writes these at the root, and files of many names into these folders: none is for redirects.
BUILT = ("404.html", "_headers", "_nginx.conf", "licences.txt", "sitemap.xml", "sitemap.xml.gz", "embed/embed.css")
BUILT_FOLDERS = ("assets", "components", "search")
# No source may stand in these.
MADE_FOLDERS = ("components", "embed", "handouts", "qr", "search")


def live_urls(site: Site) -> dict[str, frozenset[str]]:
    """Return every URL of a page or file that the sources make, in menu order, with its anchors.

    The list of published URLs and its check rely on this function alone.
    """
    # A page that the menu lacks is reported as such, and its files are not missing for another reason.
    named = {entry.path for entry in site.nav}
    site = site.model_copy(update={"nav": (*site.nav, *(NavEntry(path=path, line=1) for path in site.pages if path not in named))})
    pages = queries.pages_in_nav_order(site)
    files = [
        *(f"/embed/{checklist}/" for checklist in site.checklists),
        *(f"/embed/{checklist}.txt" for checklist in site.checklists),
        *(f"/{file_named(handout.id, paper)}" for handout in handouts(site) for paper in PAPERS),
        f"/{ARCHIVE}",
        f"/{OFFLINE}",
        *(f"/{qr_file(page.url, kind)}" for page in pages for kind in ("svg", "png")),
        "/links.json",
        "/links.csv",
    ]
    return {f"/{page.url}": frozenset(queries.anchors_on(site, page)) for page in pages} | dict.fromkeys(files, frozenset())


def files_of(url: str) -> list[str]:
    """Return the URLs of the files that go with a page, or with the frame of a checklist: QR codes, handouts, plain text."""
    name = url.strip("/")
    if name.startswith("embed/"):
        others, handout = [f"/{name}.txt"], f"checklist-{name.removeprefix('embed/')}"
    else:
        others, handout = [f"/{qr_file(name, kind)}" for kind in ("svg", "png")], name.replace("/", "-")
    return [*others, *(f"/{file_named(handout, paper)}" for paper in PAPERS)]


def file_at(url: str) -> str:
    """Return the file that a URL is served from, below the site's root."""
    page = page_of(url).removeprefix("/")
    return page + "index.html" if page.endswith("/") or not page else page


def written_files(site: Site) -> dict[str, str]:
    """Return the URL of every file that the build writes by its path in lower case, as some disks do not tell capitals apart."""
    files = [*(f"/{file}" for file in sorted(site.files)), *(f"/{file}" for file in BUILT), *live_urls(site)]
    return {tag.lower(): f"/{tag}/" for tag in site.languages} | {file_at(url).lower(): url for url in files}


def file_in_the_way(url: str, files: Mapping[str, str]) -> str | None:
    """Return which of the written files, or of the folders that the build fills, a redirect of a URL would replace; or None."""
    path = PurePosixPath(file_at(url).lower())
    if path.parts[0] in BUILT_FOLDERS:
        return f"/{path.parts[0]}/"
    return next((files[str(part)] for part in (*path.parents, path) if str(part) in files), None)


def nearest_url(url: str, live: Mapping[str, frozenset[str]]) -> str | None:
    """Return the live URL most like another one and of its kind: a page, a file of the same type and folder, or an anchor of its page."""
    page, _, anchor = url.partition("#")
    if anchor:
        found = nearest(anchor, live.get(page, ()))
        return f"{page}#{found}" if found else None

    def kind(url: str) -> tuple[str, str]:
        folder = url.split("/")[1]
        return "" if url.endswith("/") else url.rsplit(".", 1)[-1], folder if folder in ("embed", "qr", "handouts") else ""

    return nearest(url, {other for other in live if kind(other) == kind(url)})


def may_be_unreadable(site: Site, url: str) -> bool:
    """Return whether a URL may be missing only because its page, its redirect or its macro's data could not be read."""
    page = page_of(url)
    path = page.removeprefix("/")
    files = {f"{path.rstrip('/')}.md", f"{path}index.md"} if path else {"index.md"}
    sources = {("redirect", name) for name in ("*", url, page)} | {("page", file) for file in files}
    # Anchors, and all files, are made of several sources.
    is_made = "#" in url or not url.endswith("/") or url.startswith("/embed/")
    return bool(sources & site.unreadable or (is_made and site.unreadable))


def redirects(site: Site) -> dict[str, str]:
    """Return the target of each redirected URL, which may be redirected in turn."""
    return {redirect.old: redirect.new for redirect in site.redirects.values()}


def page_of(url: str) -> str:
    """Return a URL without its anchor."""
    return url.partition("#")[0]


def is_page(url: str) -> bool:
    """Return whether a URL is that of a page or of an anchor on one, and not that of a file."""
    return page_of(url).endswith(("/", ".html"))


def is_live(url: str, live: Mapping[str, frozenset[str]]) -> bool:
    """Return whether a URL's page or file is among the live ones, with the anchor if the URL has one."""
    page, _, anchor = url.partition("#")
    page = page.removesuffix("index.html") if page.endswith("/index.html") else page
    return page in live and (not anchor or anchor in live[page])


def next_url(url: str, live: Mapping[str, frozenset[str]], redirects: Mapping[str, str]) -> str | None:
    """Return the URL that another is redirected to, or None if it is live or not redirected.

    An anchor is kept where its page is redirected, unless the redirect has an anchor of its own. Pictures and sources that left their page
    need no redirect.
    """
    if is_live(url, live):
        return None
    page, _, anchor = url.partition("#")
    if url in redirects or not anchor:
        return redirects.get(url)
    if page in live:
        # What serves for a picture or source removed from a page: the page, or the claim's row in the evidence table.
        what, _, name = anchor.partition("-")
        if what == "source":
            return next((f"{other}#claim-{name}" for other, anchors in live.items() if f"claim-{name}" in anchors), page)
        return page if what == "picture" else None
    if page not in redirects:
        return None
    return redirects[page] if "#" in redirects[page] else f"{redirects[page]}#{anchor}"


def redirect_chain(url: str, live: Mapping[str, frozenset[str]], redirects: Mapping[str, str]) -> list[str]:
    """Return a URL and those it is redirected through, each once; the last is live, or dead, or redirected back into the chain."""
    chain: list[str] = []
    following: str | None = url
    while following is not None and following not in chain:
        chain.append(following)
        following = next_url(following, live, redirects)
    return chain


def resolve(url: str, live: Mapping[str, frozenset[str]], redirects: Mapping[str, str]) -> str | None:
    """Return the live URL that a URL is or is redirected to, or None."""
    end = redirect_chain(url, live, redirects)[-1]
    return end if is_live(end, live) else None


def unregistered(site: Site) -> list[str]:
    """Return the live and redirected URLs that the list of published ones lacks."""
    registered = {entry.address for entry in site.published_urls}
    live = [url for page, anchors in live_urls(site).items() for url in (page, *(f"{page}#{anchor}" for anchor in sorted(anchors)))]
    return [url for url in (*live, *site.redirects) if url not in registered]
