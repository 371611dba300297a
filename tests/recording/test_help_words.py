"""Words that open the help panel: in any spelling a tired person may use, and rather once too often."""

import pytest

from medself.recording.help_words import opens_help


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "i WANT  to\ndie.",
        "Feeling suicidal again",
        "suicide",
        "I don’t want to be here",
        "I dont want to be here",
        "I don't want to be here",
        "better-off dead",
        "self-harm",
        "self\u2011harmed last night",
        "selfharming",
        "s\u200buicidal",
        "ｓｕｉｃｉｄｅ",
        "took too many of the white ones",
        "Overdosed",
        "kms",
        "x" * 10_000 + " hurt myself",
    ],
)
def test_words_that_open_help(text: str) -> None:
    assert opens_help(text)


def test_a_denial_opens_help_as_well() -> None:
    """Who means what is not for a program to say: a false alarm costs a glance."""
    assert opens_help("No suicidal thoughts today")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Slept well. A good day, out in the garden.",
        "My phone died on the way home",
        "Diet is going better",
        "skms",
        "The injection hurt my arm",
        "😀",
        "I felt low and cried, then rang my sister.",
    ],
)
def test_ordinary_notes_do_not(text: str) -> None:
    assert not opens_help(text)
