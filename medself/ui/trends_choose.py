"""What the page Over time looks at: which days, and which of the symptoms a person follows."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from medself.charts.theme import SYMPTOMS
from medself.journal import Journal
from medself.ui.loaders import library
from medself.visit import since_last_visit

PERIODS = {
    "30": "30 days",
    "90": "90 days",
    "180": "180 days",
    "365": "1 year",
    "all": "Everything",
    "last": "Since my last visit",
    "own": "Other",
}
LONGEST_DAYS = 3_653
"""Ten years, with their leap days."""


def which_days(periods: dict[str, str], last: date | None, default: str, key: str) -> str:
    """Draw the choice among named periods; "last" is offered only when there was a visit before."""
    chosen = st.segmented_control(
        "Which days?",
        [option for option in periods if option != "last" or last],
        format_func=periods.__getitem__,
        default=default,
        required=True,
        key=key,
        persist_state="session",
        wrap=True,
    )
    return chosen or default


def choose_period(journal: Journal, today: date) -> tuple[date, date]:
    """Draw the choice of days to look at; both ends are included."""
    last = since_last_visit(journal, today)
    chosen = which_days(PERIODS, last, "90", "trends_period")
    if chosen == "last" and last:
        return last, today
    earliest = today - timedelta(days=LONGEST_DAYS - 1)
    if chosen == "all":
        return max(_first_entry(journal) or today - timedelta(days=89), earliest), today
    if chosen == "own":
        picked = st.date_input(
            "From and to",
            (today - timedelta(days=89), today),
            min_value=earliest,
            max_value=today,
            key="trends_days",
            persist_state="session",
        )
        if isinstance(picked, tuple) and len(picked) == 2:
            return picked[0], picked[1]
        st.info("Choose the last day too.")
        st.stop()
    return today - timedelta(days=int(chosen) - 1), today


def _first_entry(journal: Journal) -> date | None:
    """The first day with an entry, or missing without any."""
    firsts = [journal.table(kind)["day"].min() for kind in ("dose", "check_in", "side_effect")]
    known = [first.date() for first in firsts if not pd.isna(first)]
    return min(known, default=None)


def choose_symptoms(journal: Journal) -> tuple[str, ...]:
    """Draw the choice of symptoms where the person follows more than the chart can hold."""
    known = [symptom for symptom in journal.person.symptoms if symptom in library().symptoms]
    if len(known) <= len(SYMPTOMS):
        return tuple(known)
    chosen = st.pills(
        f"Which of what you follow? Up to {len(SYMPTOMS)} fit.",
        known,
        selection_mode="multi",
        default=known[:3],
        format_func=label,
        key="trends_symptoms",
        persist_state="session",
    )
    return tuple(symptom for symptom in known if symptom in (chosen or ()))[: len(SYMPTOMS)]


def label(symptom: str) -> str:
    """Return how a symptom is called on the screen."""
    return library().symptoms[symptom].label
