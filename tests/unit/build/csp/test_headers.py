"""Policies as headers for hosts: `_headers` and nginx."""

import pytest

from sitekit.build.csp.policy import header_of, write_headers

FILES = [
    "index.html",
    "404.html",
    "why-trust/index.html",
    "about/privacy/index.html",
    "embed/empathy/index.html",
    "handouts/empathy.pdf",
    "assets/scripts/site.0123abcd.js",
    "components/print/print-2NEF5K4Z.js",
    "components/print/print-settings.js",
    "assets/scripts/moved.js",
]


@pytest.fixture
def written(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def write(site_url="https://x.example/"):
        write_headers(tmp_path, site_url, ["sha256-K="])
        return (tmp_path / "_headers").read_text(), (tmp_path / "_nginx.conf").read_text()

    return write


def rules(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            found[path].append(line.strip().partition(":")[0])
        else:
            path = line
            found[path] = []
    return found


def test_each_folder_with_pages_gets_the_policy_and_hashed_files_are_cached(written):
    assert rules(written()[0]) == {
        "/*": ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"],
        "/": ["Content-Security-Policy"],
        "/404.html": ["Content-Security-Policy"],
        "/about/*": ["Content-Security-Policy"],
        "/embed/*": ["Content-Security-Policy"],
        "/index.html": ["Content-Security-Policy"],
        "/why-trust/*": ["Content-Security-Policy"],
        "/assets/scripts/site.0123abcd.js": ["Cache-Control"],
        "/components/print/print-2NEF5K4Z.js": ["Cache-Control"],
    }


def test_only_embeds_may_be_framed(written):
    blocks = written()[0].split("\n/")
    assert [block.split("\n")[0] for block in blocks if "Content-Security-Policy" in block and "frame-ancestors 'none'" not in block] == [
        "embed/*"
    ]


def test_rules_begin_with_the_path_of_the_site(written):
    assert all(path.startswith("/repo/") for path in rules(written("https://x.example/repo/")[0]))
    assert '"^/repo/embed/' in written("https://x.example/repo/")[1]


def test_nginx_sends_the_same_values(written):
    headers, nginx = written()
    for line in headers.splitlines():
        if line.startswith("  "):
            assert line.partition(": ")[2] in nginx


def test_nginx_sends_the_policy_with_html_alone_and_caches_hashed_files(written):
    own, framed = header_of(["sha256-K="], framed=False), header_of(["sha256-K="], framed=True)
    lines = written()[1].split("\n")
    assert lines[:8] == [
        "# For the server block of this site. A location with add_header lines of its own needs these there too.",
        'set $policy "";',
        f'if ($uri ~ "^/(.*/)?([^/]+\\.html)?$") {{ set $policy "{own}"; }}',
        f'if ($uri ~ "^/embed/(.*/)?([^/]+\\.html)?$") {{ set $policy "{framed}"; }}',
        'set $cache "max-age=600";',
        r'if ($uri ~ "[.-]([0-9a-f]{8}|[0-9A-Z]{8})\.(min\.)?(css|js|svg|png|jpg|webp)$") { set $cache "public, max-age=31536000, immutable"; }',
        "add_header Content-Security-Policy $policy always;",
        "add_header Cache-Control $cache;",
    ]
    assert lines[8:10] == ['add_header X-Content-Type-Options "nosniff" always;', 'add_header Referrer-Policy "no-referrer" always;']
    assert (lines[10].split('"')[0], lines[11:]) == ("add_header Permissions-Policy ", [""])
