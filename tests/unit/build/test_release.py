"""What a site may replace, and how a failed publish describes what stands."""

import pytest

from sitekit.build import pages, pipeline
from sitekit.build.deploy import Release
from tests.tiny import manifest, tiny


def refused(folder, root):
    return [str(problem) for problem in Release(folder).refusals(root)]


def test_new_folder_empty_folder_and_former_site_are_accepted(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "former").mkdir()
    (tmp_path / "former/index.html").write_text("former")
    assert [refused(tmp_path / name, tmp_path / "root") for name in ("new", "empty", "former")] == [[], [], []]


@pytest.mark.parametrize(
    "name, existing, expected",
    [
        (
            "photos",
            "photos/beach.jpg",
            "photos:1: This folder holds something other than a site, and it would be lost. Name a new or empty folder.",
        ),
        ("page", "page", "page:1: Here is a file, where the site's folder should be. Move it, or name another folder."),
        ("no/where", "x", "no/where:1: There is no folder '{root}/no' to put the site in. Make it, or name another folder."),
        (
            "clone",
            "clone/.git/HEAD",
            "clone:1: This folder holds something other than a site, and it would be lost. Name a new or empty folder.",
        ),
    ],
    ids=["other files", "a file", "no folder", "a git clone"],
)
def test_folder_that_is_no_site_is_reported(tmp_path, name, existing, expected):
    (tmp_path / existing).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / existing).write_text("x")
    if name == "clone":
        (tmp_path / "clone/index.html").write_text("x")
    assert refused(tmp_path / name, tmp_path) == [expected.replace("{root}", str(tmp_path))]


def test_own_sources_are_not_replaced(tmp_path):
    root = tiny(tmp_path / "root")
    before = manifest(root)
    assert [str(problem) for problem in pipeline.publish(root, root, log=print)] == [
        ".:1: The site would replace its own sources. Name a folder for the site alone."
    ]
    assert manifest(root) == before


def test_symbolic_link_to_the_site_stays_a_link(tmp_path):
    root = tiny(tmp_path / "root")
    (tmp_path / "real").mkdir()
    (tmp_path / "real/index.html").write_text("former")
    (tmp_path / "site").symlink_to("real")
    (root / "practice.yml").write_text("country: xx\n")
    log = []
    assert len(pipeline.publish(root, tmp_path / "site", log=log.append)) == 1
    assert log[-1].endswith(f"Not published. The former site stands whole at {tmp_path / 'real'}.")
    assert (tmp_path / "site").is_symlink()


def test_interrupted_publish_logs_what_stands(tmp_path, monkeypatch):
    def stop(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(pages, "generate", stop)
    log = []
    with pytest.raises(KeyboardInterrupt):
        pipeline.publish(tiny(tmp_path / "root"), tmp_path / "site", log=log.append)
    assert log[-1].endswith(f"Stopped. Nothing stands at {tmp_path / 'site'}.")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".site-lock", "root"]


def test_site_deployed_meanwhile_is_named_as_newer(tmp_path):
    release = Release(tmp_path / "site")
    (tmp_path / "site").mkdir()
    assert release.describe() == f"A newer site stands whole at {tmp_path / 'site'}."
