"""The list of what the person takes: each medicine with how, since when, and what can be changed."""

from datetime import datetime

import streamlit as st

from medself.days import day_in_words
from medself.journal import Journal
from medself.model import Medication, MedicationStatus
from medself.recording.medicines import current, on_hold
from medself.schedule import in_words
from medself.ui import clock, medicine_changes, state
from medself.ui.pages import LEARN
from medself.ui.text import plain

ACTIONS = {
    "dose": "Change how I take it",
    "pause": "Pause",
    "stop": "Stop",
    "supply": "Supply",
    "details": "Details",
}
PAUSED_ACTIONS = {"resume": "Go on again"} | {
    action: words for action, words in ACTIONS.items() if action not in ("dose", "pause")
}


def taking(journal: Journal) -> None:
    """Draw a card for every medicine the person takes."""
    found = [m for m in journal.medications() if m.status is MedicationStatus.TAKING]
    if not found:
        st.markdown(
            "Nothing on your list yet. Add what you take below, with or without a prescription."
        )
    for medication in found:
        with st.container(border=True):
            _card(journal, medication)


def _card(journal: Journal, medication: Medication) -> None:
    now = clock.now()
    regimen = current(medication, now)
    st.markdown(f"## {plain(medication.name)}", anchors=False)
    st.markdown(plain(in_words(regimen)) if regimen else "How you take it is not written down yet.")
    st.caption(plain(_facts(medication, now)))
    actions = PAUSED_ACTIONS if on_hold(medication, now) else ACTIONS
    with st.container(horizontal=True):
        if medication.slug:
            _read_about(medication)
        chosen = st.segmented_control(
            f"Change {plain(medication.name)}",
            list(actions),
            format_func=actions.__getitem__,
            key=f"medicines_action_{medication.id}",
            label_visibility="collapsed",
            wrap=True,
        )
    if chosen:
        medicine_changes.draw(chosen, journal, medication)


def _facts(medication: Medication, now: datetime) -> str:
    parts = []
    if medication.regimens:
        first = medication.regimens[0].start
        parts.append(f"Since {day_in_words(first)}")
    if medication.why:
        parts.append(f"what for: {medication.why}")
    if medication.prescriber:
        parts.append(f"from {medication.prescriber}")
    if medication.over_the_counter:
        parts.append("bought without a prescription")
    if hold := on_hold(medication, now):
        parts.append(f"paused since {day_in_words(hold.start, year=False)}")
    if medication.supply:
        on = medication.supply.on
        left = f"{medication.supply.left:g} {medication.supply.unit}".strip()
        parts.append(f"{left} left on {day_in_words(on, year=False)}")
    return ", ".join(parts)


def _read_about(medication: Medication) -> None:
    if st.button(
        "Read about it", key=f"medicines_read_{medication.id}", icon=":material/menu_book:"
    ):
        st.session_state[state.PAGE_ID] = medication.slug
        st.switch_page(LEARN)


def earlier(journal: Journal) -> None:
    """Draw what the person took before: kept for good, with dates and reasons."""
    found = [m for m in journal.medications() if m.status is MedicationStatus.NOT_TAKING]
    if not found:
        return
    st.header("What I took before", anchor=False)
    for medication in found:
        with st.container(border=True):
            st.text(medication.name)
            for regimen in medication.regimens:
                start = f"{regimen.start.day} {regimen.start:%b %Y}"
                end = f"{regimen.end.day} {regimen.end:%b %Y}" if regimen.end else "no end written"
                ended = f", {regimen.end_reason.value}" if regimen.end_reason else ""
                note = f": {regimen.end_note}" if regimen.end_note else ""
                st.text(f"{in_words(regimen)}, {start} to {end}{ended}{note}")
            st.button(
                "I take it again",
                key=f"medicines_again_{medication.id}",
                on_click=medicine_changes.take_again,
                args=(journal, medication),
            )
