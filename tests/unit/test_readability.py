"""The formulae against values calculated by hand, and full stops after headings and list items."""

import pytest

from sitekit import readability


@pytest.mark.parametrize(
    "word, count",
    [
        ("cat", 1),
        ("pause", 1),
        ("asked", 1),
        ("people", 2),
        ("session", 2),
        ("wanted", 2),
        ("changes", 2),
        ("because", 2),
        ("therapist", 3),
        ("something", 3),
        ("a", 1),
    ],
)
def test_syllables_are_estimated_from_spelling(word, count):
    assert readability.syllables(word) == count


def test_flesch_kincaid_of_six_words_of_one_syllable():
    # 0.39 * 6/1 + 11.8 * 6/6 - 15.59
    assert readability.flesch_kincaid("The cat sat on the mat.") == pytest.approx(-1.45)


def test_automated_readability_index_of_six_words_of_seventeen_letters():
    # 4.71 * 17/6 + 0.5 * 6/1 - 21.43
    assert readability.automated_readability_index("The cat sat on the mat.") == pytest.approx(-5.085)


def test_grade_is_the_mean_of_both_formulae():
    assert readability.grade(["The cat sat on the mat."]) == pytest.approx((-1.45 - 5.085) / 2)


def test_items_without_full_stops_count_as_sentences():
    assert readability.grade(["The cat sat", "on the mat"]) == readability.grade(["The cat sat.", "on the mat."])


def test_quoted_sentence_gets_no_second_full_stop():
    assert readability.with_full_stop("They said “no.”") == "They said “no.”"


def test_grade_of_no_text_is_zero():
    assert readability.grade([]) == 0.0


def test_sentences_end_at_punctuation():
    assert readability.sentences('Can we stop? "Yes." Good.') == ["Can we stop?", '"Yes.', "Good."]
