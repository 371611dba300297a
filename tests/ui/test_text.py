"""P4: text a person typed is shown letter for letter, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import interpreted, shown

from medself.model.text import one_line
from medself.ui.text import plain

TRICKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![](http://example.org/beacon.png)",
    "[press here](http://example.org)",
    "**bold** _soft_ ~~gone~~ `code`",
    "# heading",
    "> quote",
    "- list",
    "1. list",
    "    indented",
    "| a | b |\n|---|---|",
    "$x^2$ costs $5 or $6",
    ":red[danger] :smile: :material/home: :streamlit:",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "www.example.org and https://example.org",
    "someone@example.org",
    "&lt;b&gt; &copy; &#8238;",
    "\\ \\* \\\\",
    "two\nlines\n\nand a gap",
    "<https://example.org>",
    "[ref]: http://example.org",
    "😀 ❤️ 🤷🏽‍♀️",
    "50 mg (half), 20% off! #1",
]


@pytest.mark.parametrize("typed", TRICKS)
def test_p4_a_trick_is_shown_as_its_letters(typed):
    assert interpreted(plain(typed)) == []
    assert shown(plain(typed)) == " ".join(typed.split())


@pytest.mark.parametrize("typed", TRICKS[:-2])
def test_the_reader_of_these_tests_sees_each_trick(typed):
    assert interpreted(typed) or shown(typed) != typed


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf"))))
def test_any_text_is_shown_as_its_letters(typed):
    assert interpreted(plain(typed)) == []
    assert shown(plain(typed)) == " ".join(typed.split())


@given(st.text("*_~`$:-><=[]()!#&;|\\ w.@a1\n", max_size=30))
def test_any_mix_of_signs_is_shown_as_its_letters(typed):
    assert interpreted(plain(typed)) == []
    assert shown(plain(typed)) == " ".join(typed.split())


def test_text_from_right_to_left_is_set_apart_from_the_numbers_after_it():
    assert one_line("שלום") == "\u2068שלום\u2069"
    assert one_line("50 mg") == "50 mg"
    assert shown(plain("العربية")) == "العربية"


def test_marks_that_turn_text_round_are_taken_out():
    assert one_line("\u202eabc\u202c \u2067d") == "abc d"
    assert one_line("a\u2069\u202eb") == "\u2068ab\u2069"


def test_a_name_set_apart_in_a_sentence_stays_where_it_is():
    sentence = f"{one_line('שלום')}: 12 taken"
    assert one_line(sentence) == sentence
    assert plain(sentence).startswith("\u2068שלום\u2069")


@given(st.text())
def test_setting_apart_twice_is_setting_apart_once(typed):
    assert one_line(one_line(typed)) == one_line(typed)
    assert "\n" not in one_line(typed)
