"""What is taken now: a card for a wallet, and the same as text."""

import textwrap
from datetime import date

from medself.visit import sentences, words
from medself.visit.along import sheet
from medself.visit.paper import short
from medself.visit.summary import MedicineLine, Summary

WIDTH = 72
BY_HAND = ("Allergies: ____________________", "Call first: ____________________")
NONE = "Nothing is on my list."


def card(summary: Summary) -> bytes:
    """Set the list as cards of 85.6 by 54 millimetres, the size of a bank card, as many as it needs.

    What the record does not hold, such as allergies, is a line to fill in by hand.
    """
    lines = [
        {
            "kind": "words",
            "runs": [
                {"text": short(line.name, 60), "bold": True},
                {"text": f": {short(line.how, 120)}", "bold": False},
            ],
        }
        for line in summary.medicines
    ]
    blocks = [
        sheet.heading(short(f"{summary.person}: what I take", 60)),
        *(lines or [sheet.words(NONE)]),
        *(sheet.words(line) for line in BY_HAND),
    ]
    return sheet.pdf(
        blocks,
        made_on=summary.made_on,
        footer=f"My own list, {words.day(summary.made_on)}.",
        paper="card",
        pieces="Card",
    )


def as_text(summary: Summary) -> str:
    """Write the list as plain text, at most 72 characters a line, ending with a line break."""
    lines = [_line(line, summary.made_on) for line in summary.medicines] or [NONE]
    title = f"{summary.person}: what I take, {words.day(summary.made_on)}"
    last = "My own list, not a medical record."
    wrapped = [_wrap(line) for line in (title, "", *lines, "", last)]
    return "\n".join(wrapped) + "\n"


def _line(line: MedicineLine, today: date) -> str:
    return f"- {sentences.medicine(line, today.year)}"


def _wrap(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
