"""A copy says where it lives, and never says the original's address."""

import pytest

from sitekit.build.pipeline import publish
from sitekit.site_url import LOCAL, faults, site_url
from sitekit.sources.loader import load


@pytest.fixture
def told(good):
    def tell(cname: str = "", **environment: str) -> list[str]:
        if cname:
            (good / "docs/CNAME").write_text(f"{cname}\n")
        return [str(problem) for problem in faults(load(good)[0], environment)]

    return tell


@pytest.mark.parametrize(
    "written, meant",
    [
        ("https://a.github.io/trust/", "https://a.github.io/trust/"),
        ("https://a.github.io/trust", "https://a.github.io/trust/"),
        ("https://a.github.io//", "https://a.github.io/"),
        (" https://a.github.io/ ", "https://a.github.io/"),
        ("", LOCAL),
    ],
)
def test_the_address_ends_in_one_slash(written, meant):
    assert site_url({"SITE_URL": written}) == meant


def test_without_an_address_it_is_this_machine():
    assert site_url({}) == LOCAL


@pytest.mark.parametrize(
    "address", ["https://a.github.io/trust/", "https://trust.practice.example/", "http://127.0.0.1:8000/", "https://a.github.io/a/b"]
)
def test_a_full_address_is_no_fault(told, address):
    assert told(SITE_URL=address, CI="true") == []


def test_your_own_machine_needs_no_address(told):
    assert told() == told(CI="") == told(CI="false") == []


def test_a_server_must_be_told_the_address(told):
    assert told(CI="true") == [
        "mkdocs.yml:7: This build runs on a server, and SITE_URL does not say where the site will live. "
        "Set SITE_URL to the site's full address, as https://name.github.io/copy/, or to http://127.0.0.1:8000/ to look at it on your own machine."
    ]


@pytest.mark.parametrize(
    "written",
    [
        "/",
        "a.github.io/trust/",
        "ftp://a.github.io/",
        "https:///trust/",
        "https://a.github.io/?x=1",
        "https://a.github.io/#top",
        "https://me:secret@a.github.io/",
        "https://a.github.io/my site/",
        "${{ base_url }}/",
    ],
)
def test_what_is_no_address_is_told(told, written):
    assert told(SITE_URL=written) == [
        f"mkdocs.yml:7: '{written}' in SITE_URL is no address of a site. Write it in full, as https://name.github.io/copy/, without '?', '#' or a page's name."
    ]


def test_the_address_of_a_page_is_told(told):
    assert told(SITE_URL="https://a.github.io/trust/index.html") == [
        "mkdocs.yml:7: SITE_URL ends in 'index.html', a page. Write the address of the whole site, ending in a slash."
    ]


def test_a_made_up_address_is_told(told):
    assert told(SITE_URL="https://www.example.org/") == [
        "mkdocs.yml:7: 'www.example.org' in SITE_URL is a made-up address. Write the address at which your copy will live."
    ]


def test_the_address_of_another_owner_is_told(told):
    assert told(SITE_URL="https://original.github.io/trust/", GITHUB_REPOSITORY_OWNER="My-Practice") == [
        "mkdocs.yml:7: SITE_URL says 'original.github.io', and this copy belongs to 'my-practice'. Write https://my-practice.github.io/… or your own domain."
    ]
    assert told(SITE_URL="https://my-practice.github.io/trust/", GITHUB_REPOSITORY_OWNER="My-Practice") == []


def test_the_domain_of_another_is_told(told):
    assert told(cname="trust.original.example", SITE_URL="https://me.github.io/trust/") == [
        "docs/CNAME:1: This file says 'trust.original.example', and SITE_URL says 'me.github.io'. Remove the one that is not yours, or make both the same."
    ]


def test_ones_own_domain_is_no_fault(told):
    assert told(cname="Trust.mine.example", SITE_URL="https://trust.mine.example/") == []
    assert told(cname="trust.mine.example", SITE_URL=LOCAL) == []


def test_a_publish_stops_at_a_faulty_address_with_the_other_faults(good):
    (good / "practice.yml").write_text("nmae: x\n")
    problems = publish(good, good / "site", log=print, environment={"SITE_URL": "/"})
    assert [problem.path for problem in problems] == ["mkdocs.yml", "practice.yml"]
    assert not (good / "site").exists()
