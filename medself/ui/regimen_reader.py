"""Makes a regimen of what was filled in with the regimen editor."""

from datetime import date, datetime, time

import streamlit as st

from medself.errors import InvalidRecord
from medself.model import (
    DAY_START,
    AsNeeded,
    Cycle,
    Daily,
    EveryNDays,
    Plan,
    Regimen,
    Slot,
    Step,
    Steps,
    Weekdays,
)


def read(prefix: str, day_start: time = DAY_START) -> Regimen:
    """Make a regimen of what was filled in.

    Raises:
        InvalidRecord: something is missing or cannot be right; the sentence says what.
    """
    state = st.session_state
    kind = state.get(f"{prefix}_kind")
    if kind is None:
        raise InvalidRecord("Please choose how often you take it.")
    start_time = state.get(f"{prefix}_start_time") or day_start
    return Regimen(
        start=datetime.combine(state[f"{prefix}_start"], start_time),
        plan=_plan(prefix, kind),
        unit=state.get(f"{prefix}_unit") or "",
    )


def _plan(prefix: str, kind: str) -> Plan:
    def get(name: str) -> object:
        return st.session_state.get(f"{prefix}_{name}")

    def number(name: str, what: str) -> int:
        value = get(name)
        if not isinstance(value, int | float):
            raise InvalidRecord(f"Please fill in {what}.")
        return int(value)

    first = get("first")
    day = first if isinstance(first, date) else date.min
    if kind == "as_needed":
        return AsNeeded(
            amount=_amount(prefix, "amount_0"),
            most_per_24h=_amount(prefix, "most"),
            least_gap_hours=_amount(prefix, "gap"),
        )
    if kind == "weekdays":
        days = get("days")
        chosen = tuple(sorted(days)) if isinstance(days, list) else ()
        return Weekdays(days=chosen, slots=_slots(prefix))
    if kind == "every_n_days":
        return EveryNDays(n=number("n", "the number of days"), first=day, slots=_slots(prefix))
    if kind == "injection":
        return EveryNDays(n=7 * number("n", "the number of weeks"), first=day, slots=_slots(prefix))
    if kind == "cycle":
        on, off = number("on", "the days with it"), number("off", "the days without it")
        return Cycle(on=on, off=off, first=day, slots=_slots(prefix))
    if kind == "steps":
        return Steps(first=day, steps=_read_steps(prefix))
    return Daily(slots=_slots(prefix))


def _amount(prefix: str, name: str) -> float | None:
    value = st.session_state.get(f"{prefix}_{name}")
    return float(value) if value else None


def _slots(prefix: str) -> tuple[Slot, ...]:
    count = st.session_state.get(f"{prefix}_count") or 1
    return tuple(
        Slot(at=st.session_state[f"{prefix}_time_{n}"], amount=_amount(prefix, f"amount_{n}"))
        for n in range(int(count))
    )


def _read_steps(prefix: str) -> tuple[Step, ...]:
    at = st.session_state[f"{prefix}_time_0"]
    steps = []
    for number in range(int(st.session_state[f"{prefix}_step_count"])):
        amount = _amount(prefix, f"step_{number}")
        if amount is None:
            raise InvalidRecord(f"Please fill in how much in step {number + 1}.")
        days = st.session_state.get(f"{prefix}_step_days_{number}")
        steps.append(Step(days=int(days) if days else None, slots=(Slot(at=at, amount=amount),)))
    return tuple(steps)
