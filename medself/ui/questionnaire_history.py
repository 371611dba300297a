"""The totals so far, a table a questionnaire, and the way to type in one that a clinic gave."""

from datetime import datetime, time

import streamlit as st

from medself.errors import InvalidRecord
from medself.instruments import clinic_totals, name_of
from medself.journal import Journal
from medself.model import Score
from medself.recording.score_history import Line, history
from medself.recording.score_words import DIRECTION, range_problem
from medself.ui import clock
from medself.ui.notes import act, attempt
from medself.ui.text import plain

SHOWN_FIRST = 12
WHICH, WHEN, TOTAL = (f"questionnaires_clinic_{part}" for part in ("which", "when", "total"))


def tables(journal: Journal) -> None:
    """Draw what is kept, a table a questionnaire, the one used last first."""
    scores = journal.table("score")
    if scores.empty:
        st.markdown("Nothing filled in yet.")
    for instrument_id in reversed(scores["instrument"].drop_duplicates(keep="last").tolist()):
        many = int((scores["instrument"] == instrument_id).sum())
        key = f"questionnaires_history_{instrument_id}"
        known = clinic_totals().get(instrument_id)
        name = known.name if known else plain(name_of(instrument_id))
        label = f"{name}, {many} {'time' if many == 1 else 'times'}"
        opened = st.expander(label, key=key, on_change="rerun")
        if opened.open:
            times = history(scores, instrument_id)
            with opened:
                _table(instrument_id, times, key)
                _one(journal, times, key)


def _table(instrument_id: str, times: list[Line], key: str) -> None:
    known = clinic_totals().get(instrument_id)
    if known and known.better:
        st.markdown(DIRECTION[known.better])
    more = len(times) > SHOWN_FIRST and not st.checkbox(f"Show all {len(times)}", key=f"{key}_all")
    st.table(
        [
            {"Day": _day(one), "Total": plain(one.total), "Where from": one.source}
            for one in (times[:SHOWN_FIRST] if more else times)
        ],
        hide_index=True,
        border="horizontal",
        alt=f"Totals of {name_of(instrument_id)}, newest first",
    )


def _one(journal: Journal, times: list[Line], key: str) -> None:
    lines = {one.id: one for one in times}
    chosen = st.selectbox(
        "Look at one, or remove it",
        list(lines),
        index=None,
        format_func={id_: f"{_day(one)}: {one.total}" for id_, one in lines.items()}.__getitem__,
        key=f"{key}_one",
        placeholder="Choose one",
    )
    if chosen is None:
        return
    for number, (question, answer) in enumerate(lines[chosen].answers, 1):
        st.text(f"{number}. {question}\n{answer}")
    if lines[chosen].note:
        st.text(lines[chosen].note)
    st.button(
        "Remove",
        key=f"{key}_remove",
        help="You can undo this.",
        on_click=act,
        args=(lambda: journal.remove(chosen), "Removed."),
    )


def _day(one: Line) -> str:
    return f"{one.day.day} {one.day:%b %Y}"


def clinic_form(journal: Journal) -> None:
    """Draw the form for a total that a clinic gave."""
    st.markdown("We do not have the questions of all of these. Type in just the total.")
    which = st.selectbox(
        "Which questionnaire was it?",
        list(clinic_totals()),
        index=None,
        format_func=_title,
        key=WHICH,
        placeholder="Choose one",
    )
    if which is None:
        return
    if hint := clinic_totals()[which].hint:
        st.markdown(hint)
    today = clock.today(journal.person.day_start)
    st.date_input("When was it?", value=None, max_value=today, key=WHEN)
    st.number_input("Total", value=None, step=1.0, format="%g", key=TOTAL)
    st.button("Save total", key="questionnaires_clinic_save", on_click=_save, args=(journal,))


def _title(instrument_id: str) -> str:
    one = clinic_totals()[instrument_id]
    return f"{one.name} ({one.about})"


def _save(journal: Journal) -> None:
    typed = st.session_state
    which, day, total = typed[WHICH], typed[WHEN], typed[TOTAL]

    def write() -> None:
        if day is None or total is None:
            raise InvalidRecord("Please give the day and the total. Nothing was saved yet.")
        if problem := range_problem(which, total):
            raise InvalidRecord(problem)
        # The time of day is not known, and noon is in the same day everywhere.
        at = datetime.combine(day, time(12))
        journal.add(Score(at=at, day=day, zone=clock.zone(), instrument=which, total=total))

    if attempt(write, "Total saved."):
        for key in (WHICH, WHEN, TOTAL):
            st.session_state[key] = None
