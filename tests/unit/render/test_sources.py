"""Citations, sources, the table of evidence and pictures."""

import pytest

from sitekit.models.data import Claim, Picture
from tests.rendering import show
from tests.unit.render.test_link_kit import filter_field
from tests.unit.smallest import page, site

CITE = '<a class="cite" href="#source-a-2018"><span class="visually-hidden">Source </span>1</a>'


def claim(**changed) -> Claim:
    return Claim(
        **{
            "key": "a-2018",
            "topic": "Care & trust",
            "reference": "A & B (2018).",
            "shows": "survey",
            "plain": "They go < together.",
            "does_not_show": "Which is > first.",
            "sureness": "low",
            "checked": "seen",
        }
        | changed
    )


def shown(
    macro: str, *args: str, body: str = '{{ cite("a-2018") }}{{ cite("c-2020") }}', claims: tuple[Claim, ...] = (claim(),), **parts
) -> str:
    return show(site(page("a.md", body), claims={one.key: one for one in claims}, **parts), macro, *args)


def test_citation_leads_to_its_source_by_number():
    assert shown("cite", "a-2018") == CITE
    assert shown("cite", "c-2020", claims=(claim(key="c-2020"), claim())).endswith("</span>2</a>")


@pytest.mark.parametrize("sureness, words", [("good", "We are fairly sure"), ("fair", "We are somewhat sure"), ("low", "We are not sure")])
def test_sources_are_listed_as_cited_with_how_sure_we_are_and_what_they_do_not_show(sureness, words):
    rest = f'<span class="reference">A &amp; B (2018).</span> <span class="sureness">{words}.</span> Which is &gt; first.</li>'
    both = (claim(key="c-2020", sureness=sureness), claim(sureness=sureness))
    assert shown("sources", claims=both) == (
        '<details class="sources-fold"><summary>2 sources</summary>'
        f'<ol class="sources" data-search-exclude><li id="source-a-2018">{rest}<li id="source-c-2020">{rest}</ol></details>'
    )


@pytest.mark.promise("limits-are-told", says="We look at how a source is shown. It must say how sure we are, and what it does not show.")
def test_source_says_its_limits_and_that_something_is_unchecked():
    found = claim(doi="10.1037/pst0000175", title="On <trust>", sureness="fair", unverified="the pages")
    assert shown("sources", claims=(found,)) == (
        '<details class="sources-fold"><summary>1 source</summary><ol class="sources" data-search-exclude>'
        '<li id="source-a-2018"><span class="reference">A &amp; B (2018). <cite>On &lt;trust&gt;</cite>.</span> '
        '<a href="https://doi.org/10.1037/pst0000175" rel="noreferrer">doi.org/10.1037/pst0000175</a>. '
        '<span class="sureness">We are somewhat sure.</span> Which is &gt; first. '
        '<span class="unverified">We have not yet checked every detail of this with the source.</span></li></ol></details>'
    )


def row(name: str, words: str) -> str:
    """Return a row that the search leaves out."""
    return f"<dt>{name}</dt><dd>{words}</dd>"


def test_evidence_shows_a_claim_in_full():
    found = claim(figure="r = 0.3 & up", unverified="the <pages>", doi="10.1037/a(b);1")
    assert shown("ledger", claims=(found,)) == (
        f'{filter_field("claims")}<div id="claims">'
        '<section class="claim" id="claim-a-2018"><h3>Care &amp; trust</h3>'
        '<p>A &amp; B (2018). <a href="https://doi.org/10.1037/a(b);1" rel="noreferrer" data-search-exclude>doi.org/10.1037/a(b);1</a></p>'
        f"<dl><dt>In plain words</dt><dd>They go &lt; together.</dd></dl><dl data-search-exclude>{row('Figure', 'r = 0.3 &amp; up')}{row('Kind', 'Survey')}"
        f"{row('Does not show', 'Which is &gt; first.')}{row('How sure', 'Low')}"
        f"{row('Not yet checked with the source', 'the &lt;pages&gt;')}</dl></section></div>"
    )


def test_evidence_omits_what_a_claim_does_not_have():
    rest = (
        "<h3>Care &amp; trust</h3><p>A &amp; B (2018).</p><dl><dt>In plain words</dt><dd>They go &lt; together.</dd></dl>"
        f"<dl data-search-exclude>{row('Kind', 'Survey')}{row('Does not show', 'Which is &gt; first.')}{row('How sure', 'Low')}</dl></section>"
    )
    assert shown("ledger", claims=(claim(key="a"), claim(key="b"))).endswith(
        f'<div id="claims"><section class="claim" id="claim-a">{rest}<section class="claim" id="claim-b">{rest}</div>'
    )


@pytest.mark.parametrize("key, source", [(None, ""), ("a-2018", f" {CITE}")])
def test_picture_has_its_alternative_its_caption_and_its_source(key, source):
    ear = Picture(id="ear", alt='An "ear".', caption="An ear & more.", cite=key)
    drawing = '\n<svg viewBox="0 0 9 9">\n  <g>\n    <circle r="4"/>\n  </g>\n</svg>\n'
    assert shown("picture", "ear", pictures={"ear": ear}, drawings={"ear": drawing}) == (
        '<figure class="picture" id="picture-ear" data-search-exclude>'
        '<svg viewBox="0 0 9 9" role="img" aria-label="An &#34;ear&#34;."><rect width="100%" height="100%" fill="var(--pic-paper)"/><g aria-hidden="true"><g><circle r="4"/></g></g></svg>'
        f"<figcaption>An ear &amp; more.{source}</figcaption></figure>"
    )
