"""Sharing the screen: what may be seen is chosen first, and then nothing else is on the page."""

import streamlit as st

from medself.journal import Journal
from medself.ui import present_choose, sharing
from medself.ui.frame import need_journal
from medself.ui.shared_parts import Shown, gather, said_at_the_end

AT = "present_at"


def draw() -> None:
    """Draw what is shared or, when sharing is off, the choice of what to share."""
    if not sharing.is_on():
        present_choose.draw(need_journal())
        return
    try:
        journal = sharing.journal()
        shown = _shown(journal)
    except Exception:  # nothing rather than more
        st.title("Nothing is shown", anchor=False)
        st.markdown(sharing.NOTHING)
        return
    _part(shown)


def _shown(journal: Journal) -> Shown:
    chosen = journal.person.sharing
    if chosen is None:
        raise ValueError("sharing is off")
    return gather(journal, chosen.parts, chosen.start, hide_names_too=chosen.hide_names)


def _part(shown: Shown) -> None:
    """Draw one part, large, with the way to the next and the one before."""
    many = len(shown.parts)
    at = st.session_state.get(AT, 0) % many if many else 0
    if many > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Previous", key="present_before", icon=":material/arrow_back:", on_click=_turn, args=(-1,))  # fmt: skip
            st.button("Next", key="present_next", icon=":material/arrow_forward:", on_click=_turn, args=(1,))  # fmt: skip
            st.markdown(f"Part {at + 1} of {many}")
    name, lines = shown.parts[at] if many else ("Nothing to show", ())
    st.title(name, anchor=False)
    for line in lines or ("There is nothing recorded in the parts that were chosen.",):
        st.text(line)
    st.divider()
    st.text(shown.whose)
    st.text(shown.days)
    said_at_the_end(shown, [name])


def _turn(by: int) -> None:
    # Round and round, so that neither button ever goes away under a finger or the focus.
    st.session_state[AT] = st.session_state.get(AT, 0) + by
