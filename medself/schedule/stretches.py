"""The stretches of time over which a medicine was taken in one way; a step of a plan is one each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from medself.model import DAY_START, AsNeeded, EndReason, Medication, Regimen, Slot, Steps
from medself.schedule.clock import begins, day_of
from medself.schedule.plans import followed, step_days
from medself.schedule.words import amount_in_words, in_words, slots_in_words


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """One way of taking a medicine from day `start` up to, not including, day `end` (missing: goes on).

    `amount` is what is due on a day with doses, in `unit`; missing for as needed, or where only words
    were given. `label` is short ("100 mg", "when needed"), `words` the whole line. `ended` is what the
    person said about its end: missing when nothing was said, or when a planned step ran out. `visit` and
    `end_visit` are the ids of the appointments at which its beginning and its end were agreed.
    """

    medication: str
    name: str
    start: date
    end: date | None
    amount: float | None
    unit: str
    label: str
    words: str
    ended: EndReason | None
    note: str
    visit: str = ""
    end_visit: str = ""


def stretches(medication: Medication, *, day_start: time = DAY_START) -> list[Stretch]:
    """The stretches of one medicine, oldest first; none for one that is only prescribed."""
    return [
        stretch
        for regimen in followed(medication)
        for stretch in _of_regimen(medication, regimen, day_start)
        if stretch.end is None or stretch.start < stretch.end
    ]


def _of_regimen(medication: Medication, regimen: Regimen, day_start: time) -> Iterator[Stretch]:
    first = day_of(begins(regimen.start, day_start), day_start)
    until = day_of(begins(regimen.end, day_start), day_start) if regimen.end else None
    for start, end, slots, words in _parts(regimen):
        cut = until is not None and (end is None or until <= end)
        amount = _total(slots)
        yield Stretch(
            medication=medication.id,
            name=medication.name,
            start=max(first, start) if start else first,
            end=until if cut else end,
            amount=amount,
            unit=regimen.unit,
            label=_label(regimen, amount),
            words=words,
            ended=regimen.end_reason if cut else None,
            note=regimen.end_note if cut else "",
            visit=regimen.visit,
            end_visit=regimen.end_visit if cut else "",
        )


def _parts(
    regimen: Regimen,
) -> list[tuple[date | None, date | None, tuple[Slot, ...], str]]:
    plan = regimen.plan
    if isinstance(plan, Steps):
        return [
            (start, end, slots, slots_in_words(slots, regimen.unit))
            for start, end, slots in step_days(plan)
        ]
    return [(None, None, () if isinstance(plan, AsNeeded) else plan.slots, in_words(regimen))]


def _total(slots: tuple[Slot, ...]) -> float | None:
    amounts = [slot.amount for slot in slots if slot.amount is not None]
    return sum(amounts) if amounts and len(amounts) == len(slots) else None


def _label(regimen: Regimen, amount: float | None) -> str:
    if isinstance(regimen.plan, AsNeeded):
        return "when needed"
    return amount_in_words(amount, regimen.unit)
