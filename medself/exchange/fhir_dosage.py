"""How a medicine is to be taken, as a FHIR file says it: its words, and the little that is plain in it.

Nothing is filled in. "Once a day" has no time of day, so there is no plan until the person gives one.
"""

import json
import re
from dataclasses import dataclass
from datetime import time
from typing import Any

from medself.exchange.fhir_shape import Json, dicts, first, said, text
from medself.model import AsNeeded, Daily, Plan, Slot
from medself.model.regimen import LARGEST_AMOUNT

_UNITS = {"s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year"}  # fmt: skip
_A_DAY = {"QD": 1, "BID": 2, "TID": 3, "QID": 4}
_WHEN = {
    "MORN": "in the morning", "AFT": "in the afternoon", "EVE": "in the evening", "NIGHT": "at night",
    "HS": "at bedtime", "WAKE": "on waking", "C": "with food", "CM": "with breakfast",
    "CD": "with lunch", "CV": "with the evening meal", "AC": "before food", "PC": "after food",
}  # fmt: skip
_MOST_A_DAY = 12


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a file said about one medicine.

    Attributes:
        on: when it was prescribed or begun, as written: YYYY, YYYY-MM, YYYY-MM-DD or empty.
        status: the file's own word, such as active or stopped.
        as_written: how to take it, in the file's words or ours for its codes; may be empty.
        as_needed: only when needed.
        per_day: how many times a day, where the file says so plainly.
        times: the times of day, where the file names them.
        amount: how much each time, in `unit`; missing when there is none or a range.
    """

    on: str = ""
    status: str = ""
    as_written: str = ""
    as_needed: bool = False
    per_day: int | None = None
    times: tuple[time, ...] = ()
    amount: float | None = None
    unit: str = ""

    @property
    def ended(self) -> bool:
        """Whether the file itself says that it came to an end or was not taken."""
        return self.status in ("completed", "stopped", "cancelled", "not-taken", "ended")

    def plan(self, times: tuple[time, ...], amount: float | None) -> Plan | None:
        """Make a plan of the times and the amount the person confirmed; none where a time is missing."""
        if self.as_needed:
            return AsNeeded(amount=amount)
        return Daily(slots=tuple(Slot(at=at, amount=amount) for at in times)) if times else None


def told(raw: str) -> Told:
    """Read back what `fhir_medicine` kept in a medication's `raw`; empty for any other `raw`."""
    try:
        kept = json.loads(raw)
    except ValueError:
        return Told()
    if not isinstance(kept, dict) or "dosage" not in kept:
        return Told()
    dosages = dicts(kept["dosage"])
    words = "; then ".join(filter(None, (_in_words(dosage) for dosage in dosages)))
    # More than one instruction is a build-up or a mix: its words stand, nothing is read into it.
    only = dosages[0] if len(dosages) == 1 else {}
    quantity = _quantity(only)
    return Told(
        on=text(kept.get("on")),
        status=text(kept.get("status")),
        as_written=words,
        as_needed=_as_needed(only),
        per_day=_per_day(only),
        times=_times(only),
        amount=_amount(quantity),
        unit=text(quantity.get("unit")),
    )


def _in_words(dosage: Json) -> str:
    if written := text(dosage.get("text")):
        return written
    quantity = _quantity(dosage)
    amount = _amount(quantity)
    each = f"{amount:g} {text(quantity.get('unit'))}".strip() + " each time" if amount else ""
    needed = "when needed" if _as_needed(dosage) else ""
    return ", ".join(filter(None, (_how_often(dosage), each, needed)))


def _how_often(dosage: Json) -> str:
    repeat = _repeat(dosage)
    times, period = repeat.get("frequency"), repeat.get("period")
    unit = _UNITS.get(text(repeat.get("periodUnit") or repeat.get("periodUnits")))
    when = [_WHEN[code] for code in _strings(repeat.get("when")) if code in _WHEN]
    clock = [f"at {at:%H:%M}" for at in _times(dosage)]
    often = said(first(dosage.get("timing")).get("code"))
    if isinstance(times, int) and isinstance(period, int | float) and unit:
        longest = repeat.get("periodMax")
        span = f"{period:g} to {longest:g}" if isinstance(longest, int | float) else f"{period:g}"
        every = f"a {unit}" if span == "1" else f"every {span} {unit}s"
        often = f"{times} {'time' if times == 1 else 'times'} {every}"
    return ", ".join(filter(None, (often, *clock, *when)))


def _per_day(dosage: Json) -> int | None:
    repeat = _repeat(dosage)
    if not repeat:
        coded = dicts(first(first(dosage.get("timing")).get("code")).get("coding"))
        return next(
            (_A_DAY[text(c.get("code"))] for c in coded if text(c.get("code")) in _A_DAY), None
        )
    unit = text(repeat.get("periodUnit") or repeat.get("periodUnits"))
    more = {"frequencyMax", "periodMax", "dayOfWeek"} & repeat.keys()
    times = repeat.get("frequency")
    plain = unit == "d" and repeat.get("period") == 1 and not more
    if plain and isinstance(times, int) and 1 <= times <= _MOST_A_DAY:
        return int(times)
    return None


def _times(dosage: Json) -> tuple[time, ...]:
    if _repeat(dosage).get("dayOfWeek"):
        return ()
    written = _strings(_repeat(dosage).get("timeOfDay"))
    clock = {
        time(int(found[1]), int(found[2]))
        for found in (re.match(r"([01]\d|2[0-3]):([0-5]\d)", item) for item in written)
        if found
    }
    return tuple(sorted(clock))


def _as_needed(dosage: Json) -> bool:
    reason = dosage.get("asNeededCodeableConcept") or dosage.get("asNeededFor")
    return dosage.get("asNeededBoolean") is True or dosage.get("asNeeded") is True or bool(reason)


def _repeat(dosage: Json) -> Json:
    return first(first(dosage.get("timing")).get("repeat"))


def _quantity(dosage: Json) -> Json:
    # R4 wraps it in doseAndRate; STU3 and DSTU2 do not; DSTU2 statements call it quantity.
    holders = (first(dosage.get("doseAndRate")).get("doseQuantity"), dosage.get("doseQuantity"), dosage.get("quantityQuantity"))  # fmt: skip
    return next(filter(None, map(first, holders)), {})


def _amount(quantity: Json) -> float | None:
    value = quantity.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if 0.0001 <= value <= LARGEST_AMOUNT else None


def _strings(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
