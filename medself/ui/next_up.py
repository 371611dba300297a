"""Which day is being recorded, and what is coming: the next visit, refills, things to do."""

from datetime import date, timedelta

import streamlit as st

from medself.days import day_in_words
from medself.journal import Journal
from medself.ui import clock, tasks
from medself.ui.pages import VISIT
from medself.ui.text import plain

DAY, OTHER = "today_day", "today_other_day"
CHOICES = {0: "Today", 1: "Yesterday", 2: "Another day"}


def choose_day(today: date) -> date:
    """Draw the choice of the day to record for; the future cannot be chosen."""
    chosen = st.segmented_control(
        "Which day?",
        list(CHOICES),
        format_func=CHOICES.__getitem__,
        default=0,
        required=True,
        key=DAY,
        persist_state="session",
    )
    if chosen == 2:
        other = st.date_input(
            "Day", today - timedelta(days=2), max_value=today, key=OTHER, persist_state="session"
        )
        return other if isinstance(other, date) else today
    day = today - timedelta(days=int(chosen or 0))
    st.markdown(f"**{day:%A} {day_in_words(day)}**")
    return day


def show(journal: Journal, today: date) -> None:
    """Draw the next visit, the refills that are due within two weeks, and what is to be done."""
    lines = []
    coming = [visit for visit in journal.visits() if visit.at >= clock.now()]
    if coming:
        first = min(coming, key=lambda visit: visit.at)
        whom = f" with {first.with_whom}" if first.with_whom else ""
        lines.append(
            f"{first.at:%A} {day_in_words(first.at, year=False)}, {first.at:%H:%M}: appointment{whom}."
        )
    for medication in journal.medications():
        refill = medication.supply.refill_on if medication.supply else None
        if refill and refill <= today + timedelta(days=14):
            lines.append(
                f"{refill:%A} {day_in_words(refill, year=False)}: ask for more {medication.name}."
            )
    for line in lines:
        st.markdown(plain(line))
    tasks.open_ones(journal, place="today")
    if not coming:
        st.markdown("No appointment is written down yet.")
        st.page_link(VISIT, label="Add an appointment", icon=":material/event_note:")
