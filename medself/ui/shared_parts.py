"""What may be on a shared screen, gathered whole before anything of it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st

from medself.journal import Journal
from medself.ui import clock
from medself.ui.loaders import library
from medself.visit import Summary, build, words
from medself.visit.hiding import hide_names
from medself.visit.names import names_to_hide

INCOMPLETE = "A part of this record could not be read. What is shown may not be all."


@dataclass(frozen=True)
class Shown:
    """Everything that may be on the screen: whose it is, the days, each part with its lines.

    `left_out` counts by part the lines that are not shown because a name might stand in them.
    """

    whose: str
    days: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    left_out: Mapping[str, int]
    incomplete: bool = False


def gather(
    journal: Journal, parts: tuple[str, ...] | None, start: date, *, hide_names_too: bool
) -> Shown:
    """Gather the chosen parts (missing: every part), and nothing else of the page."""
    today = clock.today(journal.person.day_start)
    summary, left_out = _page(
        journal,
        str(journal.folder),
        journal.revision,
        min(start, today),
        today,
        clock.last_quarter(),
        hide_names_too,
    )
    found = [part for part in words.sections(summary) if parts is None or part[0] in parts]
    return Shown(
        whose=f"{summary.person} An invented person."
        if summary.invented and hide_names_too
        else summary.person,
        days=f"{words.period(summary)}. {words.recorded(summary)}",
        parts=tuple(found),
        left_out=left_out,
        incomplete=bool(journal.problems()),
    )


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _page(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    today: date,
    until: datetime,
    hide: bool,
) -> tuple[Summary, dict[str, int]]:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    summary = build(_journal, library(), start=start, end=today, today=today, until=until)
    if not hide:
        return replace(summary, life=None), {}
    names = names_to_hide(summary.person, _journal.medications(), library())
    hidden = hide_names(summary, names).summary
    kept = {name: len(lines) for name, lines in words.sections(hidden)}
    return hidden, {name: len(lines) - kept.get(name, 0) for name, lines in words.sections(summary)}


def said_at_the_end(shown: Shown, parts: list[str]) -> None:
    """Draw what is not seen in these parts, and whether something could not be read."""
    if left_out := sum(shown.left_out.get(part, 0) for part in parts):
        many = "1 line is" if left_out == 1 else f"{left_out} lines are"
        st.markdown(f"Names are hidden. {many} left out, because a name might stand there.")
    if shown.incomplete:
        st.markdown(INCOMPLETE)
