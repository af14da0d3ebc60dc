"""Pages lose their indentation, and nothing that a reader sees."""

from sitekit.build.compact import compact


def test_indentation_and_empty_lines_are_removed():
    assert compact("<ul>\n    <li>\n\n      One  word\n    </li>\n  </ul>\n") == "<ul>\n<li>\nOne  word\n</li>\n</ul>\n"


def test_verbatim_elements_stay_as_they_are():
    page = "<pre>\n  a\n\n  b</pre>\n  <p>x</p>\n  <script>\n  y\n</script>\n\n<textarea>\n\n z</textarea>"
    assert compact(page) == "<pre>\n  a\n\n  b</pre>\n<p>x</p>\n<script>\n  y\n</script>\n<textarea>\n\n z</textarea>"
