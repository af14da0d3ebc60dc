from sitekit.sources.settings import find_problems, references
from sitekit.sources.yaml import parse_yaml
from tests.conftest import ROOT

REAL = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def found(text: str) -> list[tuple[int, str, str]]:
    return [(ref.line, ref.what, ref.text) for ref in references(parse_yaml(text, "mkdocs.yml"))]


def problems(old: str, new: str) -> list[str]:
    """Return what is reported of the real settings after an edit, without the line."""
    assert old in REAL
    config = parse_yaml(REAL.replace(old, new), "mkdocs.yml")
    return [f"{problem.message}. {problem.hint}" for problem in find_problems(config)]


def test_settings_refer_to_what_every_page_fetches():
    text = "theme:\n  name: material\n  favicon: a.svg\nextra_css: [b.css]\n"
    assert found(text) == [(4, "fetched", "b.css"), (3, "fetched", "a.svg")]


def test_settings_of_other_types_refer_to_nothing():
    assert found("- a\n") == found("theme: x\nextra: y\nextra_css: z\n") == []


def test_settings_the_site_is_built_with_are_accepted():
    assert problems("strict: true", "strict: false") == problems("validation:", "x_validation:\n  a: b\nvalidation:")[1:] == []


def test_name_that_is_one_letter_off_is_one_problem():
    assert problems("use_directory_urls:", "use_direktory_urls:") == [
        "The site is not built with the setting 'use_direktory_urls'. Did you mean 'use_directory_urls'?"
    ]
