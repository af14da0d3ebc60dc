"""Marks, sources, the ledger and pictures, word for word."""

import pytest

from sitekit import render
from sitekit.models.data import Claim, Picture
from sitekit.sources.loader import load


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


def test_a_mark_leads_to_its_source():
    assert render.cite(3, claim()) == '<a class="cite" href="#source-a-2018"><span class="visually-hidden">Source </span>3</a>'


@pytest.mark.parametrize("sureness, words", [("good", "We are fairly sure"), ("fair", "We are somewhat sure"), ("low", "We are not sure")])
def test_a_source_says_how_sure_we_are_and_what_it_does_not_show(sureness, words):
    assert render.sources([claim(sureness=sureness)]) == (
        '<ol class="sources" data-search-exclude><li id="source-a-2018"><span class="reference">A &amp; B (2018).</span> '
        f'<span class="sureness">{words}.</span> Which is &gt; first.</li></ol>'
    )


def test_sources_follow_each_other_in_one_list():
    rest = '<span class="reference">A &amp; B (2018).</span> <span class="sureness">We are not sure.</span> Which is &gt; first.</li>'
    assert render.sources([claim(), claim(key="c-2020")]) == (
        f'<ol class="sources" data-search-exclude><li id="source-a-2018">{rest}<li id="source-c-2020">{rest}</ol>'
    )


def aside(name: str, words: str) -> str:
    """What the ledger tells and the search leaves out."""
    return f"<dt data-search-exclude>{name}</dt><dd data-search-exclude>{words}</dd>"


def test_the_ledger_tells_a_claim_in_full(good):
    found = claim(figure="r = 0.3 & up", unverified="the <pages>", doi="10.1037/a(b);1")
    assert render.ledger(load(good)[0].model_copy(update={"claims": {found.key: found}})) == (
        '<section class="claim" id="claim-a-2018"><h3>Care &amp; trust</h3>'
        '<p>A &amp; B (2018). <a href="https://doi.org/10.1037/a(b);1" rel="noreferrer" data-search-exclude>doi.org/10.1037/a(b);1</a></p>'
        f"<dl><dt>In plain words</dt><dd>They go &lt; together.</dd>{aside('Figure', 'r = 0.3 &amp; up')}{aside('Kind', 'Survey')}"
        f"{aside('Does not show', 'Which is &gt; first.')}{aside('How sure', 'Low')}{aside('Not yet checked with the source', 'the &lt;pages&gt;')}</dl></section>"
    )


def test_the_ledger_leaves_out_what_a_claim_does_not_have(good):
    two = {key: claim(key=key) for key in ("a", "b")}
    rest = (
        "<h3>Care &amp; trust</h3><p>A &amp; B (2018).</p><dl><dt>In plain words</dt><dd>They go &lt; together.</dd>"
        f"{aside('Kind', 'Survey')}{aside('Does not show', 'Which is &gt; first.')}{aside('How sure', 'Low')}</dl></section>"
    )
    assert render.ledger(load(good)[0].model_copy(update={"claims": two})) == (
        f'<section class="claim" id="claim-a">{rest}<section class="claim" id="claim-b">{rest}'
    )


@pytest.mark.parametrize("mark, after", [([], ""), (['<a class="cite">1</a>'], ' <a class="cite">1</a>')])
def test_a_picture_is_one_line_with_its_alternative_its_caption_and_the_mark_of_its_source(mark, after):
    found = Picture(id="ear", alt='An "ear".', caption="An ear & more.")
    found.set_svg('\n<svg viewBox="0 0 9 9">\n  <g>\n    <circle r="4"/>\n  </g>\n</svg>\n')
    assert render.picture(found, *mark) == (
        '<figure class="picture" id="picture-ear" data-search-exclude>'
        '<svg viewBox="0 0 9 9" role="img" aria-label="An &quot;ear&quot;."> <g> <circle r="4"/> </g> </svg>'
        f"<figcaption>An ear &amp; more.{after}</figcaption></figure>"
    )
