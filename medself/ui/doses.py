"""Today's doses: one card a due dose, one tap each; as-needed medicines with when they were last taken."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import streamlit as st

from medself.journal import Journal
from medself.model import AsNeeded, Dose, DoseStatus, Medication, Regimen
from medself.model.text import one_line
from medself.recording.doses import find_slot, recent_use, record_slot, to_consider
from medself.recording.medicines import current
from medself.schedule import DueDose, amount_in_words, due_doses, in_words
from medself.ui import clock, help_panel
from medself.ui.notes import act
from medself.ui.text import plain

STATUS = {"taken": "Taken", "skipped": "Skipped", "missed": "Missed"}
REASONS = (
    "Agreed with my prescriber",
    "Side effects",
    "Forgot",
    "Ran out",
    "Felt well without it",
    "Felt too unwell",
    "Away from home",
    "Another reason",
)
AGREED = REASONS[0]
HELD = {
    "hospital": "Paused: in hospital",
    "advice": "Paused, as agreed",
    "no_supply": "Paused: none left",
    "other": "Paused",
}


def due_cards(journal: Journal, day: date) -> None:
    """Draw the doses due on a day, each with Taken, Skipped and Missed."""
    dues = due_doses(journal.medications(), start=day, end=day, day_start=journal.person.day_start)
    if not dues:
        st.markdown("No doses are due on this day.")
    for due in dues:
        with st.container(border=True):
            _due_card(journal, due)


def _due_card(journal: Journal, due: DueDose) -> None:
    key = f"today_slot_{due.medication}_{due.slot:%Y%m%d%H%M}"
    record = find_slot(journal, due)
    st.session_state[key] = record.status.value if record else None
    dose = amount_in_words(due.amount, due.unit)
    st.segmented_control(
        f"{due.slot:%H:%M} {plain(due.name)} {plain(dose)}",
        list(STATUS),
        format_func=STATUS.__getitem__,
        key=key,
        on_change=_tapped,
        args=(journal, due, key),
        width="stretch",
    )
    if due.held:
        st.caption(HELD[due.held])
    st.caption(_state_in_words(record))
    if record:
        _details(journal, record, key)


def _state_in_words(record: Dose | None) -> str:
    if record is None:
        return "Not recorded"
    if record.status is DoseStatus.TAKEN:
        return f"Taken at {record.at:%H:%M}. Tap again to take this back."
    words = "Skipped, as agreed" if record.agreed else STATUS[record.status.value]
    return f"{words}. Tap again to take this back."


def _tapped(journal: Journal, due: DueDose, key: str) -> None:
    chosen = st.session_state[key]
    now = clock.now()
    # A dose of an earlier day is put at its planned time; the person can mend it below.
    at = now if abs(now - due.slot) < timedelta(hours=12) else due.slot
    act(
        lambda: record_slot(
            journal, due, DoseStatus(chosen) if chosen else None, at=at, zone=clock.zone()
        ),
        f"Saved: {STATUS[chosen].lower()}." if chosen else "Taken back: not recorded.",
    )


def _details(journal: Journal, record: Dose, key: str) -> None:
    opened = st.expander("Time, reason or note", key=f"{key}_more", on_change="rerun")
    if not opened.open:
        return
    with opened:
        if record.status is DoseStatus.TAKEN:
            st.time_input("When did you take it?", record.at.time(), key=f"{key}_at", step=300)
        else:
            st.selectbox(
                "Why? (if you like)",
                REASONS,
                index=REASONS.index(record.reason) if record.reason in REASONS else None,
                key=f"{key}_why",
                placeholder="Choose or leave",
            )
        note = st.text_input("Note", record.note, key=f"{key}_note")
        help_panel.draw_for_text(journal, key, note)
        st.button(
            "Save this", key=f"{key}_save", on_click=_save_details, args=(journal, record, key)
        )


def _save_details(journal: Journal, record: Dose, key: str) -> None:
    changes: dict[str, object] = {"note": st.session_state[f"{key}_note"]}
    if record.status is DoseStatus.TAKEN:
        taken = datetime.combine(record.at.date(), st.session_state[f"{key}_at"])
        # It stays the dose of its slot's day, whenever it was taken.
        changes |= {"at": taken, "day": record.day}
    else:
        reason = st.session_state[f"{key}_why"] or ""
        changes |= {"reason": reason, "agreed": reason == AGREED}
    act(lambda: journal.revise(record.id, **changes))


def as_needed_cards(journal: Journal, now: datetime) -> None:
    """Draw the as-needed medicines: when last taken, how many in 24 hours, and one button."""
    for medication in journal.medications():
        regimen = current(medication, now)
        if regimen and isinstance(regimen.plan, AsNeeded):
            with st.container(border=True):
                _as_needed_card(journal, medication, regimen, now)


def _as_needed_card(
    journal: Journal, medication: Medication, regimen: Regimen, now: datetime
) -> None:
    plan = regimen.plan
    if not isinstance(plan, AsNeeded):
        return
    key = f"today_prn_{medication.id}"
    table = journal.table("dose", start=now.date() - timedelta(days=92), end=now.date())
    use = recent_use(table, medication.id, now=now, zone=clock.zone())
    st.markdown(f"**{plain(medication.name)}** {plain(in_words(regimen))}")
    last = (
        f"Last recorded {use.last:%a %d %b, %H:%M}." if use.last else "None recorded in 3 months."
    )
    limit = f" (written limit {plan.most_per_24h:g})" if plan.most_per_24h else ""
    st.caption(f"{last} In the last 24 hours: {use.in_24h}{limit}.")
    dose = Dose(
        medication=medication.id,
        status=DoseStatus.TAKEN,
        at=now,
        zone=clock.zone(),
        amount=plan.amount,
        unit=regimen.unit,
    )
    concern = to_consider(medication, plan, use)
    if not concern:
        st.button("I took one now", key=f"{key}_now", on_click=_add, args=(journal, dose))
        return
    st.warning(plain(concern) + " If you are not sure, ask a pharmacist first.")
    st.button(
        "I did take one now: record it", key=f"{key}_now", on_click=_add, args=(journal, dose)
    )


def _add(journal: Journal, dose: Dose) -> None:
    # The page may have been drawn hours ago. Its id stays: a double tap is one dose.
    tapped = replace(dose, at=clock.now(), zone=clock.zone())
    act(lambda: journal.add(tapped), "Saved: taken.")


def also_recorded(journal: Journal, day: date) -> None:
    """Draw what no card shows: doses when needed, extra ones, and those of a time changed since."""
    dues = due_doses(journal.medications(), start=day, end=day, day_start=journal.person.day_start)
    shown = {(due.medication, due.slot) for due in dues}
    names = {medication.id: medication.name for medication in journal.medications()}
    for row in journal.table("dose", start=day, end=day).itertuples():
        if (row.medication, row.slot) in shown:
            continue
        name = one_line(names.get(row.medication, "A medicine that is not on your list"))
        dose = amount_in_words(None if row.amount != row.amount else row.amount, row.unit)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{row.at:%H:%M}: {name} {dose}, {STATUS[row.status].lower()}")
            st.button(
                "Remove",
                key=f"today_dose_remove_{row.id}",
                help=plain(f"Remove this dose of {name}. You can undo this."),
                on_click=act,
                args=(lambda id_=row.id: journal.remove(id_), "Dose removed."),
            )
