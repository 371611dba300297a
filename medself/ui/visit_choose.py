"""What goes on the visit page: which days, which parts, what of the private; and a line that counts it.

Parts that are left off stay off: they are kept in the journal. What is private and ticked is kept in
this tab only, so that a tick of long ago puts nothing on a page of today.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import streamlit as st

from medself.journal import Journal
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.visit import Choice, Summary, build, since_last_visit
from medself.visit.build import Days
from medself.visit.choice import PARTS, left_off
from medself.visit.included import held_back, in_one_line

PERIODS = {
    "7": "7 days",
    "30": "30 days",
    "90": "90 days",
    "last": "Since my last visit",
    "own": "Other",
}
KEPT = "visit_parts"
PRIVATE = {
    "visit_notes": "My notes",
    "visit_own_words": "What happened, and why doses were not taken, in my own words",
    "visit_item_9": "My answers about not wanting to live",
    "visit_private": "Side effects about sex and other private ones",
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The choice of parts, and whether private side effects are shown."""

    choice: Choice
    show_private: bool


def days(journal: Journal, today: date) -> Days:
    """Draw the choice of days the page is about; both ends are included."""
    last = since_last_visit(journal, today)
    chosen = st.segmented_control(
        "Which days?",
        [option for option in PERIODS if option != "last" or last],
        format_func=PERIODS.__getitem__,
        default="last" if last else "30",
        required=True,
        key="visit_period",
        persist_state="session",
        wrap=True,
    )
    start, end = today - timedelta(days=29), today
    if chosen == "last" and last:
        start = last
    elif chosen == "own":
        start, end = _own_days(start, end) or st.stop()
    else:
        start = today - timedelta(days=int(chosen or 30) - 1)
    return Days(start, end, today, clock.last_quarter())


def _own_days(start: date, end: date) -> tuple[date, date] | None:
    """Draw the choice of any days; nothing until both are chosen."""
    picked = st.date_input(
        "From and to", (start, end), max_value=end, key="visit_days", persist_state="session"
    )
    if isinstance(picked, tuple) and len(picked) == 2:
        return picked[0], picked[1]
    st.info("Choose the last day too.")
    return None


def parts(journal: Journal, days: Days) -> Wanted:
    """Draw the choice of parts and of private things behind one tap; return it."""
    opened = st.expander("Choose what is on it", key="visit_choose", on_change="rerun")
    if opened.open:
        with opened:
            _parts(journal)
            _private(journal, days)
    return _wanted(journal)


def _parts(journal: Journal) -> None:
    st.session_state[KEPT] = [part for part in PARTS if part not in journal.person.page_without]
    st.pills(
        "Tap a part to leave it off, or to put it back. It stays that way.",
        list(PARTS),
        selection_mode="multi",
        format_func=PARTS.__getitem__,
        key=KEPT,
        on_change=_keep,
        args=(journal,),
        wrap=True,
    )


def _private(journal: Journal, days: Days) -> None:
    st.markdown("Private, and off until you tick it:")
    for key, label in PRIVATE.items():
        st.checkbox(label, key=key, persist_state="session")
    if there := _held_back(journal, str(journal.folder), journal.revision, days):
        st.caption(f"In these days you recorded {there}.")


def live_line(journal: Journal, days: Days, wanted: Wanted) -> None:
    """Say exactly what will be on the page."""
    lighter = replace(wanted.choice, only_counted=True)
    key = (str(journal.folder), journal.revision, days, lighter, wanted.show_private)
    counted(summary_of(journal, *key), wanted)


def counted(summary: Summary, wanted: Wanted) -> None:
    """Draw the line of what is on a page."""
    st.markdown(f"**On the page:** {in_one_line(summary, wanted.choice)}.")


def _wanted(journal: Journal) -> Wanted:
    ticked = {key: bool(st.session_state.get(key)) for key in PRIVATE}
    return Wanted(
        choice=Choice(
            without=frozenset(journal.person.page_without),
            notes=ticked["visit_notes"],
            item_9=ticked["visit_item_9"],
            own_words=ticked["visit_own_words"],
        ),
        show_private=ticked["visit_private"],
    )


def _keep(journal: Journal) -> None:
    without = left_off(st.session_state[KEPT])
    act(lambda: journal.revise(journal.person.id, page_without=without), "Saved for your page.")


# `folder` and `revision` stand for the journal in the caches' keys; it is not hashed itself.
@st.cache_data(scope="session", max_entries=8, show_spinner=False)
def summary_of(
    _journal: Journal, folder: str, revision: str, days: Days, choice: Choice, show_private: bool
) -> Summary:
    """Gather a page, or take it from this tab's cache."""
    return build(_journal, library(), **days._asdict(), show_private=show_private, choice=choice)


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _held_back(_journal: Journal, folder: str, revision: str, days: Days) -> str:
    return held_back(_journal, library(), days)
