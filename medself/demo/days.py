"""The invented person's days: doses in four states, check-ins with gaps, side effects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from medself.demo.telling import Telling
from medself.model import CheckIn, Dose, DoseStatus, Medication, Record, Severity, SideEffect
from medself.schedule import DueDose, due_doses

# Days ago that were not recorded at all: a bad fortnight, a holiday, the flu.
GAPS = ((250, 243), (186, 176), (122, 109), (97, 95), (34, 29))

# Days ago → level of mood, worry and sleep; between them it moves in a straight line.
LEVELS = {
    365: (4.0, 6.0, 5.0),
    200: (3.4, 6.6, 4.0),
    155: (3.2, 7.0, 3.2),
    140: (3.2, 7.0, 5.5),
    105: (3.0, 7.2, 5.5),
    75: (4.8, 6.0, 5.0),
    50: (5.6, 5.0, 5.6),
    27: (4.6, 5.2, 4.4),
    0: (5.4, 4.4, 6.0),
}


@dataclass(frozen=True)
class Spell:
    """A side effect from so many days ago to so many, noted on some of the days, gone the day after."""

    effect: str
    begin: int
    end: int
    severity: Severity
    medication: str = ""
    often: float = 0.5
    stops_me: bool = False


SPELLS = (
    Spell("sleepiness", 152, 80, Severity.QUITE, "Quetiapine", 0.45, stops_me=True),
    Spell("nausea", 103, 90, Severity.QUITE, "Sertraline", 0.8),
    Spell("vivid_dreams", 58, 40, Severity.LITTLE, "Lamotrigine", 0.4),
    Spell("headache", 7, 1, Severity.LITTLE, often=0.7),
)


def daily_records(telling: Telling, medications: list[Medication]) -> list[Record]:
    """Every dose, check-in and side effect up to yesterday."""
    recorded = {ago for ago in range(1, telling.days + 1) if _is_recorded(telling, ago)}
    return [
        *_doses(telling, medications, recorded),
        *_as_needed(telling, medications),
        *_check_ins(telling, recorded),
        *_side_effects(telling, medications, recorded),
    ]


def _is_recorded(telling: Telling, ago: int) -> bool:
    # Years before the last repeat its gaps.
    within = (ago - 1) % 365 + 1
    return not any(end <= within <= begin for begin, end in GAPS) and telling.chance.random() < 0.86


def _doses(telling: Telling, medications: list[Medication], recorded: set[int]) -> Iterator[Record]:
    start, end = telling.day(telling.days), telling.day(1)
    for due in due_doses(medications, start=start, end=end):
        seen = (telling.today - due.day).days in recorded
        if due.held is None and telling.chance.random() < (0.97 if seen else 0.15):
            yield _dose(telling, due)


def _dose(telling: Telling, due: DueDose) -> Dose:
    fate = telling.chance.random()
    what: dict[str, Any] = {"status": DoseStatus.TAKEN}
    if fate < 0.03:
        what = {"status": DoseStatus.MISSED, "reason": "Forgot"}
    elif fate < 0.05:
        what = {"status": DoseStatus.SKIPPED, "reason": "Felt too unwell"}
    elif fate < 0.06:
        what = {"status": DoseStatus.SKIPPED, "reason": "Agreed with my prescriber", "agreed": True}
    taken = what["status"] is DoseStatus.TAKEN
    delay = timedelta(minutes=telling.chance.randint(0, 90) if taken else 0)
    return Dose(
        **telling.entry(due.slot + delay, late=telling.chance.random() < 0.06) | {"day": due.day},
        medication=due.medication,
        slot=due.slot,
        amount=due.amount,
        unit=due.unit,
        **what,
    )


def _as_needed(telling: Telling, medications: list[Medication]) -> Iterator[Record]:
    (lorazepam,) = (each for each in medications if each.name == "Lorazepam")
    for ago in range(199, 0, -1):
        if telling.chance.random() < (0.09 if ago > 90 else 0.05):
            at = telling.at(ago, time(telling.chance.randint(10, 22), 15))
            yield Dose(
                **telling.entry(at),
                medication=lorazepam.id,
                status=DoseStatus.TAKEN,
                amount=1,
                unit="mg",
            )


def _check_ins(telling: Telling, recorded: set[int]) -> Iterator[Record]:
    drift = [0.0, 0.0, 0.0]
    for ago in range(telling.days, 0, -1):
        drift = [0.6 * value + telling.chance.gauss(0, 0.6) for value in drift]
        if ago not in recorded:
            continue
        level = _level(ago)
        evening = telling.at(ago, time(21, telling.chance.randint(0, 59)))
        for at in (evening, *_noon(telling, ago)):
            wobble = [telling.chance.gauss(0, 0.45) for _ in drift]
            scores = [sum(parts) for parts in zip(level, drift, wobble, strict=True)]
            ratings = [min(10, max(0, round(score))) for score in scores]
            yield CheckIn(
                **telling.entry(at, late=telling.chance.random() < 0.05),
                ratings=dict(zip(("mood", "worry", "sleep_quality"), ratings, strict=True)),
                sleep_hours=max(3.0, min(11.0, round(2 * (5 + level[2] / 3 + wobble[2])) / 2)),
                note="A quiet day." if telling.chance.random() < 0.04 else "",
            )


def _noon(telling: Telling, ago: int) -> list[datetime]:
    """Now and then a second check-in on the same day."""
    return [telling.at(ago, time(12, 30))] if telling.chance.random() < 0.1 else []


def _level(ago: int) -> tuple[float, ...]:
    within = (ago - 1) % 365 + 1
    known = sorted(LEVELS)
    after = next(days for days in known if days >= within)
    before = max(days for days in known if days < after)
    part = (within - before) / (after - before)
    return tuple(
        here + part * (there - here)
        for here, there in zip(LEVELS[before], LEVELS[after], strict=True)
    )


def _side_effects(
    telling: Telling, medications: list[Medication], recorded: set[int]
) -> Iterator[Record]:
    ids = {medication.name: medication.id for medication in medications}
    for spell in SPELLS:
        for ago in range(spell.begin, spell.end - 1, -1):
            first = ago == spell.begin
            if first or (ago in recorded and telling.chance.random() < spell.often):
                strong = first or telling.chance.random() < 0.4
                yield SideEffect(
                    **telling.entry(telling.at(ago)),
                    effect=spell.effect,
                    severity=spell.severity if strong else Severity.LITTLE,
                    since=telling.day(spell.begin),
                    medication=ids.get(spell.medication),
                    stops_me=spell.stops_me and strong,
                )
        if spell.end > 1:
            gone = telling.entry(telling.at(spell.end - 1))
            yield SideEffect(**gone, effect=spell.effect, severity=Severity.NONE)
