"""The sentences of the visit page, one for each line of it."""

from collections.abc import Sequence
from datetime import date

from medself.model.text import one_line
from medself.schedule import Change, ChangeKind
from medself.visit.lines import (
    AnswerLine,
    ChangeLine,
    DatedLine,
    DoseLine,
    MedicineLine,
    QuestionLine,
    ReasonLine,
    ScoreLine,
    SideEffectLine,
    SymptomLine,
    TestLine,
)

CHANGED = {
    ChangeKind.START: "started, {after}",
    ChangeKind.STOP: "stopped (was {before})",
    ChangeKind.COMPLETED: "course finished (was {before})",
    ChangeKind.DOSE: "{before}, now {after}",
    ChangeKind.TIMES: "{before}, now {after}",
    ChangeKind.PAUSE: "paused",
    ChangeKind.RESUME: "going on after the pause",
}

LATEST = 5


def day(value: date, year: int | None = None) -> str:
    """Write a day such as "3 May 2026"; without its year where that is `year`."""
    return f"{value.day} {value:%b}" if value.year == year else f"{value.day} {value:%b %Y}"


def question(line: QuestionLine) -> str:
    """Write a question with what stands behind it."""
    return f"{line.text} {line.detail}".strip()


def dated(line: DatedLine | ChangeLine, year: int | None = None) -> str:
    """Write something with its day."""
    return f"{day(line.day, year)}: {line.text}"


def change(found: Change) -> str:
    """Write a change in what is taken: which medicine, from what to what."""
    return f"{one_line(found.name)}: {changed(found)}"


def changed(found: Change) -> str:
    """Write from what to what, without the name."""
    before, after = one_line(found.before), one_line(found.after)
    return CHANGED[found.kind].format(before=_without_what_stays(before, after), after=after)


def _without_what_stays(before: str, after: str) -> str:
    """Shorten "50 mg every morning", followed by "100 mg every morning", to "50 mg"."""
    old, new = before.split(), after.split()
    while len(old) > 2 and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return " ".join(old)


def medicine(line: MedicineLine, year: int | None = None) -> str:
    """Write a medicine as it is taken now."""
    since = f", since {day(line.since, year)}" if line.since else ""
    return " ".join((f"{medicine_name(line)}: {line.how}{since}", *medicine_about(line)))


def medicine_name(line: MedicineLine) -> str:
    """Write its name, with the strength where that is not in the name already."""
    bare = line.strength.replace(" ", "").casefold()
    known = not bare or bare in line.name.replace(" ", "").casefold()
    return line.name if known else f"{line.name} {line.strength}"


def medicine_about(line: MedicineLine) -> tuple[str, ...]:
    """Write what it is for and where it comes from, in brackets; nothing where nobody wrote it."""
    shop = ("from a shop",) if line.from_shop else ()
    prescriber = (f"from {line.prescriber}",) if line.prescriber else shop
    about = "; ".join((*((line.why,) if line.why else ()), *prescriber))
    return (f"({about})",) if about else ()


def doses(line: DoseLine) -> str:
    """Write dose counts in words: four kinds apart, then the bounds."""
    if line.as_needed:
        if not line.taken:
            return f"{line.name}, as needed: none recorded."
        return (
            f"{line.name}, as needed: {times(line.taken)} on {days(line.days)}; "
            f"most in 24 hours: {line.most_in_24h}."
        )
    if not line.taken + line.skipped + line.missed:
        return f"{line.name}: nothing recorded of {line.due} due."
    words = (
        f"{line.name}: {line.taken} taken, {line.skipped} skipped, {line.missed} missed, "
        f"{line.not_recorded} not recorded of {line.due} due."
    )
    if line.low is not None and line.high is not None:
        low, high = f"{line.low:.0f}", f"{line.high:.0f}"
        share = low if low == high else f"{low} to {high}"
        of = f"of every 100 {line.weighed_in} due" if line.weighed_in else "in every 100"
        words += f" So {share} {of}."
    if line.missed_run > 1 and line.run_from and line.run_to:
        words += (
            f" Most missed in a row: {line.missed_run} doses, {span(line.run_from, line.run_to)}."
        )
    if line.extra:
        words += f" {line.extra} extra."
    if line.held:
        words += f" {line.held} more fell in a pause."
    return words


def reason(line: ReasonLine) -> str:
    """Write a reason a person gave, after the numbers, as it may be long."""
    return f"{line.name}, {line.status} {times(line.times)}: {line.reason}"


def symptom(line: SymptomLine) -> str:
    """Write the middle rating and where most days lay."""
    low, middle, high = (f"{round(value, 1):g}" for value in (line.low, line.middle, line.high))
    span = low if low == high else f"{low} to {high}"
    return f"{line.label}: middle rating {middle} of 10, most days {span} ({days(line.days)} rated)"


def side_effect(line: SideEffectLine, year: int | None = None) -> str:
    """Write a side effect with its days and its worst."""
    first, last = day(line.first, year), day(line.last, year)
    when = first if first == last else f"{first} to {last}"
    stops = ", stops me doing things" if line.stops_me else ""
    return f"{line.label}: noted on {days(line.days)}, {when}, at worst {line.worst.lower()}{stops}"


def scores(lines: Sequence[ScoreLine], year: int | None = None) -> tuple[str, ...]:
    """Write each questionnaire's totals on one line, oldest first."""
    by_name: dict[str, list[str]] = {}
    for line in lines:
        by_name.setdefault(line.name, []).append(f"{line.total:g} ({day(line.day, year)})")
    return tuple(f"{name} total: {_latest(totals)}" for name, totals in by_name.items())


def answer(line: AnswerLine, year: int | None = None) -> str:
    """Write one answer of a questionnaire."""
    return f"{line.name}, question {line.number} ({day(line.day, year)}): {line.answer}"


def measured(line: TestLine, year: int | None = None) -> str:
    """Write a test with its result, or that it was done, or that it is to do."""
    when = day(line.day, year) if line.day else ""
    if line.to_do:
        return f"To do: {line.what}, by {when}" if when else f"To do: {line.what}"
    if line.value is None:
        return f"{when}: {line.what}, done"
    return f"{when}: {line.what} {line.value:g} {line.unit}".rstrip()


def _latest(totals: list[str]) -> str:
    earlier = len(totals) - LATEST
    before = f"{earlier} earlier, then " if earlier > 0 else ""
    return before + ", ".join(totals[-LATEST:])


def days(count: int) -> str:
    """Write a number of days."""
    return "1 day" if count == 1 else f"{count} days"


def times(count: int) -> str:
    """Write how often."""
    return "once" if count == 1 else f"{count} times"


def span(first: date, last: date) -> str:
    """Write from which day to which, as "3 to 5 Oct 2026"."""
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first, last.year)} to {day(last)}"
