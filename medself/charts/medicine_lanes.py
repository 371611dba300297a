"""The upper lanes of the life chart: a medicine each, as steps of dose, or as days taken when needed."""

from datetime import date, datetime

from medself.charts.facts import Facts
from medself.charts.sheet import PHONE, Sheet, midnight, width
from medself.model import AsNeeded, Medication
from medself.schedule import Stretch, followed, stretches

WHEN_NEEDED = "when needed"


def in_order(facts: Facts) -> list[Medication]:
    """The medicines of the chart from top to bottom: the longest taken first, as needed last."""
    shown = [medication for medication in facts.medications if visible(facts, medication)]
    return sorted(shown, key=_begun)


def _begun(medication: Medication) -> tuple[bool, date, str]:
    first = followed(medication)[0]
    return isinstance(first.plan, AsNeeded), first.start.date(), medication.name


def visible(facts: Facts, medication: Medication) -> list[Stretch]:
    """The stretches of a medicine that touch the period."""
    return [
        stretch
        for stretch in stretches(medication, day_start=facts.day_start)
        if stretch.start <= facts.end and (stretch.end is None or stretch.end > facts.start)
    ]


def draw(sheet: Sheet, facts: Facts) -> None:
    """Draw every medicine of the period."""
    for medication in in_order(facts):
        shown = visible(facts, medication)
        if all(stretch.label == WHEN_NEEDED for stretch in shown):
            sheet.heading(f"{medication.name}, {WHEN_NEEDED}")
            _uses(sheet, facts, medication)
        else:
            sheet.heading(medication.name)
            _steps(sheet, medication, shown)


def _uses(sheet: Sheet, facts: Facts, medication: Medication) -> None:
    doses = facts.doses
    days = doses.loc[
        (doses["medication"] == medication.id) & (doses["status"] == "taken"), "day"
    ].drop_duplicates()
    most = sheet.number(days).value_counts().max()
    tip = f"{medication.name} taken"
    sheet.comb(days, tone="medicine", tip=tip, most=None if days.empty else int(most))
    sheet.y += 6


def _steps(sheet: Sheet, medication: Medication, shown: list[Stretch]) -> None:
    sheet.y += 12
    room: float = PHONE
    # From the latest back: where labels are crowded, the dose now is the one that stays.
    for stretch, following in zip(reversed(shown), [None, *reversed(shown[1:])], strict=True):
        begin = sheet.inside(midnight(stretch.start))
        until = sheet.after if stretch.end is None else sheet.inside(midnight(stretch.end))
        top = sheet.y + sheet.bar * (1 - _height(stretch, shown))
        place = {"tone": "medicine", "y": top, "y2": sheet.y + sheet.bar}
        tip = f"{medication.name}: {stretch.words}"
        sheet.mark("bar", x=begin, x2=until, tip=tip, **place)
        for start, end in _pauses(medication):
            if max(begin, start) < min(until, end):
                span = {"x": max(begin, start), "x2": min(until, end)}
                sheet.mark("pause", tip=f"{medication.name}: paused", **span, **place)
        label = _label(stretch, following, room - sheet.left(begin))
        room = sheet.label(label, at=begin, until=until, y=top - 4, before=room)
    sheet.y += sheet.bar + sheet.gap


def _height(stretch: Stretch, shown: list[Stretch]) -> float:
    """The part of the lane's height: its dose of the largest one; a middle where they cannot be compared."""
    amounts = [each.amount for each in shown if each.amount is not None]
    if stretch.amount is None or len({each.unit for each in shown}) > 1:
        return 0.6
    return max(0.2, stretch.amount / max(amounts))


def _label(stretch: Stretch, following: Stretch | None, room: float) -> str:
    """The dose; only its number where there is little room and the same unit follows: 25, 50, 100 mg."""
    same_unit = following is not None and following.unit == stretch.unit
    if stretch.amount is not None and same_unit and room < width(stretch.label):
        return f"{stretch.amount:g}"
    return stretch.label


def _pauses(medication: Medication) -> list[tuple[datetime, datetime]]:
    return [
        (midnight(hold.start.date()), midnight(hold.end.date()) if hold.end else datetime.max)
        for hold in medication.holds
    ]
