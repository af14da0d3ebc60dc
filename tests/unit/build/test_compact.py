"""Pages lose their indentation, and nothing that a reader sees."""

from sitekit.build.compact import compact, compact_pages


def test_indentation_and_empty_lines_are_removed():
    assert compact("<div>\n    <p>\n\n      One  word\n    </p>\n  </div>\n") == "<div>\n<p>\nOne  word\n</p>\n</div>\n"


def test_line_breaks_beside_the_tags_of_lists_are_left_out():
    assert compact("<p>a</p>\n<ul>\n  <li>\n b</li>\n  <li>c</li>\n</ul>\n<p>d</p>") == "<p>a</p><ul><li>\nb</li><li>c</li></ul><p>d</p>"


def test_verbatim_elements_stay_as_they_are():
    page = "<pre>\n  a\n\n  b</pre>\n  <p>x</p>\n  <script>\n  y\n</script>\n\n<textarea>\n\n z</textarea>"
    assert compact(page) == "<pre>\n  a\n\n  b</pre>\n<p>x</p>\n<script>\n  y\n</script>\n<textarea>\n\n z</textarea>"


def test_small_pictures_stand_in_the_page(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/logo.svg").write_text('<svg xmlns="x">\n  <!-- two -->\n  <path d="M0 0"/>\n</svg>\n')
    (tmp_path / "index.html").write_text('<img src="../assets/logo.svg" alt="">')
    compact_pages(tmp_path)
    assert (tmp_path / "index.html").read_text() == (
        "<img src=\"data:image/svg+xml,%3Csvg%20xmlns='x'%3E%3Cpath%20d='M0%200'/%3E%3C/svg%3E\" alt=\"\">"
    )


def test_icons_are_hidden_from_screen_readers(tmp_path):
    (tmp_path / "index.html").write_text('<button><svg xmlns="x" viewBox="0 0 24 24"><path d="M0 0"/></svg>Menu</button>')
    compact_pages(tmp_path)
    assert (tmp_path / "index.html").read_text().startswith('<button><svg aria-hidden="true" viewBox="0 0 24 24">')


def test_what_only_the_search_or_a_file_of_its_own_reads_is_left_out(tmp_path):
    (tmp_path / "index.html").write_text(
        '<figure data-search-exclude=""><svg><text x="1" font-family="inherit">Hello</text></svg></figure>'
    )
    compact_pages(tmp_path)
    assert (tmp_path / "index.html").read_text() == '<figure><svg><text x="1">Hello</text></svg></figure>'
