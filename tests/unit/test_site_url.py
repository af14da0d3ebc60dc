"""SITE_URL is the copy's own URL."""

import pytest

from sitekit.build.pipeline import publish
from sitekit.site_url import LOCAL, problems, site_url
from sitekit.sources.loader import load
from tests.unit.smallest import reported


@pytest.fixture
def report(good):
    """Return the problems of an environment as lines, with docs/CNAME if a custom domain is given."""

    def report(cname: str = "", **environment: str) -> list[str]:
        if cname:
            (good / "docs/CNAME").write_text(f"{cname}\n")
        return reported(problems(load(good)[0], environment))

    return report


@pytest.mark.parametrize(
    "written, url",
    [
        ("https://a.github.io/trust/", "https://a.github.io/trust/"),
        ("https://a.github.io/trust", "https://a.github.io/trust/"),
        ("https://a.github.io//", "https://a.github.io/"),
        (" https://a.github.io/ ", "https://a.github.io/"),
        ("", LOCAL),
    ],
)
def test_site_url_ends_in_one_slash(written, url):
    assert site_url({"SITE_URL": written}) == url


def test_site_url_without_variable_is_that_of_practice_yml_or_local():
    assert site_url({}) == LOCAL
    assert site_url({}, "https://trust.practice.example") == "https://trust.practice.example/"
    assert site_url({"SITE_URL": "https://a.github.io/b/"}, "https://trust.practice.example/") == "https://a.github.io/b/"


def test_address_of_practice_yml_serves_in_ci_and_must_be_that_of_site_url(good, report):
    (good / "practice.yml").write_text("country: us\naddress: https://trust.practice.example/\n")
    assert report(CI="true") == report(SITE_URL="http://127.0.0.1:8000/", CI="true") == []
    assert report(SITE_URL="https://a.github.io/b/") == [
        "practice.yml:2: This file says 'trust.practice.example', and SITE_URL says 'a.github.io'. "
        "Remove the one that is not yours, or make both the same."
    ]


def test_made_up_address_in_practice_yml_is_reported(good, report):
    (good / "practice.yml").write_text("address: https://trust.example.org/\n")
    assert report() == ["practice.yml:1: 'trust.example.org' is a made-up address. Write the address at which your copy will be published."]


@pytest.mark.parametrize(
    "address", ["https://a.github.io/trust/", "https://trust.practice.example/", "http://127.0.0.1:8000/", "https://a.github.io/a/b"]
)
def test_full_url_is_accepted(report, address):
    assert report(SITE_URL=address, CI="true") == []


def test_missing_url_is_accepted_outside_of_ci(report):
    assert report() == report(CI="") == report(CI="false") == []


def test_missing_url_is_reported_in_ci(report):
    assert report(CI="true") == [
        "mkdocs.yml:7: This build runs on a server, and SITE_URL does not say where the site will be published. "
        "Set SITE_URL to the site's full address, as https://name.github.io/copy/, or to http://127.0.0.1:8000/ for your own machine."
    ]


@pytest.mark.parametrize(
    "written",
    [
        "/",
        "a.github.io/trust/",
        "ftp://a.github.io/",
        "https:///trust/",
        "https://a..github.io/",
        "https://a.github.io/../trust/",
        "https://a.github.io/?x=1",
        "https://a.github.io/#top",
        "https://me:secret@a.github.io/",
        "https://a.github.io/my site/",
        "${{ base_url }}/",
    ],
)
def test_value_that_is_no_url_is_reported(report, written):
    assert report(SITE_URL=written) == [
        f"mkdocs.yml:7: '{written}' in SITE_URL is not the address of a site. "
        "Write it in full, as https://name.github.io/copy/, without '?', '#' or a page's name."
    ]


def test_url_of_a_page_is_reported(report):
    assert report(SITE_URL="https://a.github.io/trust/index.html") == [
        "mkdocs.yml:7: SITE_URL ends in 'index.html', a page. Write the address of the whole site, ending in a slash."
    ]


def test_example_domain_is_reported(report):
    assert report(SITE_URL="https://www.example.org/") == [
        "mkdocs.yml:7: 'www.example.org' in SITE_URL is a made-up address. Write the address at which your copy will be published."
    ]


def test_url_of_another_owner_is_reported(report):
    assert report(SITE_URL="https://original.github.io/trust/", GITHUB_REPOSITORY_OWNER="My-Practice") == [
        "mkdocs.yml:7: SITE_URL says 'original.github.io', and this copy belongs to 'my-practice'. "
        "Write https://my-practice.github.io/… or your own domain."
    ]
    assert report(SITE_URL="https://my-practice.github.io/trust/", GITHUB_REPOSITORY_OWNER="My-Practice") == []


def test_custom_domain_of_another_site_is_reported(report):
    assert report(cname="trust.original.example", SITE_URL="https://me.github.io/trust/") == [
        "docs/CNAME:1: This file says 'trust.original.example', and SITE_URL says 'me.github.io'. "
        "Remove the one that is not yours, or make both the same."
    ]


def test_own_custom_domain_is_accepted(report):
    assert report(cname="Trust.mine.example", SITE_URL="https://trust.mine.example/") == []
    assert report(cname="trust.mine.example", SITE_URL=LOCAL) == []


def test_publish_reports_an_invalid_url_with_the_other_problems(good):
    (good / "practice.yml").write_text("nmae: x\n")
    found = publish(good, good / "site", log=print, environment={"SITE_URL": "/"})
    assert [problem.path for problem in found] == ["mkdocs.yml", "practice.yml"]
    assert not (good / "site").exists()
