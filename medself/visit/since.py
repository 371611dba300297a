"""What is different since the last visit: these days beside as many days before. Never a reason."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from medself.journal import Journal
from medself.library import Library
from medself.model import QuestionState
from medself.visit import counts, lists, sentences
from medself.visit import entries as single
from medself.visit.lines import ScoreLine
from medself.visit.words import Section

EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Times:
    """The days `start` to `end`, both included, and as many days before them."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days each of the two has."""
        return (self.end - self.start).days + 1

    @property
    def before(self) -> tuple[date, date]:
        """First and last day of those before."""
        return self.start - timedelta(days=self.days), self.start - timedelta(days=1)


def difference(
    journal: Journal,
    library: Library,
    *,
    start: date,
    end: date,
    until: datetime | None = None,
    show_private: bool = False,
) -> tuple[Section, ...]:
    """Put the days `start` to `end` beside as many days before them, part by part.

    Two numbers stand next to each other with their days; which is better, or why, is not said. Parts
    with nothing in either are left out; what is not recorded is not taken for gone.

    Args:
        until: as for `build`.
        show_private: also the side effects that are private in the library.
    """
    times = Times(start=start, end=end)
    every = (
        ("Medicines", _medicines(journal, times)),
        ("Doses", _doses(journal, times, until)),
        ("How you rated things", _symptoms(journal, library, times)),
        ("Side effects", _side_effects(journal, library, times, show_private)),
        ("Questionnaires", _scores(journal, times)),
        ("Questions", _questions(journal, times)),
    )
    return tuple((name, lines) for name, lines in every if lines)


def _medicines(journal: Journal, times: Times) -> tuple[str, ...]:
    found = lists.change_lines(journal, times.start, times.end)
    return tuple(f"{sentences.dated(each)}." for each in found) or ("No change is written down.",)


def _doses(journal: Journal, times: Times, until: datetime | None) -> tuple[str, ...]:
    now = counts.doses(journal, times.start, times.end, until=until)
    earlier = counts.doses(journal, *times.before)
    before = {(each.name, each.as_needed): sentences.doses(each) for each in earlier}
    return tuple(
        _beside(
            sentences.doses(line),
            before.get((line.name, line.as_needed), f"{line.name}: none due"),
            line.name,
            times,
        )
        for line in now
    )


def _symptoms(journal: Journal, library: Library, times: Times) -> tuple[str, ...]:
    now = counts.symptoms(journal, library, times.start, times.end)
    earlier = counts.symptoms(journal, library, *times.before)
    before = {each.label: sentences.symptom(each) for each in earlier}
    return tuple(
        _beside(
            sentences.symptom(line),
            before.get(line.label, f"{line.label}: not rated"),
            line.label,
            times,
        )
        for line in now
    )


def _side_effects(
    journal: Journal, library: Library, times: Times, show_private: bool
) -> tuple[str, ...]:
    now = counts.side_effect_lines(journal, library, times.start, times.end, show_private)
    earlier = counts.side_effect_lines(journal, library, *times.before, show_private)
    before = {each.label: sentences.side_effect(each) for each in earlier}
    there = {line.label for line in now}
    return (
        *(
            _beside(
                sentences.side_effect(line),
                before.get(line.label, f"{line.label}: not noted"),
                line.label,
                times,
            )
            for line in now
        ),
        *(
            f"{each.label}: not noted in these days, last on {sentences.day(each.last)}."
            for each in earlier
            if each.label not in there
        ),
    )


def _beside(now: str, before: str, name: str, times: Times) -> str:
    """The sentence of these days, then that of the days before without the name it begins with."""
    earlier = before.removeprefix(name).lstrip(":, ").rstrip(".")
    return f"{now.rstrip('.')}. In the {times.days} days before: {earlier}."


def _scores(journal: Journal, times: Times) -> tuple[str, ...]:
    latest: dict[str, ScoreLine] = {}
    for line in single.scores(journal, EARLIEST, times.start - timedelta(days=1)):
        latest[line.name] = line
    now: dict[str, ScoreLine] = {}
    for line in single.scores(journal, times.start, times.end):
        now[line.name] = line
    return tuple(
        sentences.scores([*([latest[name]] if name in latest else []), line])[0] + "."
        for name, line in now.items()
    )


def _questions(journal: Journal, times: Times) -> tuple[str, ...]:
    asked = [each for each in journal.questions() if each.state is QuestionState.OPEN]
    new = [each for each in asked if each.recorded_at and each.recorded_at.date() >= times.start]
    if not asked:
        return ("No question is open.",)
    many = "1 question is open" if len(asked) == 1 else f"{len(asked)} questions are open"
    return (f"{many}, {len(new)} of them written in these days.",)
