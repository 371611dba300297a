"""What can be changed about a medicine on the list; each change is one write and can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import streamlit as st

from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import (
    EndReason,
    HoldReason,
    Medication,
    MedicationStatus,
    Supply,
)
from medself.recording import medicines as recording
from medself.ui import clock, regimen_editor, regimen_reader
from medself.ui.notes import act, attempt

HOLD = {
    "advice": "Agreed with my prescriber",
    "hospital": "In hospital",
    "no_supply": "None left",
    "other": "Another reason",
}
END = {"stopped": "I stopped it", "completed": "The course was finished"}
STOPPING = (
    "If this was not agreed with your prescriber, please tell them or a pharmacist soon. "
    "Some medicines need to be stopped slowly."
)


def draw(action: str, journal: Journal, medication: Medication) -> None:
    """Draw the fields of one kind of change and its button."""
    prefix = f"medicines_{action}_{medication.id}"
    fields: dict[str, Callable[[str, Medication], None]] = {
        "dose": _dose_fields,
        "pause": _pause_fields,
        "resume": _day_field,
        "stop": _stop_fields,
        "supply": _supply_fields,
        "details": _detail_fields,
    }
    fields[action](prefix, medication)
    st.button(
        "Save this change",
        key=f"{prefix}_save",
        type="primary",
        on_click=_save,
        args=(action, prefix, journal, medication),
    )


def take_again(journal: Journal, medication: Medication) -> None:
    """Put a stopped medicine back on the list; how it is taken is asked for there."""
    act(
        lambda: journal.revise(medication.id, status=MedicationStatus.TAKING),
        "It is on your list again. Write down how you take it now.",
    )


def _save(action: str, prefix: str, journal: Journal, medication: Medication) -> None:
    def write() -> None:
        changed = _changed(action, prefix, journal, medication)
        fields = ("regimens", "holds", "status", "supply", "name", "why", "prescriber", "strength")
        journal.revise(medication.id, **{name: getattr(changed, name) for name in fields})

    if attempt(write, "Saved. What you recorded before stays as it was."):
        st.session_state[f"medicines_action_{medication.id}"] = None


def _changed(action: str, prefix: str, journal: Journal, medication: Medication) -> Medication:

    state = st.session_state
    day_start = journal.person.day_start
    if action == "dose":
        return recording.start(medication, regimen_reader.read(prefix, day_start))
    if action == "supply":
        left = state[f"{prefix}_left"]
        if left is None:
            raise InvalidRecord("Please fill in how much is left.")
        supply = Supply(
            left=float(left), on=clock.today(day_start), refill_on=state[f"{prefix}_refill"]
        )
        return replace(medication, supply=supply)
    if action == "details":
        return replace(
            medication,
            name=state[f"{prefix}_name"],
            why=state[f"{prefix}_why"],
            prescriber=state[f"{prefix}_prescriber"],
            strength=state[f"{prefix}_strength"],
        )
    at = _moment(state[f"{prefix}_day"], state.get(f"{prefix}_time"), day_start)
    if action == "resume":
        return recording.resume(medication, at)
    note, why = state.get(f"{prefix}_note") or "", state[f"{prefix}_why"]
    if why is None:
        raise InvalidRecord(f"Please choose {'why' if action == 'pause' else 'what happened'}.")
    if action == "pause":
        return recording.pause(medication, at, reason=HoldReason(why), note=note)
    return recording.stop(medication, at, reason=EndReason(why), note=note)


def _moment(day: date, at: time | None, day_start: time) -> datetime:
    return datetime.combine(day, at or day_start)


def _dose_fields(prefix: str, _medication: Medication) -> None:
    st.markdown("Write down what your prescriber told you. The way you took it before is kept.")
    regimen_editor.draw(prefix, clock.today())


def _day_field(prefix: str, _medication: Medication) -> None:
    st.date_input("From which day?", clock.today(), key=f"{prefix}_day")


def _pause_fields(prefix: str, medication: Medication) -> None:
    _day_field(prefix, medication)
    st.radio("Why?", list(HOLD), None, format_func=HOLD.__getitem__, key=f"{prefix}_why")
    st.text_input("Note", key=f"{prefix}_note")


def _stop_fields(prefix: str, medication: Medication) -> None:
    st.markdown(STOPPING)
    st.radio("What happened?", list(END), None, format_func=END.__getitem__, key=f"{prefix}_why")
    with st.container(horizontal=True):
        st.date_input("First day without it", clock.today(), key=f"{prefix}_day")
    st.text_input("Why, in your own words", key=f"{prefix}_note")


def _supply_fields(prefix: str, medication: Medication) -> None:
    supply = medication.supply
    st.number_input(
        "How much is left today?", 0.0, 1e6, supply.left if supply else None, key=f"{prefix}_left"
    )
    st.date_input(
        "When to ask for more?", supply.refill_on if supply else None, key=f"{prefix}_refill"
    )


def _detail_fields(prefix: str, medication: Medication) -> None:
    st.text_input("Name", medication.name, key=f"{prefix}_name")
    st.text_input("Strength on the box", medication.strength, key=f"{prefix}_strength")
    st.text_input("What it is for", medication.why, key=f"{prefix}_why")
    st.text_input("Who prescribed it", medication.prescriber, key=f"{prefix}_prescriber")
