"""Redirects are kept from every file of the built site."""

from sitekit import urls


def test_every_file_is_one_that_no_redirect_may_replace(built, site):
    known = urls.written_files(site)
    files = {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()}
    # Written last: these are for hosts, and what holds a redirect of that name would be replaced by them.
    others = {file for file in files if file.lower() not in known and file.split("/")[0] not in urls.BUILT_FOLDERS}
    assert others == {"_headers", "_nginx.conf"}
