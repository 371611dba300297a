"""What was decided at an appointment, each in one step: a change, something to do, the next one."""

from datetime import datetime, time

import streamlit as st

from medself.days import day_in_words
from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import MedicationStatus, Task, TaskKind, Visit
from medself.recording.medicines import on_hold
from medself.schedule import decided
from medself.ui import clock, medicine_add, medicine_changes, tasks
from medself.ui.loaders import library
from medself.ui.notes import attempt
from medself.ui.text import plain
from medself.visit import words

KIND = "decide_kind"
OF_A_MEDICINE = {
    "dose": "Change how I take one",
    "pause": "Pause one",
    "resume": "Go on again with one",
    "stop": "Stop one",
}
KINDS = {
    "start": "Start a medicine",
    **OF_A_MEDICINE,
    "test": "A test or check",
    "watch": "Something to keep an eye on",
    "next": "The next appointment",
    "other": "Something else to do",
}


def draw(journal: Journal, visit: Visit) -> None:
    """Draw what is written down of it so far, and the fields of the kind chosen."""
    _so_far(journal, visit)
    kind = st.selectbox(
        "Write down what was decided",
        list(KINDS),
        index=None,
        format_func=KINDS.__getitem__,
        key=KIND,
        placeholder="Choose",
    )
    if kind == "start":
        medicine_add.form(journal, visit=visit.id)
    elif kind in OF_A_MEDICINE:
        _of_a_medicine(kind, journal, visit)
    elif kind == "next":
        _next(journal, visit)
    elif kind is not None:
        _task(TaskKind(kind), journal, visit)


def _so_far(journal: Journal, visit: Visit) -> None:
    found = decided(
        visit,
        medications=journal.medications(),
        tasks=journal.tasks(),
        visits=journal.visits(),
        day_start=journal.person.day_start,
    )
    lines = [f"{words.day(each.day)}: {words.change(each)}" for each in found.changes]
    lines += [tasks.in_words(task) for task in found.tasks]
    lines += [
        f"Next appointment: {each.at:%A} {day_in_words(each.at)}, {each.at:%H:%M}"
        for each in found.visits
    ]
    for line in lines:
        st.text(line)
    if not lines:
        st.markdown("Nothing is written down yet. What was decided becomes part of your record.")


def _of_a_medicine(kind: str, journal: Journal, visit: Visit) -> None:
    now = clock.now()
    fits = {
        one.id: one
        for one in journal.medications()
        if one.status is MedicationStatus.TAKING
        and (kind == "stop" or (on_hold(one, now) is not None) == (kind == "resume"))
    }
    if not fits:
        st.markdown("There is no such medicine on your list.")
        return
    chosen = st.selectbox(
        "Which medicine?",
        list(fits),
        index=None if len(fits) > 1 else 0,
        format_func={id_: plain(one.name) for id_, one in fits.items()}.__getitem__,
        key="decide_medicine",
        placeholder="Choose",
    )
    if chosen:
        medicine_changes.draw(kind, journal, fits[chosen], visit=visit.id)


def _task(kind: TaskKind, journal: Journal, visit: Visit) -> None:
    if kind is TaskKind.WATCH:
        followed = journal.person.symptoms
        more = {id_: one.label for id_, one in library().symptoms.items() if id_ not in followed}
        st.selectbox(
            "Rate it at each check-in (if it is one of these)",
            list(more),
            index=None,
            format_func=more.__getitem__,
            key="decide_symptom",
            placeholder="None of these",
        )
    known = tasks.checks_of(journal) if kind is TaskKind.TEST else []
    label = {"test": "Which test or check?", "watch": "What?", "other": "What?"}[kind.value]
    if known:
        st.selectbox(
            label,
            known,
            index=None,
            key="decide_text",
            accept_new_options=True,
            placeholder="Choose, or type your own",
        )
    else:
        st.text_input(label, key="decide_text")
    st.date_input("By which day? (if one was named)", None, key="decide_due")
    st.button(
        "Save it", key="decide_save", type="primary", on_click=_save, args=(kind, journal, visit)
    )


def _save(kind: TaskKind, journal: Journal, visit: Visit) -> None:
    state = st.session_state
    symptom = state.get("decide_symptom") if kind is TaskKind.WATCH else None

    def write() -> None:
        label = library().symptoms[symptom].label if symptom else ""
        text = state.get("decide_text") or label
        if not text.strip():
            raise InvalidRecord("Please say what it is.")
        task = Task(kind=kind, text=text, due=state["decide_due"], visit=visit.id)
        journal.save_all([task, *tasks.following(journal, symptom)])

    if attempt(write, "Saved."):
        state[KIND] = None


def _next(journal: Journal, visit: Visit) -> None:
    with st.container(horizontal=True):
        st.date_input("Day", None, key="decide_day")
        st.time_input("Time", time(10), key="decide_time", step=300)
    st.text_input("With whom? (if you like)", visit.with_whom, key="decide_whom")
    st.button(
        "Save it", key="decide_save", type="primary", on_click=_save_next, args=(journal, visit)
    )


def _save_next(journal: Journal, visit: Visit) -> None:
    state = st.session_state

    def write() -> None:
        if state["decide_day"] is None:
            raise InvalidRecord("Please choose the day of the appointment.")
        at = datetime.combine(state["decide_day"], state["decide_time"])
        whom = state["decide_whom"]
        journal.add(Visit(at=at, zone=clock.zone(), with_whom=whom, arranged_at=visit.id))

    if attempt(write, "Appointment saved."):
        state[KIND] = None
