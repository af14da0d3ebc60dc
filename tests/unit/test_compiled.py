"""Templates are compiled once, for this process and the next, and each as its own engine would."""

import pytest
from jinja2 import Environment, TemplateSyntaxError

from sitekit.compiled import keep_compiled


@pytest.fixture
def compiled(monkeypatch):
    """Compile as a new process would, with a folder kept from the one before; gives the texts that were compiled."""
    compile_ = Environment.compile
    texts: list[str] = []

    def noted(env, source, *args, **options):
        texts.append(source)
        return compile_(env, source, *args, **options)

    def process(folder):
        texts.clear()
        # What is set here goes with the test.
        monkeypatch.setattr(Environment, "compile", noted)
        return keep_compiled(folder, ["mkdocs"])

    process.texts = texts
    yield process
    monkeypatch.undo()


def shown(text: str, **settings) -> str:
    return Environment(**settings).from_string(text).render(a="<b>")


def test_what_one_process_compiled_the_next_one_takes(tmp_path, compiled):
    compiled(tmp_path)
    assert [shown("{{ a }}!"), shown("{{ a }}!")] == ["<b>!", "<b>!"]
    assert compiled.texts == ["{{ a }}!"]
    compiled(tmp_path)
    assert shown("{{ a }}!") == "<b>!"
    assert compiled.texts == []


def test_another_engine_compiles_for_itself(tmp_path, compiled):
    compiled(tmp_path)
    assert shown("{{ a }}[[ a ]]") == "<b>[[ a ]]"
    assert shown("{{ a }}[[ a ]]", variable_start_string="[[", variable_end_string="]]") == "{{ a }}<b>"
    assert shown("{{ a }}[[ a ]]", autoescape=True) == "&lt;b&gt;[[ a ]]"


def test_a_fault_is_told_each_time_and_never_kept(tmp_path, compiled):
    compiled(tmp_path)
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            shown("{% if %}")
    assert list(tmp_path.iterdir()) == []


def test_a_filter_that_came_to_an_engine_is_known(tmp_path, compiled):
    compiled(tmp_path)
    env = Environment()
    with pytest.raises(TemplateSyntaxError):
        env.from_string("{{ a | loud }}")
    env.filters["loud"] = str.upper
    assert env.from_string("{{ a | loud }}").render(a="b") == "B"


def test_a_file_cut_short_is_compiled_anew(tmp_path, compiled):
    compiled(tmp_path)
    shown("{{ a }}!")
    next(tmp_path.iterdir()).write_bytes(b"")
    compiled(tmp_path)
    assert shown("{{ a }}!") == "<b>!"


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path, compiled):
    (tmp_path / "taken").write_text("a file")
    compiled(tmp_path / "taken")
    assert shown("{{ a }}!") == "<b>!"


def test_other_forms_than_code_are_left_to_the_engine(tmp_path, compiled):
    compiled(tmp_path)
    assert "def root" in Environment().compile("{{ a }}", raw=True)
    assert list(tmp_path.iterdir()) == []
