"""What goes into which compartment of a weekly box, from how things are taken; no advice on what may."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from medself.model import DAY_START, AsNeeded, Medication, MedicationStatus, Regimen
from medself.schedule import DueDose, amount_in_words, due_doses, in_words, is_injection
from medself.schedule.words import part_of_day
from medself.visit import words
from medself.visit.along import sheet
from medself.visit.paper import short

PARTS = ("morning", "afternoon", "evening", "night")
# What is poured, stuck on, sprayed or breathed in goes into no box.
NOT_SOLID = (
    *("ml", "drop", "puff", "spray", "patch", "sachet", "unit", "liquid", "solution", "syrup"),
    *("inhaler", "gel", "cream", "suspension"),
)
CHECK = (
    "Made from what I wrote down, not from a prescription. Check each against its label as you fill. "
    "Some medicines have to stay in their own packet: ask a pharmacist which of these may go into a box. "
    "Where it says mg, the label says how many tablets that is."
)


@dataclass(frozen=True)
class Box:
    """One week. `days` holds each day with its lines by part of the day; parts that are never used are missing.

    `needed`, `injected` and `other` are listed apart, in words; `paused` are names with doses in a pause.
    """

    start: date
    parts: tuple[str, ...]
    days: tuple[tuple[date, dict[str, tuple[str, ...]]], ...]
    needed: tuple[str, ...] = ()
    injected: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    paused: tuple[str, ...] = ()


def box(medications: Iterable[Medication], *, start: date, day_start: time = DAY_START) -> Box:
    """Sort the doses due in the seven days from `start` into days and parts of the day.

    Doses in a pause are left out. A dose after midnight but before `day_start` is the night of the day
    before.
    """
    taken = [one for one in medications if one.status is MedicationStatus.TAKING]
    end = start + timedelta(days=6)
    due = due_doses(taken, start=start, end=end, day_start=day_start)
    ways = {regimen.id: (one, regimen) for one in taken for regimen in one.regimens}
    apart = {id_: _apart(*way) for id_, way in ways.items()}
    inside = [dose for dose in due if not dose.held and not apart[dose.regimen]]
    parts = [part for part in PARTS if any(_part(dose) == part for dose in inside)]
    days = [start + timedelta(days=number) for number in range(7)]
    outside = {dose.regimen for dose in due if not dose.held}

    def told(why: str) -> tuple[str, ...]:
        found = [ways[id_] for id_ in ways if id_ in outside and apart[id_] == why]
        return tuple(f"{one.name}: {in_words(regimen)}" for one, regimen in found)

    return Box(
        start=start,
        parts=tuple(parts),
        days=tuple((day, _day(inside, day, parts)) for day in days),
        needed=tuple(_when_needed(taken, start, end)),
        injected=told("injection"),
        other=told("other"),
        paused=tuple(dict.fromkeys(dose.name for dose in due if dose.held)),
    )


def _day(doses: Sequence[DueDose], day: date, parts: list[str]) -> dict[str, tuple[str, ...]]:
    return {
        part: tuple(_line(dose) for dose in doses if dose.day == day and _part(dose) == part)
        for part in parts
    }


def _line(dose: DueDose) -> str:
    amount = amount_in_words(dose.amount, dose.unit) or "as on the label"
    return f"{dose.slot:%H:%M} {dose.name}, {amount}"


def _part(dose: DueDose) -> str:
    return part_of_day(dose.slot.time())


def _apart(medication: Medication, regimen: Regimen) -> str:
    if is_injection(medication, regimen):
        return "injection"
    said = f"{regimen.unit} {medication.form}".lower().replace("/", " ").split()
    one = {word.removesuffix(end) for word in said for end in ("", "s", "es")}
    return "other" if one & set(NOT_SOLID) else ""


def _when_needed(taken: list[Medication], start: date, end: date) -> Iterable[str]:
    for one in taken:
        for regimen in one.regimens:
            over = regimen.end is not None and regimen.end.date() <= start
            if isinstance(regimen.plan, AsNeeded) and not over and regimen.start.date() <= end:
                yield f"{one.name}: {in_words(regimen)}"


def pdf(found: Box, *, person: str, made_on: date, paper: sheet.Paper) -> bytes:
    """Set the week as a table on a sheet on its side, with what does not go into the box below it."""
    last = found.start + timedelta(days=6)
    rows = [
        [
            [f"{day:%A}", f"{day.day} {day:%b}"],
            *(_cell(by_part.get(part, ())) for part in found.parts),
        ]
        for day, by_part in found.days
    ]
    head = ["Day", *(part.capitalize() for part in found.parts)]
    lists = (
        ("Only when needed: not in the box", found.needed),
        ("Injections: not in the box", found.injected),
        ("Not tablets or capsules: not in the box", found.other),
        ("In a pause this week, left out on those days", found.paused),
    )
    blocks = [
        sheet.heading(
            f"{short(person, 50)}: my box, {words.day(found.start)} to {words.day(last)}"
        ),
        sheet.table(head, rows) if found.parts else sheet.words("Nothing goes into the box."),
    ]
    for title, lines in lists:
        if lines:
            blocks += [
                sheet.heading(title, 2),
                sheet.bullets([short(line, 200) for line in lines]),
            ]
    blocks.append(sheet.words(CHECK, small=True))
    footer = f"My own list, {words.day(made_on)}."
    return sheet.pdf(blocks, made_on=made_on, footer=footer, paper=paper, flipped=True)


def _cell(lines: tuple[str, ...]) -> list[str]:
    return [f"☐ {short(line, 90)}" for line in lines] or ["–"]
