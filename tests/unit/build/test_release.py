"""What may be replaced by a site, and the words for what stands after a publish that failed."""

import pytest

from sitekit.build import pipeline
from sitekit.build.release import Release
from tests.tiny import manifest, tiny


def refused(place, root):
    return [str(problem) for problem in Release(place).refusals(root)]


def test_a_new_an_empty_and_a_former_place_are_taken(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "former").mkdir()
    (tmp_path / "former/index.html").write_text("former")
    assert [refused(tmp_path / name, tmp_path / "root") for name in ("new", "empty", "former")] == [[], [], []]


@pytest.mark.parametrize(
    "name, made, told",
    [
        (
            "photos",
            "photos/beach.jpg",
            "photos:1: This folder holds something else than a site, and it would be lost. Name a new or empty folder.",
        ),
        ("page", "page", "page:1: Here is a file, where the site's folder should stand. Move it, or name another place."),
        ("no/where", "x", "no/where:1: There is no folder '{root}/no' to put the site in. Make it, or name another place."),
        (
            "clone",
            "clone/.git/HEAD",
            "clone:1: This folder holds something else than a site, and it would be lost. Name a new or empty folder.",
        ),
    ],
    ids=["other files", "a file", "no folder", "a git clone"],
)
def test_a_publish_replaces_nothing_but_a_site(tmp_path, name, made, told):
    (tmp_path / made).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / made).write_text("x")
    if name == "clone":
        (tmp_path / "clone/index.html").write_text("x")
    assert refused(tmp_path / name, tmp_path) == [told.replace("{root}", str(tmp_path))]


def test_a_publish_does_not_replace_its_own_sources(tmp_path):
    root = tiny(tmp_path / "root")
    before = manifest(root)
    assert [str(problem) for problem in pipeline.publish(root, root, log=print)] == [
        ".:1: The site would take the place of its own sources. Name a folder for the site alone."
    ]
    assert manifest(root) == before


def test_a_link_to_the_sites_folder_stays_a_link(tmp_path, monkeypatch):
    root = tiny(tmp_path / "root")
    (tmp_path / "real").mkdir()
    (tmp_path / "real/index.html").write_text("former")
    (tmp_path / "site").symlink_to("real")
    (root / "practice.yml").write_text("country: xx\n")
    said = []
    assert len(pipeline.publish(root, tmp_path / "site", log=said.append)) == 1
    assert said[-1].endswith(f"Not published. The former site stands whole at {tmp_path / 'real'}.")
    assert (tmp_path / "site").is_symlink()


def test_a_publish_that_is_stopped_says_what_stands(tmp_path, monkeypatch):
    def stop(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "generating", stop)
    said = []
    with pytest.raises(KeyboardInterrupt):
        pipeline.publish(tiny(tmp_path / "root"), tmp_path / "site", log=said.append)
    assert said[-1].endswith(f"Stopped. Nothing stands at {tmp_path / 'site'}.")
    assert [file.name for file in tmp_path.iterdir()] == ["root"]


def test_another_site_that_came_meanwhile_is_told(tmp_path):
    standing = Release(tmp_path / "site")
    (tmp_path / "site").mkdir()
    assert standing.told() == f"A newer site stands whole at {tmp_path / 'site'}."
