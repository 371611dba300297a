"""How a medicine is taken, in words a person would use."""

from datetime import time

from medself.model import (
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

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = {
    word: f"{word}s"
    for word in (
        "tablet",
        "capsule",
        "drop",
        "puff",
        "spray",
        "sachet",
        "injection",
        "dose",
        "unit",
    )
} | {"patch": "patches"}
TIMES_A_DAY = {2: "twice a day", 3: "three times a day", 4: "four times a day"}


def in_words(regimen: Regimen) -> str:
    """Say a regimen in one line: "50 mg every morning at 08:00".

    Where no amount was given, the words of the label stand, if there are any.
    """
    if regimen.as_written and not _has_amounts(regimen.plan):
        return regimen.as_written
    return plan_in_words(regimen.plan, regimen.unit)


def plan_in_words(plan: Plan, unit: str) -> str:
    """Say a plan in one line; `unit` is what its amounts count."""
    match plan:
        case Daily(slots=slots):
            return slots_in_words(slots, unit)
        case Weekdays(days=days, slots=slots):
            return _on_days(slots, unit, "on " + listed([DAYS[day] for day in sorted(days)]))
        case EveryNDays(n=1, slots=slots):
            return slots_in_words(slots, unit)
        case EveryNDays(n=n, slots=slots):
            return _on_days(slots, unit, _every(n))
        case Cycle(on=on, off=off, slots=slots):
            rhythm = f"{_count(on, 'day')} on and {_count(off, 'day')} off"
            return f"{slots_in_words(slots, unit)}, {rhythm}"
        case AsNeeded():
            return _when_needed(plan, unit)
        case Steps():
            return ", then ".join(_step_in_words(step, unit) for step in plan.steps)


def slots_in_words(slots: tuple[Slot, ...], unit: str) -> str:
    """Say the slots of an every-day plan: "50 mg twice a day, at 08:00 and 20:00"."""
    slots = tuple(sorted(slots, key=lambda slot: slot.at))
    amounts = {slot.amount for slot in slots}
    if len(slots) == 1:
        (slot,) = slots
        when = f"every {part_of_day(slot.at)} at {slot.at:%H:%M}"
        return f"{amount_in_words(slot.amount, unit)} {when}".strip()
    if len(amounts) > 1:
        return "every day " + _each(slots, unit)
    times = TIMES_A_DAY.get(len(slots), f"{len(slots)} times a day")
    clock = listed([f"{slot.at:%H:%M}" for slot in slots])
    return f"{amount_in_words(slots[0].amount, unit)} {times}, at {clock}".strip()


def amount_in_words(amount: float | None, unit: str) -> str:
    """An amount with its unit, "1 tablet", "37.5 mg"; empty when no amount was given."""
    if amount is None:
        return ""
    number = f"{amount:,.4f}".rstrip("0").rstrip(".")
    return f"{number} {_unit_for(amount, unit)}".strip()


def part_of_day(at: time) -> str:
    """The name of the part of the day a clock time falls in."""
    if time(4) <= at < time(12):
        return "morning"
    if time(12) <= at < time(18):
        return "afternoon"
    return "evening" if time(18) <= at < time(21) else "night"


def listed(words: list[str]) -> str:
    """Join words as people do: "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _has_amounts(plan: Plan) -> bool:
    if isinstance(plan, AsNeeded):
        return plan.amount is not None
    steps = plan.steps if isinstance(plan, Steps) else (plan,)
    return any(slot.amount is not None for step in steps for slot in step.slots)


def _each(slots: tuple[Slot, ...], unit: str) -> str:
    return listed(
        [f"{amount_in_words(slot.amount, unit)} at {slot.at:%H:%M}".strip() for slot in slots]
    )


def _on_days(slots: tuple[Slot, ...], unit: str, when: str) -> str:
    slots = tuple(sorted(slots, key=lambda slot: slot.at))
    if len({slot.amount for slot in slots}) > 1:
        return f"{_each(slots, unit)}, {when}"
    clock = listed([f"{slot.at:%H:%M}" for slot in slots])
    return f"{amount_in_words(slots[0].amount, unit)} {when} at {clock}".strip()


def _every(days: int) -> str:
    if days == 2:
        return "every other day"
    if days % 7 == 0:
        return "every week" if days == 7 else f"every {days // 7} weeks"
    return f"every {days} days"


def _when_needed(plan: AsNeeded, unit: str) -> str:
    words = [f"{amount_in_words(plan.amount, unit)} when needed".strip()]
    if plan.most_per_24h is not None:
        words.append(f"at most {_count(plan.most_per_24h, 'dose')} in 24 hours")
    if plan.least_gap_hours is not None:
        words.append(f"at least {_count(plan.least_gap_hours, 'hour')} apart")
    return ", ".join(words)


def _step_in_words(step: Step, unit: str) -> str:
    words = slots_in_words(step.slots, unit)
    return words if step.days is None else f"{words} for {_count(step.days, 'day')}"


def _count(number: float, word: str) -> str:
    return f"{number:g} {word}" if number == 1 else f"{number:g} {word}s"


def _unit_for(amount: float, unit: str) -> str:
    """The unit in the singular or plural where we know both; abbreviations such as mg stay."""
    for singular, plural in UNITS.items():
        if unit.lower() in (singular, plural):
            return singular if amount <= 1 else plural
    return unit
