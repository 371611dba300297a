"""Before and after the changes of a period: gathered as Over time compares them, for the visit page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from medself.analysis.change import Comparison, around, others_than
from medself.analysis.change_words import DID, in_the_way, whole_range
from medself.analysis.windows import Side
from medself.journal import Journal
from medself.library import Library
from medself.library.windows import Look, Windows, windows_for
from medself.model.text import one_line
from medself.schedule import Change, changes, lowers
from medself.schedule.words import listed
from medself.visit import sentences
from medself.visit.lines import CompareLine, SideLine
from medself.visit.paper import short

MOST_CHANGES = 2
MOST_SYMPTOMS = 3
LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """One change with the days that are usual for its medicine."""

    change: Change
    windows: Windows
    look: Look
    others: tuple[Change, ...]

    @property
    def last(self) -> date:
        """The last of the days after it."""
        return self.change.day + timedelta(days=self.look.to_day - 1)


def compared(journal: Journal, library: Library, start: date, end: date) -> tuple[CompareLine, ...]:
    """Compare before and after the changes whose later days reach into `start` to `end`, both included.

    The two newest that stand alone, for up to three followed symptoms; and the newest that does not,
    with what is in the way. What is recorded after `end` is not looked at.
    """
    alone, crowded = _to_tell(journal, library, start, end)
    lines: list[CompareLine] = []
    for each in sorted((*alone, *crowded), key=lambda one: one.change.day, reverse=True):
        if each.others:
            lines.append(_refused(each))
        else:
            told = [_line(each, *pair) for pair in _pairs(journal, library, each, end)]
            lines += [line for line in told if line.compared]
            lines += _too_few([line for line in told if not line.compared])
    return tuple(lines)


def comparisons(
    journal: Journal, library: Library, start: date, end: date
) -> Iterator[tuple[str, list[tuple[str, Comparison]]]]:
    """Give the comparisons themselves: a title for each change, then label and comparison by symptom."""
    for each in _to_tell(journal, library, start, end)[0]:
        name = short(one_line(each.change.name), LONGEST_NAME)
        title = f"Before and after {sentences.day(each.change.day)}: {name} {DID[each.change.kind]}"
        yield title, list(_pairs(journal, library, each, end))


def _to_tell(
    journal: Journal, library: Library, start: date, end: date
) -> tuple[list[_Asked], list[_Asked]]:
    """The changes that can be compared, and the newest that cannot, as another is too near."""
    asked = list(_asked(journal, library, start, end))
    alone = [each for each in asked if not each.others][:MOST_CHANGES]
    crowded = [each for each in asked if each.others and not _part_of(each, alone)]
    return alone, crowded[:1]


def _part_of(step: _Asked, alone: Sequence[_Asked]) -> bool:
    """Whether a change is a step of a build-up that is looked at as a whole."""
    return any(
        each.change.medication == step.change.medication
        and step.change
        not in others_than(each.change, [step.change], skip_days=each.look.skip_days)
        for each in alone
    )


def _too_few(lines: Sequence[CompareLine]) -> Iterator[CompareLine]:
    """Say once what is the same for several symptoms rated on the same days."""
    by_days: dict[CompareLine, list[str]] = {}
    for line in lines:
        by_days.setdefault(replace(line, label=""), []).append(line.label)
    for line, labels in by_days.items():
        yield replace(line, label=listed(labels))


def _asked(journal: Journal, library: Library, start: date, end: date) -> Iterator[_Asked]:
    """The changes to look at, newest first."""
    medications, day_start = journal.medications(), journal.person.day_start
    every = changes(medications, end=end, day_start=day_start)
    slugs = {each.id: each.slug or "" for each in medications}
    for change in reversed(every):
        coming_off = lowers(change, medications, day_start=day_start)
        windows = windows_for(library, slugs[change.medication], coming_off=coming_off)
        look = windows.looks[0]
        if change.day + timedelta(days=look.to_day - 1) < start:
            continue
        first = change.day - timedelta(days=windows.before_days)
        last = change.day + timedelta(days=look.to_day - 1)
        others = others_than(change, every, skip_days=look.skip_days)
        among = tuple(other for other in others if first <= other.day <= last)
        yield _Asked(change=change, windows=windows, look=look, others=among)


def _refused(asked: _Asked) -> CompareLine:
    nothing = pd.Series(dtype="float64", index=pd.DatetimeIndex([]))
    found = _around(asked, nothing, higher_is_better=True, end=asked.change.day)
    return CompareLine(
        day=asked.change.day,
        name=asked.change.name,
        did=DID[asked.change.kind],
        in_the_way=in_the_way(found),
    )


def _pairs(
    journal: Journal, library: Library, asked: _Asked, end: date
) -> Iterator[tuple[str, Comparison]]:
    """Label and comparison of each followed symptom, up to three."""
    first = asked.change.day - timedelta(days=asked.windows.before_days)
    ratings = journal.table("rating", start=first, end=min(asked.last, end))
    known = [symptom for symptom in journal.person.symptoms if symptom in library.symptoms]
    for symptom in known[:MOST_SYMPTOMS]:
        better = library.symptoms[symptom].better
        own = ratings[ratings["symptom"] == symptom].set_index("day")["value"]
        found = _around(asked, own, higher_is_better=better != "low", end=end)
        yield library.symptoms[symptom].label, found


def _line(asked: _Asked, label: str, found: Comparison) -> CompareLine:
    return CompareLine(
        day=asked.change.day,
        name=asked.change.name,
        did=DID[asked.change.kind],
        label=label,
        before=_side(found.before),
        after=_side(found.after),
        from_day=asked.look.from_day,
        to_day=asked.look.to_day,
        until=None if found.over else asked.last,
        coming_off=asked.look.coming_off,
    )


def _around(asked: _Asked, series: pd.Series, *, higher_is_better: bool, end: date) -> Comparison:
    return around(
        series,
        asked.change.day,
        before_days=asked.windows.before_days,
        skip_days=asked.look.skip_days,
        after_days=asked.look.after_days,
        higher_is_better=higher_is_better,
        others=asked.others,
        today=end,
    )


def _side(side: Side) -> SideLine:
    low, high = whole_range(side) if side.middle is not None else (None, None)
    return SideLine(
        days=side.days,
        of_days=side.of_days,
        needed=side.needed,
        needed_weeks=side.needed_weeks,
        middle=side.middle,
        low=low,
        high=high,
    )
