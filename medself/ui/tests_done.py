"""Tests and checks of what is taken: when each was last written down, and writing one down."""

import pandas as pd
import streamlit as st

from medself.analysis.checks import last_done
from medself.journal import Journal
from medself.model import Task
from medself.recording.checks import Named, Result, named, write_down
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.notes import attempt
from medself.ui.text import plain
from medself.visit import words

FIELDS = {"test": None, "value": None, "unit": "", "note": ""}


def draw(journal: Journal) -> None:
    """Draw every test the pages name, with the last one written down, and the form for another."""
    found = named(journal.medications(), library(), region=journal.person.region)
    opened = st.expander("Tests and checks", key="tests_open", on_change="rerun")
    if not opened.open:
        return
    with opened:
        measured, tasks = journal.table("measurement"), journal.tasks()
        st.markdown(
            "The pages about your medicines name these. Ask your prescriber which are meant for you."
            if found
            else "No page about your medicines names a test. You can write one down all the same."
        )
        for name, lines in _by_medicine(found, measured, tasks).items():
            st.markdown(f"**{plain(name)}**\n\n" + "\n".join(f"- {line}" for line in lines))
        _form(journal, found)


def _by_medicine(
    found: list[Named], measured: pd.DataFrame, tasks: list[Task]
) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for one in found:
        done = last_done(one.check.test, measured, tasks)
        result = f": {plain(done.result)}" if done and done.result else ""
        last = f"**last on {words.day(done.day)}{result}**" if done else "none written down"
        when = one.check.when.rstrip(".")
        line = f"{one.check.test}: {when[:1].lower()}{when[1:]} ({last})"
        lines.setdefault(one.medication.name, []).append(line)
    return lines


def _form(journal: Journal, found: list[Named]) -> None:
    today = clock.today(journal.person.day_start)
    st.selectbox(
        "Which test or check was done?",
        list(dict.fromkeys(one.check.test for one in found)),
        index=None,
        format_func=plain,
        key="tests_test",
        accept_new_options=True,
        placeholder="Choose, or type your own",
    )
    with st.container(horizontal=True):
        st.date_input("When?", today, max_value=today, key="tests_day")
        st.number_input("Result, if you know it", value=None, key="tests_value", format="%g")
        st.text_input("Unit", key="tests_unit", placeholder="for example mmol/L")
    st.text_input("Note", key="tests_note")
    st.button("Save test", key="tests_save", type="primary", on_click=_save, args=(journal,))


def _save(journal: Journal) -> None:
    state = st.session_state
    result = Result(
        test=state["tests_test"] or "",
        day=state["tests_day"],
        value=state["tests_value"],
        unit=state["tests_unit"],
        note=state["tests_note"],
    )
    today = clock.today(journal.person.day_start)
    if attempt(lambda: write_down(journal, result, zone=clock.zone(), today=today), "Saved."):
        for name, empty in FIELDS.items():
            state[f"tests_{name}"] = empty
