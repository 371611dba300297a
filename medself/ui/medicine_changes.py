"""What can be changed about a medicine on the list, there or at a visit; each change is one write."""

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
from medself.ui.text import plain

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


def draw(action: str, journal: Journal, medication: Medication, *, visit: str = "") -> None:
    """Draw the fields of one kind of change and its button.

    `visit` is the id of the appointment at which it is being agreed, if it is.
    """
    prefix = f"{'decide' if visit else 'medicines'}_{action}_{medication.id}"
    fields: dict[str, Callable[[str, Medication], None]] = {
        "dose": _dose_fields,
        "pause": _pause_fields,
        "resume": _day_field,
        "stop": _stop_fields,
        "supply": _supply_fields,
        "details": _detail_fields,
    }
    fields[action](prefix, medication)
    with st.container(horizontal=True):
        st.button(
            "Save this change",
            key=f"{prefix}_save",
            type="primary",
            on_click=_save,
            args=(action, prefix, journal, medication, visit),
        )
        if action == "details" and not _has_doses(journal, medication):
            st.button(
                "Added by mistake: take it off my record",
                key=f"{prefix}_remove",
                on_click=act,
                args=(lambda: journal.remove(medication.id), "Taken off your record."),
            )


def _has_doses(journal: Journal, medication: Medication) -> bool:
    """Whether anything is recorded for it; it then stays, so that no dose loses its medicine."""
    return bool((journal.table("dose")["medication"] == medication.id).any())


def take_again(journal: Journal, medication: Medication) -> None:
    """Put a stopped medicine back on the list; how it is taken is asked for there."""
    act(
        lambda: journal.revise(medication.id, status=MedicationStatus.TAKING),
        "It is on your list again. Write down how you take it now.",
    )


def _save(action: str, prefix: str, journal: Journal, medication: Medication, visit: str) -> None:
    def write() -> None:
        changed = _changed(action, prefix, journal, medication, visit)
        fields = ("regimens", "holds", "status", "supply", "name", "why", "prescriber", "strength")
        journal.revise(medication.id, **{name: getattr(changed, name) for name in fields})

    if attempt(write, "Saved. What you recorded before stays as it was."):
        st.session_state["decide_kind" if visit else f"medicines_action_{medication.id}"] = None


def _changed(
    action: str, prefix: str, journal: Journal, medication: Medication, visit: str
) -> Medication:
    state = st.session_state
    day_start = journal.person.day_start
    if action == "dose":
        regimen = regimen_reader.read(prefix, day_start)
        return recording.start(medication, replace(regimen, visit=visit))
    if action == "supply":
        left = state[f"{prefix}_left"]
        if left is None:
            raise InvalidRecord("Please fill in how much is left.")
        supply = Supply(
            left=float(left),
            on=clock.today(day_start),
            refill_on=state[f"{prefix}_refill"],
            unit=state[f"{prefix}_unit"] or "",
            each=state.get(f"{prefix}_each") or None,
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
        return recording.pause(medication, at, reason=HoldReason(why), note=note, visit=visit)
    return recording.stop(medication, at, reason=EndReason(why), note=note, visit=visit)


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
    planned = next((regimen.unit for regimen in medication.regimens[::-1] if regimen.unit), "")
    # What is left is counted, not weighed: with a plan in mg, nothing is filled in.
    weighed = planned in regimen_editor.WEIGHED
    counted = (supply.unit if supply else "") or ("" if weighed else planned)
    with st.container(horizontal=True):
        st.number_input(
            "How much is left today?",
            0.0,
            1e6,
            supply.left if supply else None,
            key=f"{prefix}_left",
        )
        unit = st.selectbox(
            "Counted in",
            list(dict.fromkeys([*([counted] if counted else []), *regimen_editor.UNITS])),
            index=0 if counted else None,
            key=f"{prefix}_unit",
            accept_new_options=True,
            placeholder="Choose, or type your own",
        )
    if planned and unit and unit != planned:
        st.number_input(
            f"How much is in one, in {plain(planned)}? (see the box)",
            0.0,
            None,
            supply.each if supply else None,
            format="%g",
            key=f"{prefix}_each",
        )
    st.date_input(
        "When to ask for more?", supply.refill_on if supply else None, key=f"{prefix}_refill"
    )


def _detail_fields(prefix: str, medication: Medication) -> None:
    st.text_input("Name", medication.name, key=f"{prefix}_name")
    st.text_input("Strength on the box", medication.strength, key=f"{prefix}_strength")
    st.text_input("What it is for", medication.why, key=f"{prefix}_why")
    st.text_input("Who prescribed it", medication.prescriber, key=f"{prefix}_prescriber")
