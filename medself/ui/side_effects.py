"""Noting a side effect, with whom to call where one cannot wait, and anything else that happened."""

from datetime import date, datetime

import streamlit as st

from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import LifeEvent, MedicationStatus, Severity, SideEffect
from medself.ui import clock, help_panel
from medself.ui.loaders import library
from medself.ui.notes import act, attempt
from medself.ui.pages import HELP
from medself.ui.text import plain

SEVERITY = {1: "A little", 2: "Quite a bit", 3: "A lot", 0: "Gone today"}
WHAT, HOW, SINCE, FROM, STOPS, NOTE = (
    f"effect_{part}" for part in ("what", "how", "since", "from", "stops", "note")
)
PANEL = {
    "emergency": (
        "This can be serious. If it is happening now, or you feel very unwell, "
        "call your emergency number now. Do not wait for this app: nobody is watching it."
    ),
    "same_day": (
        "Tell a doctor, nurse or pharmacist about this today, even if it seems small. "
        "If you get worse, or your face swells or it is hard to breathe, call your emergency number."
    ),
}


def effect_label(effect: str) -> str:
    """Return the plain label of a known side effect, or the person's own words."""
    known = library().side_effects.get(effect)
    return known.label if known else effect


def form(journal: Journal, day: date) -> None:
    """Draw the side-effect form of a day and what is noted for it already."""
    chosen = st.selectbox(
        "What do you notice?",
        list(library().side_effects),
        index=None,
        format_func=effect_label,
        key=WHAT,
        accept_new_options=True,
        placeholder="Choose, or type your own words",
        persist_state="session",
    )
    if chosen:
        _panel(chosen)
        _rest_of_form(journal, day)
    help_panel.draw_for_text(journal, "side_effect", _said())
    _noted(journal, day)


def _said() -> str:
    """The person's own words so far: what they notice may be typed as well."""
    return f"{st.session_state.get(WHAT) or ''} {st.session_state.get(NOTE) or ''}"


def _panel(effect: str) -> None:
    known = library().side_effects.get(effect)
    if known and known.panel:
        st.warning(PANEL[known.panel], title=known.label)
        st.page_link(HELP, label="Numbers to call", icon=":material/call:")


def _rest_of_form(journal: Journal, day: date) -> None:
    st.segmented_control(
        "How strong is it?", list(SEVERITY), format_func=SEVERITY.__getitem__, key=HOW
    )
    names = {
        m.id: m.name for m in journal.medications() if m.status is not MedicationStatus.NOT_TAKING
    }
    st.selectbox(
        "Which medicine may it go with? (if you have a thought)",
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=FROM,
        placeholder="Not sure",
    )
    st.date_input("When did it begin? (if you know)", value=None, max_value=day, key=SINCE)
    st.checkbox("It stops me doing things", key=STOPS)
    st.text_input("Note", key=NOTE)
    st.button(
        "Save side effect", key="effect_save", type="primary", on_click=_save, args=(journal, day)
    )


def _save(journal: Journal, day: date) -> None:
    state = st.session_state
    now = clock.now()
    at = now if day == clock.today(journal.person.day_start) else datetime.combine(day, now.time())

    def write() -> None:
        if state.get(HOW) is None:
            raise InvalidRecord("Please choose how strong it is. Nothing was saved yet.")
        journal.add(
            SideEffect(
                at=at,
                day=day,
                zone=clock.zone(),
                effect=state[WHAT],
                severity=Severity(state[HOW]),
                since=state[SINCE],
                medication=state[FROM],
                stops_me=state[STOPS],
                note=state[NOTE],
            )
        )

    if attempt(write, "Side effect saved."):
        help_panel.keep_open_for_text("side_effect", _said())
        state[WHAT] = None


def _noted(journal: Journal, day: date) -> None:
    for row in journal.table("side_effect", start=day, end=day).itertuples():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{effect_label(row.effect)}: {SEVERITY[row.severity].lower()}")
            st.button(
                "Remove",
                key=f"effect_remove_{row.id}",
                help=plain(f"Remove {effect_label(row.effect)}. You can undo this."),
                on_click=act,
                args=(lambda id_=row.id: journal.remove(id_), "Side effect removed."),
            )


def event_form(journal: Journal, day: date) -> None:
    """Draw the line for anything else that happened on a day."""
    with st.form("event_form", clear_on_submit=True, border=False):
        text = st.text_input(
            "Something that happened (illness, exams, a move ...)", key="event_text"
        )
        saved = st.form_submit_button("Save what happened", key="event_save")
    if saved:
        at = datetime.combine(day, clock.now().time())
        act(lambda: journal.add(LifeEvent(at=at, day=day, zone=clock.zone(), text=text)))
        help_panel.keep_open_for_text("event", text)
        st.rerun()
    help_panel.draw_for_text(journal, "event", "")
    for row in journal.table("event", start=day, end=day).itertuples():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(row.text)
            st.button(
                "Remove",
                key=f"event_remove_{row.id}",
                on_click=act,
                args=(lambda id_=row.id: journal.remove(id_), "Removed."),
            )
