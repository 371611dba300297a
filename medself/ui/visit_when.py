"""When the next appointment is, how far off, and what is still missing for it."""

from datetime import date, datetime, time, timedelta

import streamlit as st

from medself.days import day_in_words
from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import Visit
from medself.ui import clock
from medself.ui.notes import act
from medself.ui.pages import HOME, MEDICINES
from medself.ui.text import plain
from medself.visit.ready import Mend, countdown, missing

LEAD_TO: dict[Mend, tuple[str, str]] = {
    "entries": (HOME, "Record something on Today"),
    "how": (MEDICINES, "Write it down on My list"),
}
BELOW: dict[Mend, str] = {
    "visit": "Add one here, and it stands at the top of your page.",
    "question": "Write one below, or pick one.",
    "star": "Press “Star” beside the ones that matter most.",
}


def draw(journal: Journal, today: date) -> None:
    """Draw the appointments ahead with their countdown, what is missing, and the form for another one."""
    now = clock.now()
    coming = [visit for visit in journal.visits() if visit.at >= now - timedelta(hours=12)]
    for visit in coming:
        _one(journal, visit, now)
    _missing(journal, today)
    with st.expander("Add an appointment", expanded=not coming), st.form("visit_form"):
        with st.container(horizontal=True):
            st.date_input("Day", None, key="visit_day")
            st.time_input("Time", time(10), key="visit_time", step=300)
        st.text_input("With whom? (if you like)", key="visit_whom")
        st.form_submit_button("Save appointment", key="visit_save", on_click=_save, args=(journal,))


def _one(journal: Journal, visit: Visit, now: datetime) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{countdown(visit.at, now).capitalize()}**", width="content")
        st.text(
            f"{visit.at:%A} {day_in_words(visit.at)}, {visit.at:%H:%M}  {visit.with_whom}",
            width="stretch",
        )
        st.button(
            "Remove",
            key=f"visit_remove_{visit.id}",
            on_click=act,
            args=(lambda id_=visit.id: journal.remove(id_), "Appointment removed."),
        )


def _missing(journal: Journal, today: date) -> None:
    found = missing(journal, today)
    if not found:
        st.markdown("A date, a question with a star, and entries: all of it is there.")
        return
    with st.container(border=True, key="visit_missing"):
        st.markdown("**Still missing**")
        for each in found:
            with st.container(horizontal=True, vertical_alignment="center"):
                words = BELOW.get(each.mend, "")
                st.markdown(f"{plain(each.sentence)} {words}".rstrip(), width="content")
                if each.mend in LEAD_TO:
                    page, label = LEAD_TO[each.mend]
                    st.page_link(page, label=label, icon=":material/arrow_forward:")


def _save(journal: Journal) -> None:
    state = st.session_state

    def write() -> None:
        if state["visit_day"] is None:
            raise InvalidRecord("Please choose the day of the appointment.")
        at = datetime.combine(state["visit_day"], state["visit_time"])
        journal.add(Visit(at=at, zone=clock.zone(), with_whom=state["visit_whom"]))

    act(write, "Appointment saved.")
