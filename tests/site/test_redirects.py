"""Redirects are kept from every file of the built site."""

from sitekit import urls


def test_every_file_is_one_that_no_redirect_may_replace(built, site):
    known = {**urls.written_files(site), **{urls.file_at(old): old for old in site.redirects}}
    files = {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()}
    assert {
        file for file in files if file.lower() not in known and file.split("/")[0] not in {*urls.BUILT_FOLDERS, *site.languages}
    } == set()
