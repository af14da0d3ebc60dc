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


def test_section_of_the_practice_is_open():
    assert '<details class="fold" open=""><summary><h4 id="malta">' in converted(open="malta")
