"""The sentences of the visit page, made once for paper, plain text, screen and JSON."""

from collections.abc import Sequence
from datetime import date

from medself.model.text import one_line
from medself.schedule import Change, ChangeKind
from medself.visit.summary import (
    DatedLine,
    DoseLine,
    MedicineLine,
    QuestionLine,
    ScoreLine,
    SideEffectLine,
    Summary,
    SymptomLine,
)

QUESTIONS = "My questions"
CHANGES = "What has changed"
MEDICINES = "What I take now"
DOSES = "Doses, as recorded"
CHART = "Medicines, symptoms and side effects on one line of time"
SYMPTOMS = "How I rated things"
SIDE_EFFECTS = "Side effects I noted"
SCORES = "Questionnaires"
EVENTS = "Things that happened"
DECIDED = "What we decided"

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
Section = tuple[str, tuple[str, ...]]


def day(value: date, year: int | None = None) -> str:
    """Write a day such as "3 May 2026"; without its year where that is `year`."""
    return f"{value.day} {value:%b}" if value.year == year else f"{value.day} {value:%b %Y}"


def title(summary: Summary) -> str:
    """Say whose page it is and for which appointment."""
    if summary.visit_at:
        return f"{summary.person}, appointment {summary.visit_at.day} {summary.visit_at:%B %Y}"
    return f"{summary.person}, notes for an appointment"


def period(summary: Summary) -> str:
    """Say which days the page is about."""
    return f"{day(summary.start)} to {day(summary.end)}"


def recorded(summary: Summary) -> str:
    """Say how much was recorded in the period."""
    words = f"Recorded on {summary.days_recorded} of {summary.days} days"
    if summary.longest_gap:
        words += f" (longest gap {_days(summary.longest_gap)})"
    if summary.filled_in_later:
        many = "1 entry" if summary.filled_in_later == 1 else f"{summary.filled_in_later} entries"
        words += f", {many} filled in more than 2 days later"
    return words + "."


def footer(summary: Summary) -> str:
    """Say who made the page, and what it is not."""
    who = "an invented person" if summary.invented else summary.person
    return (
        f"Made by {who} with medself on {day(summary.made_on)}. Recorded by me, not a medical record. "
        "Page 1 of 1."
    )


def question(line: QuestionLine) -> str:
    """Write a question with what stands behind it."""
    return f"{line.text} {line.detail}".strip()


def dated(line: DatedLine, year: int | None = None) -> str:
    """Write something with its day."""
    return f"{day(line.day, year)}: {line.text}"


def change(found: Change) -> str:
    """Write a change in what is taken: from what to what."""
    before, after = one_line(found.before), one_line(found.after)
    words = CHANGED[found.kind].format(before=_without_what_stays(before, after), after=after)
    return f"{one_line(found.name)}: {words}"


def _without_what_stays(before: str, after: str) -> str:
    """Shorten "50 mg every morning", followed by "100 mg every morning", to "50 mg"."""
    old, new = before.split(), after.split()
    while len(old) > 2 and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return " ".join(old)


def medicine(line: MedicineLine, year: int | None = None) -> str:
    """Write a medicine as it is taken now."""
    since = f", since {day(line.since, year)}" if line.since else ""
    why = f" ({line.why})" if line.why else ""
    return f"{line.name}: {line.how}{since}{why}"


def doses(line: DoseLine) -> str:
    """Write dose counts in words: four kinds apart, then the bounds."""
    if line.as_needed:
        if not line.taken:
            return f"{line.name}, as needed: none recorded."
        return (
            f"{line.name}, as needed: {_times(line.taken)} on {_days(line.days)}; "
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
    if line.extra:
        words += f" {line.extra} extra."
    if line.held:
        words += f" {line.held} more fell in a pause."
    return words


def symptom(line: SymptomLine) -> str:
    """Write the middle rating and where most days lay."""
    low, middle, high = (f"{round(value, 1):g}" for value in (line.low, line.middle, line.high))
    span = low if low == high else f"{low} to {high}"
    return (
        f"{line.label}: middle rating {middle} of 10, most days {span} ({_days(line.days)} rated)"
    )


def side_effect(line: SideEffectLine, year: int | None = None) -> str:
    """Write a side effect with its days and its worst."""
    first, last = day(line.first, year), day(line.last, year)
    when = first if first == last else f"{first} to {last}"
    stops = ", stops me doing things" if line.stops_me else ""
    return (
        f"{line.label}: noted on {_days(line.days)}, {when}, at worst {line.worst.lower()}{stops}"
    )


def scores(lines: Sequence[ScoreLine], year: int | None = None) -> tuple[str, ...]:
    """Write each questionnaire's totals on one line, oldest first."""
    by_name: dict[str, list[str]] = {}
    for line in lines:
        by_name.setdefault(line.name, []).append(f"{line.total:g} ({day(line.day, year)})")
    return tuple(f"{name} total: {_latest(totals)}" for name, totals in by_name.items())


def _latest(totals: list[str]) -> str:
    earlier = len(totals) - LATEST
    before = f"{earlier} earlier, then " if earlier > 0 else ""
    return before + ", ".join(totals[-LATEST:])


def sections(summary: Summary) -> tuple[Section, ...]:
    """Return every section with its lines, in the fixed order, leaving out empty ones."""
    # Days of the page's own year stand without it, unless the page covers more than one.
    year = summary.end.year if summary.start.year == summary.end.year else None
    every = (
        (QUESTIONS, tuple(map(question, summary.questions))),
        (CHANGES, tuple(dated(line, year) for line in summary.changes)),
        (MEDICINES, tuple(medicine(line, year) for line in summary.medicines)),
        (DOSES, tuple(map(doses, summary.doses))),
        (SYMPTOMS, tuple(map(symptom, summary.symptoms))),
        (SIDE_EFFECTS, tuple(side_effect(line, year) for line in summary.side_effects)),
        (SCORES, scores(summary.scores, year)),
        (EVENTS, tuple(dated(line, year) for line in summary.events)),
    )
    return tuple((name, lines) for name, lines in every if lines)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
