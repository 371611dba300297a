"""Asking what of an imported list is still taken: a list says what was prescribed, only the person knows."""

from dataclasses import replace
from datetime import date, datetime, time

import streamlit as st

from medself.errors import InvalidRecord
from medself.exchange.fhir_dosage import Told, told
from medself.journal import Journal
from medself.model import Medication, MedicationStatus, Regimen
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.notes import attempt
from medself.ui.text import plain

YES, NO, NOT_SURE = "Yes", "No", "Not sure"
MOST_TIMES = 6


def ask(journal: Journal) -> None:
    """Draw one question a medicine that was only prescribed so far; the same medicine stands together."""
    prescribed = [m for m in journal.medications() if m.status is MedicationStatus.PRESCRIBED]
    waiting = sorted(prescribed, key=_least_likely)
    if not waiting:
        return
    st.header("Do you still take these?", anchor=False)
    st.markdown(
        "A list says what was prescribed at some time. Only you know what you take. "
        "Nothing counts until you say yes."
    )
    for name, medications in _groups(waiting).items():
        with st.container(border=True):
            if len(medications) > 1:
                st.markdown(f"**{plain(name)}** is on the list {len(medications)} times.")
            for medication in medications:
                _question(journal, medication)
    st.button(
        "Save my answers", key="still_save", type="primary", on_click=_save, args=(journal, waiting)
    )
    ended = [medication for medication in waiting if told(medication.raw).ended]
    if len(ended) > 1:
        st.button(
            f"I take none of the {len(ended)} that have ended, as the list says",
            key="still_none",
            on_click=_take_none,
            args=(journal, ended),
        )


def _least_likely(medication: Medication) -> tuple[bool, bool, str]:
    """Order what is asked: what the list says has ended last, what we have a page about first."""
    return told(medication.raw).ended, medication.slug is None, medication.name.casefold()


def _groups(medications: list[Medication]) -> dict[str, list[Medication]]:
    """Put medicines with one explainer, or else one name, together, in the order they come."""
    groups: dict[str, list[Medication]] = {}
    for medication in medications:
        known = library().medications.get(medication.slug) if medication.slug else None
        name = known.names.us if known else medication.name.casefold()
        groups.setdefault(name, []).append(medication)
    return groups


def _question(journal: Journal, medication: Medication) -> None:
    said = told(medication.raw)
    key = f"still_{medication.id}"
    answer = st.radio(
        f"{plain(_sentence(medication, said))} Do you still take it?",
        [YES, NO, NOT_SURE],
        index=None,
        horizontal=True,
        key=key,
        persist_state="session",
    )
    if answer == NOT_SURE:
        st.caption("It stays on this list. A pharmacist or your prescriber can tell you.")
    if answer == YES:
        _how(journal, key, said)


def _sentence(medication: Medication, said: Told) -> str:
    when = f" {_day_in_words(said.on)}" if said.on else ""
    how = f" The list says: {said.as_written}." if said.as_written else ""
    ended = " The list says that it ended." if said.ended else ""
    return f"{medication.name}: was prescribed{when}.{how}{ended}"


def _day_in_words(written: str) -> str:
    """Write 1978-10-03 as "3 Oct 1978"; a month or a year alone stays one."""
    parts = [int(part) for part in written.split("-")]
    try:
        day = date(*[*parts, 1, 1][:3])
    except ValueError:
        return written
    return (f"{day:%Y}", f"{day:%b %Y}", f"{day.day} {day:%b %Y}")[len(parts) - 1]


def _how(journal: Journal, key: str, said: Told) -> None:
    """Draw how it is taken: what the list says is filled in, nothing else is."""
    if said.as_needed:
        st.markdown("Only when needed, as the list says.")
    else:
        st.markdown("At what times? If you leave them empty, you can add them on *My list* later.")
        with st.container(horizontal=True):
            for number in range(_how_many(said)):
                known = said.times[number] if number < len(said.times) else None
                st.time_input(
                    f"Time {number + 1}",
                    known,
                    key=f"{key}_time_{number}",
                    step=900,
                    persist_state="session",
                )
    with st.container(horizontal=True):
        amount = None if said.amount is None else float(said.amount)
        st.number_input(
            "How much each time?",
            0.0,
            None,
            amount,
            format="%g",
            key=f"{key}_amount",
            persist_state="session",
        )
        st.text_input(
            "Counted in (mg, tablets …)", said.unit, key=f"{key}_unit", persist_state="session"
        )
    today = clock.today(journal.person.day_start)
    st.date_input(
        "Since when do you take it like this? About is enough.",
        _full_day(said.on, today),
        min_value=date(1900, 1, 1),
        max_value=today,
        key=f"{key}_since",
        persist_state="session",
    )


def _how_many(said: Told) -> int:
    return min(MOST_TIMES, max(1, said.per_day or 0, len(said.times)))


def _full_day(written: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= today else None


def _save(journal: Journal, medications: list[Medication]) -> None:
    answers = [(one, st.session_state.get(f"still_{one.id}")) for one in medications]
    decided = [(one, answer) for one, answer in answers if answer in (YES, NO)]

    def write() -> None:
        # Everything is read before the first is written, so that a wrong field stops all of it.
        journal.save_all([_answered(journal, one, taken=answer == YES) for one, answer in decided])

    attempt(write, "Saved." if decided else "Nothing was changed.")


def _take_none(journal: Journal, medications: list[Medication]) -> None:
    def write() -> None:
        not_taking = MedicationStatus.NOT_TAKING
        journal.save_all([replace(medication, status=not_taking) for medication in medications])

    attempt(write, "Saved.")


def _answered(journal: Journal, medication: Medication, *, taken: bool) -> Medication:
    if not taken:
        return replace(medication, status=MedicationStatus.NOT_TAKING)
    regimen = _regimen(medication, journal.person.day_start)
    known = (regimen,) if regimen else ()
    return replace(medication, status=MedicationStatus.TAKING, regimens=known)


def _regimen(medication: Medication, day_start: time) -> Regimen | None:
    """Make a regimen of what was filled in; none where no time was given."""
    said, key, filled = told(medication.raw), f"still_{medication.id}", st.session_state
    fields = range(0 if said.as_needed else _how_many(said))
    times: list[time] = [at for n in fields if (at := filled.get(f"{key}_time_{n}")) is not None]
    if len(times) == 0 and not said.as_needed:
        return None
    if len(times) < len(fields):
        raise InvalidRecord(f"Please fill in all the times for {medication.name}, or none of them.")
    since = filled[f"{key}_since"]
    if since is None:
        raise InvalidRecord(f"Please say since when you take {medication.name} like this.")
    plan = said.plan(tuple(sorted(times)), filled[f"{key}_amount"] or None)
    if plan is None:
        return None
    return Regimen(
        start=datetime.combine(since, day_start),
        plan=plan,
        unit=filled[f"{key}_unit"],
        as_written=said.as_written,
    )
