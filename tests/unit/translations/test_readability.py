"""Spanish syllables, and the index that is made from them."""

import pytest

from sitekit.readability import inflesz, spanish_syllables


@pytest.mark.parametrize(
    "word, count",
    [
        ("sol", 1), ("que", 1), ("guía", 2), ("muy", 1), ("ciudad", 2), ("día", 2), ("leyes", 2), ("aéreo", 4), ("terapia", 3),
        ("confianza", 3), ("confidencialidad", 6), ("ahora", 3), ("leer", 2), ("quiere", 2), ("pingüino", 3), ("y", 1), ("oír", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_their_vowels(word, count):
    assert spanish_syllables(word) == count


def test_index_falls_with_longer_words_and_sentences():
    assert round(inflesz(["Ven como eres."]), 1) == round(206.835 - 62.3 * 5 / 3 - 3, 1)
    assert inflesz(["Ven como eres. Tú decides."]) > inflesz(
        ["La confidencialidad constituye un requisito imprescindible del tratamiento."]
    )


def test_markup_is_not_read():
    assert inflesz(["**Ven** [como eres](a.md). {{ cite('x') }}"]) == inflesz(["Ven como eres."])
