"""Which texts open the help panel: by a list of words, with false alarms welcome. Tells nobody.

A text with "not" in it opens it as well ("I am not suicidal"): reading who means what is not for a
program. Texts in other languages are not understood.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

import yaml

THANKS = (
    "Thank you for telling us. Many people have thoughts like this, and help works. "
    "This app is not watched by anyone. Please tell a person today."
)
WORDS = Path(__file__).resolve().parents[2] / "content" / "help_words.yaml"
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_NOT_A_LETTER = re.compile(r"[\W_]+")


def opens_help(text: str) -> bool:
    """Return whether a text has one of the words or phrases of content/help_words.yaml in it."""
    return bool(_pattern().search(_bare(text)))


@cache
def _pattern() -> re.Pattern[str]:
    phrases: list[str] = yaml.load(WORDS.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return re.compile(r"\b(?:" + "|".join(map(_as_pattern, phrases)) + r")\b")


def _as_pattern(phrase: str) -> str:
    return _bare(phrase.removesuffix("*")) + (r"\w*" if phrase.endswith("*") else "")


def _bare(text: str) -> str:
    """Return small letters, digits and single spaces; "don’t" and "dont" become the same."""
    shown = "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf"
    )
    return _NOT_A_LETTER.sub(" ", _APOSTROPHES.sub("", shown.casefold())).strip()
