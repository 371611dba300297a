"""Doses, on the page Over time: counts in words, and what else can be said of each medicine."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from medself.analysis.adherence import match
from medself.analysis.dose_days import dose_days
from medself.charts.calendar import calendar, first_day
from medself.charts.picture import Picture
from medself.days import day_in_words
from medself.journal import Journal
from medself.model.text import one_line
from medself.ui import clock, pictures
from medself.ui.loaders import library
from medself.ui.pages import ABOUT
from medself.ui.text import plain
from medself.visit import following
from medself.visit.counts import dose_tables
from medself.visit.following import Told


def counts(lines: Sequence[str]) -> None:
    """Draw the dose counts of every medicine, in words."""
    if not lines:
        st.markdown("No doses were due in these days.")
        return
    _list(lines)
    st.caption(
        "Two numbers, such as 80 to 90 in every 100, are the least and the most you can have taken: "
        "we do not know about the doses not recorded."
    )
    st.page_link(ABOUT, label="How each number is worked out", icon=":material/info:")


def more(journal: Journal, start: date, end: date) -> None:
    """Draw how each plan was followed, once it is opened."""
    opened = st.expander("More about each medicine", key="trends_more", on_change="rerun")
    if opened.open:
        with opened:
            _told(journal, start, end)


def days(journal: Journal, start: date, end: date) -> None:
    """Draw the calendar of one medicine's doses, once it is opened."""
    opened = st.expander("Dose calendar", key="trends_calendar", on_change="rerun")
    if not opened.open:
        return
    with opened:
        first = first_day(start, end)
        until = clock.last_quarter()
        key = (str(journal.folder), journal.revision, first, end, until, pictures.is_dark())
        drawn = _calendars(journal, *key)
        if not drawn:
            st.markdown("No doses were due in these days.")
            return
        chosen = next(iter(drawn))
        if len(drawn) > 1:
            names = {each.id: each.name for each in journal.medications()}
            chosen = st.selectbox(
                "Which medicine?",
                list(drawn),
                format_func={id_: one_line(names[id_]) for id_ in drawn}.__getitem__,
                key="trends_calendar_which",
            )
        if first > start:
            st.caption("Of a long time only the last 26 weeks are drawn.")
        pictures.told(drawn[chosen], key="trends_calendar_days", table="The calendar as a table")


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _calendars(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    end: date,
    until: datetime,
    dark: bool,
) -> dict[str, Picture]:
    """The calendar of each medicine with doses due, by its id, in the order of the list."""
    slots, _ = match(*dose_tables(_journal, start, end, until=until))
    found = {each.id: dose_days(slots, each.id) for each in _journal.medications()}
    return {
        each.id: calendar(found[each.id], each.name, dark=dark)
        for each in _journal.medications()
        if not found[each.id].empty
    }


def _told(journal: Journal, start: date, end: date) -> None:
    period = f"{day_in_words(start)} to {day_in_words(end)}"
    st.caption(f"From what you recorded yourself, {period}. Doses still to come are left out.")
    until = clock.last_quarter()
    for medicine in _work_out(journal, str(journal.folder), journal.revision, start, end, until):
        st.subheader(plain(medicine.name), anchor=False)
        for phase, lines in (
            ("How you followed the plan:", medicine.followed),
            ("How long you kept on:", medicine.kept_on),
            ("When needed:", medicine.when_needed),
        ):
            if lines:
                st.markdown(phase)
                _list(lines)
    st.caption(
        "Times of day are told apart from 14 recorded doses each, days of the week from 8 each. "
        "A dose whose time nobody gave is not counted as in time or not in time."
    )


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _work_out(
    _journal: Journal, folder: str, revision: str, start: date, end: date, until: datetime
) -> tuple[Told, ...]:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    return following.told(_journal, library(), start, end, until=until)


def _list(lines: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
