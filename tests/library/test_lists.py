"""The short lists beside the pages."""

import pytest

from medself.library.lists import Term

RASH = Term(term="rash", plain="Spots.", also=["skin reaction"])


@pytest.mark.parametrize("text", ["A rash.", "RASH", "rashes", "a skin reaction"])
def test_a_word_is_found_in_a_text_in_any_case_and_number(text):
    assert RASH.is_in(text)


@pytest.mark.parametrize("text", ["a crash", "rashly", ""])
def test_a_part_of_another_word_is_not_it(text):
    assert not RASH.is_in(text)
