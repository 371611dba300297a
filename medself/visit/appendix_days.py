"""The day table of the extra pages: a row a day, and one row for days in a row without an entry."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from medself.analysis.adherence import match
from medself.charts.lanes import WORST
from medself.journal import Journal
from medself.library import Library
from medself.model.text import one_line
from medself.visit import entries as single
from medself.visit.build import Days
from medself.visit.choice import Choice
from medself.visit.counts import dose_tables
from medself.visit.lines import Spoken

STATES = {
    "taken": "taken",
    "skipped": "skipped",
    "missed": "missed",
    "not_recorded": "not recorded",
    "held": "in a pause",
}


@dataclass(frozen=True, kw_only=True)
class DayRow(Spoken):
    """One day, or several in a row without an entry (`last`): what was recorded, in words, "" for nothing."""

    day: date
    last: date
    doses: str = ""
    ratings: str = ""
    side_effects: str = ""
    own_words: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was recorded."""
        return not (self.doses or self.ratings or self.side_effects or self.own_words)


def day_rows(
    journal: Journal, library: Library, days: Days, show_private: bool, choice: Choice
) -> tuple[DayRow, ...]:
    """Return the days of a page, oldest first, without the parts that are left off."""
    columns = {
        "doses": _doses(journal, days) if choice.has("doses") else {},
        "ratings": _ratings(journal, library, days) if choice.has("symptoms") else {},
        "side_effects": _side_effects(journal, library, days, show_private)
        if choice.has("side_effects")
        else {},
        "own_words": _own_words(journal, days, choice),
    }
    every = [
        DayRow(
            day=day,
            last=day,
            **{name: "; ".join(found.get(day, ())) for name, found in columns.items()},
        )
        for day in _every_day(days)
    ]
    return tuple(_joined(every))


def _every_day(days: Days) -> Iterator[date]:
    for number in range((days.end - days.start).days + 1):
        yield days.start + timedelta(days=number)


def _joined(rows: list[DayRow]) -> Iterator[DayRow]:
    """Days in a row without an entry become one row."""
    open_row: DayRow | None = None
    for row in rows:
        if row.empty:
            open_row = replace(open_row, last=row.day) if open_row else row
            continue
        if open_row:
            yield open_row
            open_row = None
        yield row
    if open_row:
        yield open_row


Cells = dict[date, list[str]]


def _doses(journal: Journal, days: Days) -> Cells:
    """What was recorded of the doses; a day on which no dose at all is recorded has nothing."""
    due, records, holds = dose_tables(journal, days.start, days.end, until=days.until)
    slots, extra = match(due, records, holds)
    names = {each.id: one_line(each.name) for each in journal.medications()}
    known = slots.groupby("day")["state"].transform(lambda state: (state != "not_recorded").any())
    counts = slots[known].groupby(["day", "medication", "state"], sort=False).size()
    told = {
        key: ", ".join(f"{count} {STATES[state]}" for (_, _, state), count in own.items())
        for key, own in counts.groupby(level=[0, 1])
    }
    place = {medication: number for number, medication in enumerate(names)}
    cells: Cells = defaultdict(list)
    for day, medication in sorted(told, key=lambda key: place[key[1]]):
        cells[day.date()].append(f"{names[medication]} {told[day, medication]}")
    for (day, medication), count in extra.groupby(["day", "medication"]).size().items():
        cells[day.date()].append(
            f"{names.get(medication, medication)} {count} extra or when needed"
        )
    return cells


def _ratings(journal: Journal, library: Library, days: Days) -> Cells:
    ratings = journal.table("rating", start=days.start, end=days.end)
    middle = ratings.groupby(["day", "symptom"])["value"].median()
    cells: Cells = defaultdict(list)
    for symptom in journal.person.symptoms:
        if symptom in library.symptoms and symptom in middle.index.get_level_values(1):
            for day, value in middle.xs(symptom, level=1).items():
                cells[day.date()].append(f"{library.symptoms[symptom].label} {value:g}")
    check_ins = journal.table("check_in", start=days.start, end=days.end)
    slept = check_ins.dropna(subset="sleep_hours").groupby("day")["sleep_hours"].median()
    for day, hours in slept.items():
        cells[day.date()].append(f"slept {hours:g} hours")
    return cells


def _side_effects(journal: Journal, library: Library, days: Days, show_private: bool) -> Cells:
    noted = journal.table("side_effect", start=days.start, end=days.end)
    cells: Cells = defaultdict(list)
    worst = noted[noted["severity"] > 0].groupby(["day", "effect"])["severity"].max()
    for (day, effect), severity in worst.items():
        known = library.side_effects.get(effect)
        if known and known.private and not show_private:
            continue
        cells[day.date()].append(f"{known.label if known else one_line(effect)}: {WORST[severity]}")
    return cells


def _own_words(journal: Journal, days: Days, choice: Choice) -> Cells:
    cells: Cells = defaultdict(list)
    for wanted, gather in ((choice.own_words, single.events), (choice.notes, single.notes)):
        for line in gather(journal, days.start, days.end) if wanted else ():
            cells[line.day].append(line.text)
    return cells
