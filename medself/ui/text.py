"""Text people typed, made harmless inside labels and sentences that Streamlit reads as Markdown."""

import re

_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,./;<=>?@\[\\\]^_`{|}~-])")
# Streamlit rewrites `:x:`, `:red[...]` and `->` after the Markdown is parsed, so that a backslash
# does not help; a word joiner, which has no width, breaks them up.
_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return `text` so that Markdown shows it letter for letter, on one line."""
    one_line = " ".join(text.split())
    parted = (
        one_line.replace(":", f":{_JOINER}").replace("-", f"-{_JOINER}").replace("<", f"<{_JOINER}")
    )
    return _PUNCTUATION.sub(r"\\\1", parted)
