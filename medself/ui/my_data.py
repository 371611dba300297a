"""Bringing in a file: what is in it, what the person's own mood words mean, what would change, one button."""

from collections.abc import Mapping

import streamlit as st

from medself.errors import MedselfError
from medself.exchange import Reading, read
from medself.exchange.fhir_dosage import told
from medself.exchange.names import slug_in
from medself.exchange.rows import MonthCount, Plan, commit, plan
from medself.journal import Journal
from medself.model import Medication
from medself.ui import clock, help_panel
from medself.ui.loaders import library
from medself.ui.notes import attempt
from medself.ui.text import plain

ROUND, HELP_OPEN, FILE = "my_data_round", "my_data_help", "my_data_file"
LEVELS = {1: "1: best", 2: "2: good", 3: "3: in the middle", 4: "4: bad", 5: "5: worst"}
KINDS = {
    "medication": "medicines",
    "visit": "appointments",
    "question": "questions",
    "task": "to-do",
    "dose": "doses",
    "check_in": "check-ins",
    "side_effect": "side effects",
    "event": "things that happened",
    "score": "questionnaires",
    "measurement": "measurements",
}
SHOWN = 200


def help_if_needed(journal: Journal) -> None:
    """Draw the help panel before anything else when a file noted thoughts of being better off dead."""
    if st.session_state.get(HELP_OPEN):
        help_panel.draw(journal, "import")
        st.button("Close this", key="my_data_help_close", on_click=_close_help)


def bring_in(journal: Journal) -> None:
    """Draw the choice of a file and, once there is one, all that it would do."""
    st.markdown(
        "You can bring in a **list of medicines** or questionnaire totals (a FHIR file from a clinic or a "
        "health app), a **Daylio diary** (its backup or its CSV) or a **JSON copy** made here. "
        "Nothing is written until you press the button at the end."
    )
    file = st.file_uploader(
        "Choose a file", key=f"{FILE}_{st.session_state.get(ROUND, 0)}", max_upload_size=200
    )
    if file is None:
        return
    data, zone = file.getvalue(), clock.zone()
    try:
        reading = _read(file.file_id, file.name, data, zone, {})
        if reading.mood_words:
            moods = _mood_words(file.file_id, reading.mood_words)
            reading = _read(file.file_id, file.name, data, zone, moods)
        planned = plan(reading, journal)
    except MedselfError as error:
        st.error(plain(str(error)), title="We could not read this file")
        return
    if reading.help_first and HELP_OPEN not in st.session_state:
        st.session_state[HELP_OPEN] = True
        st.rerun()
    _preview(planned)
    _button(journal, planned)


# What is in a file is about one person: kept for this tab only, and not for long.
@st.cache_data(scope="session", max_entries=2, show_spinner="Reading the file")
def _read(file_id: str, name: str, _data: bytes, zone: str, moods: Mapping[str, int]) -> Reading:
    return read(name, _data, zone=zone, moods=moods, resolve=slug_in(library()))


def _mood_words(file_id: str, words: Mapping[str, int | None]) -> dict[str, int]:
    """Draw one choice a word; what the file says is chosen beforehand, nothing else is."""
    open_words = [word for word, level in words.items() if level is None]
    chosen = {}
    with st.expander("Your words for how you felt", expanded=bool(open_words)):
        st.markdown(
            "How good or bad is each of your words? Entries with a word you leave open are not "
            "brought in."
        )
        for number, (word, level) in enumerate(words.items()):
            chosen[word] = st.selectbox(
                plain(word),
                list(LEVELS),
                index=level - 1 if level else None,
                format_func=LEVELS.__getitem__,
                key=f"my_data_mood_{file_id}_{number}",
                placeholder="Choose",
            )
    return {word: level for word, level in chosen.items() if level}


def _preview(planned: Plan) -> None:
    reading = planned.reading
    st.header("What is in it", anchor=False)
    for note in reading.notes:
        st.text(note)
    for warning in planned.warnings:
        st.warning(plain(warning))
    kinds = ", ".join(f"{KINDS[kind]} {number:,}" for kind, number in planned.kinds.items())
    st.markdown(
        f"- **To be added: {len(planned.add):,}**{f' ({kinds})' if kinds else ''}\n"
        f"- Already there: {planned.already_there:,}\n"
        f"- Not kept: {len(reading.refused):,}"
    )
    if medicines := [record for record in planned.add if isinstance(record, Medication)]:
        st.table([_medicine(one) for one in medicines[:SHOWN]], hide_index=True)
    if planned.months:
        with st.expander("Month by month"):
            st.table([_month(month) for month in planned.months], hide_index=True)
    if reading.refused:
        with st.expander("What is not kept, and why", expanded=not planned.add):
            rows = [
                {"where": plain(r.where), "why": plain(r.reason)} for r in reading.refused[:SHOWN]
            ]
            st.table(rows, hide_index=True)
            if len(reading.refused) > SHOWN:
                st.text(f"and {len(reading.refused) - SHOWN:,} more")


def _medicine(medication: Medication) -> dict[str, str]:
    said = told(medication.raw)
    return {
        "medicine": plain(medication.name),
        "date on the list": plain(said.on) or "not given",
        "how to take it, on the list": plain(said.as_written) or "not given",
        "the list says": plain(said.status) or "not given",
    }


def _month(month: MonthCount) -> dict[str, str]:
    return {
        "month": month.month,
        "in the file": f"{month.in_file:,}",
        "in your record now": f"{month.before:,}",
        "in your record then": f"{month.after:,}",
    }


def _button(journal: Journal, planned: Plan) -> None:
    if None in planned.reading.mood_words.values():
        st.info("Some of your words are still open. Say above how good or bad they are.")
    elif not planned.add:
        st.info("There is nothing new in this file. Your record stays as it is.")
    if not planned.add:
        return
    st.caption("A backup is made first, and you can undo it in one step.")
    st.button(
        f"Bring in {len(planned.add):,}",
        key="my_data_commit",
        type="primary",
        on_click=_commit,
        args=(journal, planned),
    )


def _commit(journal: Journal, planned: Plan) -> None:
    asked = " Now say below what you still take." if "medication" in planned.kinds else ""
    if attempt(lambda: commit(journal, planned), f"{len(planned.add):,} added.{asked}"):
        # A new key empties the uploader: the same file is not offered again.
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _close_help() -> None:
    # Kept as closed while this file is open; another file may open it again.
    st.session_state[HELP_OPEN] = False
