"""A file below docs/ becomes a page, or is reported."""

import pytest

from sitekit.sources.loader import load


def messages(good) -> list[str]:
    return [str(problem) for problem in load(good)[1]]


TITLE = "---\ntitle: Other\ndescription: What stands on a page that is there to be read by tests.\nkind: about\nreviewed: 2026-11-23\n---\n"


@pytest.mark.parametrize(
    "text, line, message",
    [
        ("**Words.**\n", 1, "This page has no front matter. Begin it with --- , title, description, kind and reviewed, and --- again."),
        ("---\ntitle: x\n", 1, "This page has no front matter. Begin it with --- , title, description, kind and reviewed, and --- again."),
        (TITLE.replace("Other", "Worry # 1"), 2, "What follows ' #' is not read. Put the whole value in quotes, or remove it."),
        (TITLE.replace("kind: about", "kind: abuot"), 4, "'abuot' is not a value for 'kind'. Did you mean 'about'?"),
        (TITLE + "\n{{ a( }}\n", 8, "A macro call is broken: unexpected '}', expected ')'. Write it as {{ name(\"id\") }}."),
        (
            "---\n[\n---\n",
            2,
            "This is not valid YAML: expected node content. Check the spaces, colons and quotes on this line and the one above.",
        ),
        ("---\n- x\n---\n", 2, "Keys with values are expected here. Write keys such as 'title: …'."),
    ],
)
def test_invalid_page_is_reported_at_its_line(good, text, line, message):
    (good / "docs/other.md").write_text(text)
    assert messages(good) == [f"docs/other.md:{line}: {message}"]


@pytest.mark.parametrize("text", ["---\ntitle: x", "no front matter\n", b"\xff"])
def test_page_that_cannot_be_read_is_unreadable(good, text):
    (good / "docs/other.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    site = load(good)[0]
    assert site.unreadable == {("page", "other.md")} and "other.md" not in site.pages


def test_usable_part_of_invalid_front_matter_is_kept(good):
    (good / "docs/other.md").write_text("---\nkind: help\nsee_also: [a.md, 7]\n---\n\n## A {#a}\n")
    page = load(good)[0].pages["other.md"]
    assert (page.meta.kind, page.meta.title, page.meta.see_also, page.headings[0].line) == ("help", "", ("a.md", "7"), 6)
    (good / "docs/other.md").write_text("---\n[\n---\n\n## A {#a}\n")
    assert load(good)[0].pages["other.md"].meta.kind == "invalid"


@pytest.mark.parametrize("front", ["---\n{}---\n", "---  \n{}---\t\n", "---\n{}---"])
def test_front_matter_is_between_lines_of_hyphens(good, front):
    (good / "docs/other.md").write_text(front.format(TITLE.removeprefix("---\n").removesuffix("---\n")))
    assert messages(good) == [] and load(good)[0].pages["other.md"].meta.title == "Other"


@pytest.mark.parametrize("name", ["Other.md", "an other.md", "other_page.md", "-other.md", "a/Other/b.md"])
def test_page_name_that_is_no_url_is_reported(good, name):
    (good / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (good / "docs" / name).write_text(TITLE)
    assert messages(good) == [
        f"docs/{name}:1: This page's name does not fit an address. Name it with lower-case words joined by hyphens, as short-name.md."
    ]
    # What leads to the page has the name that it should have.
    assert load(good)[0].unreadable == {("page", name), ("page", name.lower().replace("_", "-").replace(" ", "-"))}


def test_symlink_to_a_page_is_reported(good):
    (good / "docs/other.md").symlink_to("index.md")
    link = "docs/other.md:1: This is a link to another place. Put the file itself here; elsewhere the link may lead to nothing."
    assert messages(good) == [link] and load(good)[0].unreadable == {("page", "other.md")}
