"""A logo or a photograph of the practice is a small picture below docs/assets."""

import pytest

from sitekit.sources.assets import MAX_PRACTICE_PICTURE_BYTES, find_practice_picture_problem


def message(docs, path: str, data: bytes | None) -> str | None:
    if data is not None:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
    problem = find_practice_picture_problem(path, docs)
    return problem and problem[0]


@pytest.mark.parametrize("name", ["logo.png", "logo.JPEG", "logo.webp", "logo.svg"])
def test_picture_is_accepted(tmp_path, name):
    assert message(tmp_path, f"assets/practice/{name}", b"x") is None


@pytest.mark.parametrize(
    "path", ["/etc/hosts", "../x.png", "assets/../../x.png", "assets\\x.png", "img/x.png", 'assets/"x.png', "https://example.org/x.png"]
)
def test_path_outside_the_assets_is_reported(tmp_path, path):
    assert message(tmp_path, path, None).endswith("does not lie below docs/assets")


def test_missing_logo_is_reported(tmp_path):
    assert message(tmp_path, "assets/x.png", None) == "There is no file 'docs/assets/x.png'"


def test_large_logo_is_reported(tmp_path):
    assert message(tmp_path, "assets/x.png", b"a" * (MAX_PRACTICE_PICTURE_BYTES + 1)) == "The logo has 60 KiB"


def test_large_photograph_is_reported_with_a_width_that_fits(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/door.jpg").write_bytes(b"a" * (MAX_PRACTICE_PICTURE_BYTES + 1))
    assert find_practice_picture_problem("assets/door.jpg", tmp_path, "photograph", 800) == (
        "The photograph has 60 KiB",
        "Make it smaller than 60 KiB, about 800 pixels wide.",
    )
