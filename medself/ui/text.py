"""Text people typed, made harmless inside labels and sentences that Streamlit reads as Markdown."""

import re

from medself.model.text import one_line

_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,./;<=>?@\[\\\]^_`{|}~-])")
# Streamlit rewrites `:x:`, `:red[...]`, `->`, `>=`, `--`, `www.` and `a@b.c` after the Markdown is
# parsed, so that a backslash does not help; a word joiner, which has no width, breaks them up.
_REWRITTEN = re.compile(r"[:<>~@-]|www(?=\.)", re.IGNORECASE)
_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return `text` so that Markdown shows it letter for letter, on one line."""
    parted = _REWRITTEN.sub(rf"\g<0>{_JOINER}", one_line(text))
    return _PUNCTUATION.sub(r"\\\1", parted)
