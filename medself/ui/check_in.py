"""The check-in: one tap a symptom, sleep, a note; what is half filled in survives a reload."""

from datetime import date, datetime

import streamlit as st

from medself.journal import Journal
from medself.model import CheckIn
from medself.recording import drafts
from medself.ui import clock, help_panel
from medself.ui.loaders import library
from medself.ui.notes import act, attempt
from medself.ui.text import plain

SLEEP, NOTE = "checkin_sleep", "checkin_note"


def form(journal: Journal, day: date) -> None:
    """Draw the check-in of a day and the ones already saved."""
    _offer_draft(journal)
    for symptom in _followed(journal):
        known = library().symptoms[symptom]
        st.segmented_control(
            f"{known.label} (0 {known.low}, 10 {known.high})",
            list(range(11)),
            key=_key(symptom),
            on_change=_keep_draft,
            args=(journal,),
            persist_state="session",
            wrap=True,
        )
    help_panel.draw_for_mood(journal, st.session_state.get(_key("mood")), day)
    st.number_input(
        "Hours slept",
        min_value=0.0,
        max_value=24.0,
        value=None,
        step=0.5,
        key=SLEEP,
        on_change=_keep_draft,
        args=(journal,),
        persist_state="session",
        placeholder="Leave empty if you do not know",
    )
    st.text_area(
        "Note (only you see it unless you choose to show it)",
        key=NOTE,
        on_change=_keep_draft,
        args=(journal,),
        persist_state="session",
        height=90,
    )
    help_panel.draw_for_text(journal, "check_in", st.session_state.get(NOTE) or "")
    st.button(
        "Save check-in",
        key="checkin_save",
        type="primary",
        on_click=_save,
        args=(journal, day),
    )
    _saved_today(journal, day)


def _followed(journal: Journal) -> list[str]:
    return [symptom for symptom in journal.person.symptoms if symptom in library().symptoms]


def _key(symptom: str) -> str:
    return f"checkin_{symptom}"


def _typed(journal: Journal) -> drafts.Draft:
    symptoms = {s: st.session_state.get(_key(s)) for s in _followed(journal)}
    return drafts.Draft(
        ratings={s: value for s, value in symptoms.items() if value is not None},
        sleep_hours=st.session_state.get(SLEEP),
        note=st.session_state.get(NOTE) or "",
    )


def _keep_draft(journal: Journal) -> None:
    drafts.keep(journal.folder, _typed(journal))


def _offer_draft(journal: Journal) -> None:
    draft = drafts.read(journal.folder)
    if draft is None or _typed(journal) == draft:
        return
    with st.container(border=True):
        st.markdown("You began a check-in and did not save it.")
        with st.container(horizontal=True):
            st.button(
                "Bring it back", key="checkin_draft", on_click=_bring_back, args=(journal, draft)
            )
            st.button(
                "Throw it away", key="checkin_drop", on_click=drafts.drop, args=(journal.folder,)
            )


def _bring_back(journal: Journal, draft: drafts.Draft) -> None:
    for symptom in _followed(journal):
        st.session_state[_key(symptom)] = draft.ratings.get(symptom)
    st.session_state[SLEEP] = draft.sleep_hours
    st.session_state[NOTE] = draft.note


def _save(journal: Journal, day: date) -> None:
    now = clock.now()
    at = now if day == clock.today(journal.person.day_start) else datetime.combine(day, now.time())
    typed = _typed(journal)

    def write() -> None:
        journal.add(
            CheckIn(
                at=at,
                day=day,
                zone=clock.zone(),
                ratings=typed.ratings,
                sleep_hours=typed.sleep_hours,
                note=typed.note,
            )
        )

    if attempt(write, "Check-in saved."):
        help_panel.keep_open_for_text("check_in", typed.note)
        help_panel.keep_open_for_mood(journal, typed.ratings.get("mood"), day)
        drafts.drop(journal.folder)
        _bring_back(journal, drafts.Draft())


def _saved_today(journal: Journal, day: date) -> None:
    table = journal.table("check_in", start=day, end=day)
    for row in table.sort_values("at").itertuples():
        with st.container(horizontal=True, vertical_alignment="center"):
            parts = [
                f"{library().symptoms[symptom].label.lower()} {value}"
                for symptom, value in row.ratings.items()
                if symptom in library().symptoms
            ]
            if row.sleep_hours == row.sleep_hours:
                parts.append(f"slept {row.sleep_hours:g} hours")
            if row.note:
                parts.append("a note")
            st.text(f"{row.at:%H:%M}: {', '.join(parts)}")
            st.button(
                "Remove",
                key=f"checkin_remove_{row.id}",
                help=plain(f"Remove the check-in of {row.at:%H:%M}. You can undo this."),
                on_click=act,
                args=(lambda id_=row.id: journal.remove(id_), "Check-in removed."),
            )
