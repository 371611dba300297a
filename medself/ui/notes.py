"""Acting on the journal from a widget, and saying what came of it, once, on the next run."""

from collections.abc import Callable

import streamlit as st

from medself.errors import MedselfError
from medself.journal import Journal
from medself.ui import state
from medself.ui.text import plain


def act(action: Callable[[], object], saved: str = "Saved.") -> None:
    """Be a widget's callback that does one write; see `attempt`."""
    attempt(action, saved)


def attempt(action: Callable[[], object], saved: str = "Saved.") -> bool:
    """Do a write and keep its sentence for the next drawing.

    Args:
        action: does the write; returns only when it is safely on disk.
        saved: what to say then. Plain words of ours, no text a person typed.

    Returns:
        Whether it was done. When not, what was typed stays in its widgets.
    """
    try:
        action()
    except MedselfError as error:
        st.session_state[state.NOTE] = ("error", str(error))
        return False
    st.session_state[state.NOTE] = ("done", saved)
    return True


def show(journal: Journal | None) -> None:
    """Draw the sentence of the last action, with the way to take it back."""
    kind, sentence = st.session_state.pop(state.NOTE, (None, ""))
    # Drawn even when empty: Streamlit counts what stands on a page, and what follows would be built
    # anew when a sentence comes or goes. The focus, and what is open, would be lost.
    with st.container(horizontal=True, vertical_alignment="center"):
        if kind == "error":
            st.error(plain(sentence))
        elif kind == "done":
            st.success(sentence, icon=":material/check:")
            if journal and journal.can_undo():
                st.button(
                    "Undo",
                    key="frame_undo",
                    icon=":material/undo:",
                    on_click=act,
                    args=(journal.undo, "Taken back. It is as it was before."),
                )
