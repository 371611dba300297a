"""The grade against published sentences and sums done by hand."""

import pytest

from medself.readability import Counts, counts, grade, longest_sentences, sentences


def test_published_example_the_cat_sat_on_the_mat():
    """6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_published_example_reading_passage():
    """16 words, 1 sentence, 23 syllables (published reading ease 69): 6.24 + 16.96 - 15.59."""
    text = "This sentence, taken as a reading passage unto itself, is being used to prove a point."
    assert counts(text) == Counts(sentences=1, words=16, syllables=23)
    assert grade(text) == pytest.approx(7.61, abs=0.01)


def test_two_sentences_by_hand():
    """Take it with food (4 words, 4 syllables). Call your prescriber (3, 5): 7 words, 9 syllables.

    0.39 x 7 / 2 + 11.8 x 9 / 7 - 15.59 = 1.365 + 15.171 - 15.59.
    """
    assert grade("Take it with food. Call your prescriber.") == pytest.approx(0.946, abs=0.001)


def test_a_text_without_words_has_grade_zero():
    assert grade("") == grade("---\n\n| |\n") == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "Take 2.5 tablets.",
        "Take it at 9 a.m. on Monday.",
        "Ask Dr. Jones.",
        "Some foods, e.g. cheese, matter.",
        "The most is 40 mg. a day.",
        "It was level 0.8 to 1.0 then.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text):
    assert len(sentences(text)) == 1


def test_a_short_form_at_the_end_of_a_sentence_ends_it():
    assert sentences("Take it at 9 a.m. Then eat.") == ["Take it at 9 a.m.", "Then eat."]


def test_headings_items_and_cells_are_sentences_and_marks_are_gone():
    text = (
        "<!-- section: x -->\n## What helps\nEat a little\nand often. {nhs label}\n\n"
        "- **dry** crackers [1]\n- *tea*\n1. [Rest](https://example.org/a.b)\n\n"
        "| when | what |\n|---|---|\n| day 1 | less sick |\n"
    )
    assert sentences(text) == [
        "What helps",
        "Eat a little and often.",
        "dry crackers",
        "tea",
        "Rest",
        "when",
        "what",
        "day 1",
        "less sick",
    ]


def test_a_masked_name_counts_as_one_word_of_two_syllables():
    assert counts(
        "Seroquel XR and quetiapine help.", names=["quetiapine", "Seroquel XR"]
    ) == Counts(sentences=1, words=4, syllables=6)
    assert counts("Lithiumlike", names=["lithium"]) == counts("Lithiumlike")


def test_masking_changes_the_grade_of_a_text_full_of_names():
    text = "Aripiprazole is like brexpiprazole."
    assert grade(text, names=["aripiprazole", "brexpiprazole"]) < grade(text)


def test_the_longest_sentences_come_first():
    assert longest_sentences("One. One two three. One two.", 2) == ["One two three.", "One two."]


def test_a_phone_number_is_one_word():
    assert counts("Call 1-800-222-1222.") == Counts(sentences=1, words=2, syllables=3)
