"""Sections below headings of level 4 fold; the practice's own is open."""

from markdown import Markdown

BODY = "### Europe\n\nBefore.\n\n#### Ireland {#ireland}\n\nOne.\n\n- Two.\n\n#### Malta {#malta}\n\nThree.\n\n### Asia\n\nAfter.\n"


def converted(**settings: str) -> str:
    markdown = Markdown(extensions=["attr_list", "sitekit.render.folds"], extension_configs={"sitekit.render.folds": settings})
    return markdown.convert(BODY).replace("\n", "")


def test_section_below_a_heading_of_level_4_is_folded():
    assert converted() == (
        "<h3>Europe</h3><p>Before.</p>"
        '<details class="fold"><summary><h4 id="ireland">Ireland</h4></summary><p>One.</p><ul><li>Two.</li></ul></details>'
        '<details class="fold"><summary><h4 id="malta">Malta</h4></summary><p>Three.</p></details>'
        "<h3>Asia</h3><p>After.</p>"
    )


def test_of_places_one_is_open_at_a_time():
    markdown = Markdown(extensions=["attr_list", "sitekit.render.folds"])
    found = markdown.convert("## Law {#where-you-live}\n\n#### Ireland\n\n#### Malta\n\n## Else {#else}\n\n#### Now\n")
    assert found.replace("\n", "") == (
        '<h2 id="where-you-live">Law</h2>'
        '<details class="fold" name="where-you-live"><summary><h4>Ireland</h4></summary></details>'
        '<details class="fold" name="where-you-live"><summary><h4>Malta</h4></summary></details>'
        '<h2 id="else">Else</h2><details class="fold"><summary><h4>Now</h4></summary></details>'
    )


def test_section_of_the_practice_is_open():
    assert '<details class="fold" open=""><summary><h4 id="malta">' in converted(open="malta")
