"""Text people typed, made harmless inside labels and sentences that Streamlit reads as Markdown."""

import re

from medself.model.text import one_line

# Only the signs that mean something, because a screen reader reads the backslashes of a label aloud.
_SIGNS = re.compile(r"([\\`*_\[\]<>|~$&#^{}])")
_LIST = re.compile(r"^(\d{1,9})([.)])|^\+")
# Streamlit rewrites `:x:`, `:red[...]`, `->`, `>=`, `--`, `www.` and `a@b.c` after the Markdown is
# parsed, so that a backslash does not help; a word joiner, which has no width, breaks them up.
_REWRITTEN = re.compile(r"[:<>~@-]|www(?=\.)", re.IGNORECASE)
_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return `text` so that Markdown shows it letter for letter, on one line."""
    parted = _REWRITTEN.sub(rf"\g<0>{_JOINER}", one_line(text))
    escaped = _SIGNS.sub(r"\\\1", parted)
    return _LIST.sub(lambda found: f"{found[1] or ''}\\{found[2] or '+'}", escaped)
