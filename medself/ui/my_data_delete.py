"""Deleting a whole record: what goes is said first, and the person types a word to go on."""

import streamlit as st

from medself.journal import Journal, remove_person
from medself.journal.backup import list_backups
from medself.ui import state
from medself.ui.my_data import KINDS
from medself.ui.notes import attempt
from medself.ui.text import plain

WORD = "DELETE"


def everything(journal: Journal) -> None:
    """Draw what would go, the field for the word, and the button."""
    counts = {kind: len(journal.table(kind)) for kind in KINDS}
    kept = [f"{KINDS[kind]} {number:,}" for kind, number in counts.items() if number]
    st.markdown(
        f"This deletes the whole record of **{plain(journal.person.name)}** from this computer: "
        f"{', '.join(kept) or 'nothing is recorded yet'}; settings; backups {len(list_backups(journal)):,}; "
        "everything that could be undone. Records of other people here stay. Copies you took away stay "
        "where you put them."
    )
    st.warning("It cannot be undone. Take a copy away first if you may want it back.")
    typed = st.text_input(f"Type {WORD} to go on", key="my_data_word", autocomplete="off")
    st.button(
        "Delete this record",
        key="my_data_delete",
        disabled=typed.strip() != WORD,
        on_click=_delete,
        args=(journal,),
    )


def _delete(journal: Journal) -> None:
    if st.session_state["my_data_word"].strip() != WORD:
        return
    if attempt(lambda: remove_person(journal.folder), "The record is deleted."):
        for key in list(st.session_state):
            if key not in (state.ROUTED, state.NOTE):
                del st.session_state[key]
