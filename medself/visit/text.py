"""The visit page as plain text to paste into a note: no tabs, at most 72 characters a line."""

import textwrap

from medself.visit import words
from medself.visit.summary import Summary

WIDTH = 72


def text(summary: Summary) -> str:
    """Write the same facts as the page, wrapped, ending with a line break."""
    blocks = [
        [words.title(summary), words.period(summary) + ". " + words.recorded(summary)],
        *(
            [name.upper(), *(f"- {line}" for line in lines)]
            for name, lines in words.sections(summary)
        ),
        [words.footer(summary)],
    ]
    return "\n\n".join("\n".join(map(_wrap, block)) for block in blocks) + "\n"


def _wrap(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
