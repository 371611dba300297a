"""Choosing what may be seen on a shared screen, with exactly that below, and the switch."""

from datetime import date, timedelta

import streamlit as st

from medself.journal import Journal
from medself.ui import clock, sharing
from medself.ui.notes import act
from medself.ui.shared_parts import Shown, gather, said_at_the_end
from medself.ui.text import plain
from medself.ui.trends_choose import which_days
from medself.visit import since_last_visit

PERIODS = {"7": "7 days", "30": "30 days", "90": "90 days", "last": "Since my last visit"}


def draw(journal: Journal) -> None:
    """Draw the choice, what others will see, and the switch. Nothing is chosen beforehand."""
    st.markdown(
        "For a video call, or a screen others can see. Choose first. Then everything else is hidden, on "
        "every page and in every new window, until you end it. Notes are never shown."
    )
    today = clock.today(journal.person.day_start)
    start = _choose_start(journal, today)
    hide = st.checkbox(
        "Hide names: medicines by their group or a letter, me by initials",
        key="present_hide",
        persist_state="session",
    )
    whole = gather(journal, None, start, hide_names_too=hide)
    names = [name for name, _ in whole.parts]
    if not names:
        st.info("There is nothing to show for these days yet.")
        return
    chosen = st.pills(
        "What may be seen?",
        names,
        selection_mode="multi",
        key="present_parts",
        persist_state="session",
    )
    _preview(whole, chosen)
    st.button(
        "Start sharing",
        key="present_start",
        type="primary",
        icon=":material/screen_share:",
        on_click=act,
        args=(lambda: sharing.begin(journal, chosen, start, hide_names=hide),),
    )
    st.caption(
        "Close other windows of this app first: one that is already open changes only when it is used."
    )


def _choose_start(journal: Journal, today: date) -> date:
    last = since_last_visit(journal, today)
    chosen = which_days(PERIODS, last, "30", "present_days")
    if chosen == "last" and last:
        return last
    return today - timedelta(days=int(chosen) - 1)


def _preview(whole: Shown, chosen: list[str]) -> None:
    with st.container(border=True):
        st.markdown("**This is all that others will see**" if chosen else "Nothing is chosen yet.")
        if not chosen:
            return
        st.text(f"{whole.whose}\n{whole.days}")
        for name, lines in whole.parts:
            if name in chosen:
                st.markdown(f"**{plain(name)}**")
                for line in lines:
                    st.text(line)
        said_at_the_end(whole, chosen)
