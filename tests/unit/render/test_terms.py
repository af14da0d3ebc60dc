"""A word of the glossary is explained where a page first uses it, and left alone where a button would hurt."""

import pytest
from markdown import Markdown

TERMS = {
    "boundaries": ("boundaries", "Clear lines."),
    "boundary": ("boundaries", "Clear lines."),
    "session notes": ("notes", "What is written down."),
    "notes": ("notes", "What is written down."),
}
BOUNDARIES = (
    '<button class="term" popovertarget="meaning-boundaries" type="button">boundaries</button>'
    '<span class="meaning" data-search-exclude="" id="meaning-boundaries" popover="">Clear lines.</span>'
)
NOTES = (
    '<button class="term" popovertarget="meaning-notes" type="button">{}</button>'
    '<span class="meaning" data-search-exclude="" id="meaning-notes" popover="">What is written down.</span>'
)


def page(markdown: str, terms=None) -> str:
    """Convert a page below its first paragraph, which is left alone."""
    settings = {"sitekit.render.terms": {"terms": TERMS if terms is None else terms}}
    text = Markdown(extensions=["sitekit.render.terms"], extension_configs=settings).convert(f"Message.\n\n{markdown}")
    return text.removeprefix("<p>Message.</p>\n")


@pytest.mark.parametrize(
    "written, shown",
    [
        ("We talk of boundaries today.", f"<p>We talk of {BOUNDARIES} today.</p>"),
        ("Ask for session notes.", f"<p>Ask for {NOTES.format('session notes')}.</p>"),
        (
            "- One\n- **Some boundaries** and notes",
            f"<ul>\n<li>One</li>\n<li><strong>Some {BOUNDARIES}</strong> and {NOTES.format('notes')}</li>\n</ul>",
        ),
        ("Boundaries, notes and boundaries.", f"<p>Boundaries, {NOTES.format('notes')} and {BOUNDARIES}.</p>"),
        ("*Now* notes, *then* boundaries.", f"<p><em>Now</em> {NOTES.format('notes')}, <em>then</em> {BOUNDARIES}.</p>"),
    ],
)
def test_term_is_explained_where_it_stands(written, shown):
    assert page(written) == shown


@pytest.mark.parametrize("written", ["## Your notes", "See [the notes](x.md).", "Footnotes and Boundaries.", "`notes`", "<p>notes</p>"])
def test_terms_in_headings_links_code_html_and_other_words_are_left_alone(written):
    assert "<button" not in page(written)


def test_only_the_first_use_on_a_page_is_explained():
    assert page("A boundary. All boundaries.\n\nThe boundary.").count("<button") == 1
    assert ">boundary</button>" in page("A boundary. All boundaries.")


def test_longer_of_two_names_wins():
    assert ">notes taken</button>" in page(
        "My notes taken.", {"notes": ("notes", "What is written."), "notes taken": ("taken", "What was written.")}
    )


def test_term_is_explained_after_a_link_that_names_it():
    assert page("[notes](x.md) and notes") == f'<p><a href="x.md">notes</a> and {NOTES.format("notes")}</p>'


def test_first_paragraph_of_a_page_is_left_alone():
    converted = Markdown(extensions=["sitekit.render.terms"], extension_configs={"sitekit.render.terms": {"terms": TERMS}})
    assert converted.convert("**Ask for notes.**\n\nNotes.").startswith("<p><strong>Ask for notes.</strong></p>")


def test_hostile_meaning_is_escaped():
    assert "&lt;b&gt;" in page("notes", {"notes": ("notes", "<b>")})


def test_page_without_terms_is_unchanged():
    assert page("notes", {}) == "<p>notes</p>"
