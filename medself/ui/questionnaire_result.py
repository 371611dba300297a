"""The result of a questionnaire just saved, in words: help first where an answer calls for it."""

import streamlit as st

from medself.analysis.scores import score
from medself.errors import NoSuchRecord
from medself.instruments import Instrument, instruments
from medself.journal import Journal
from medself.model import Score
from medself.recording import score_words
from medself.recording.score_history import earlier
from medself.ui import help_panel, state
from medself.ui.questionnaires import CHOICE, notice


def just_saved(journal: Journal) -> bool:
    """Draw the result of what was just saved, if anything was; returns whether it was."""
    record = _record(journal)
    if record is None:
        return False
    instrument = instruments()[record.instrument]
    # Only the flags are asked for: a gate answered "no" sets none.
    if score(instrument, record.answers).flags:
        help_panel.draw(journal, "answer")
    with st.container(border=True):
        _result(journal, instrument, record)
    notice(instrument)
    st.button("Fill in another", key="questionnaires_another", on_click=_another)
    return True


def _record(journal: Journal) -> Score | None:
    scored = st.session_state.get(state.SCORED)
    if scored is None:
        return None
    try:
        record: Score = journal.get(scored)
    except NoSuchRecord:
        # Taken back. The answers are gone with it, as the person asked.
        del st.session_state[state.SCORED]
        return None
    return record


def _result(journal: Journal, instrument: Instrument, record: Score) -> None:
    if record.total is None:
        missing = [n for n, answer in enumerate(record.answers, 1) if answer is None]
        st.markdown(f"**{instrument.name}: {score_words.without_total(missing)}**")
        st.markdown("Your answers are kept all the same.")
        return
    total = score_words.in_words(instrument, record.total)
    st.markdown(f"**{instrument.name}: your total is {total}.**")
    for sentence in score_words.meaning(instrument, record.total):
        st.markdown(sentence)
    last = earlier(journal.table("score"), record)
    if last:
        st.markdown(score_words.change(instrument, record.total, last))


def _another() -> None:
    del st.session_state[state.SCORED]
    st.session_state[CHOICE] = None
