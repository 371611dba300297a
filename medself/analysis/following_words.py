"""How a plan was followed, in quiet sentences: what was counted, of what, and what is not known."""

from collections.abc import Iterator, Sequence
from datetime import date

from medself.analysis.as_needed import Use
from medself.analysis.following import Following, Run, Share
from medself.analysis.persistence import Gap, Persistence
from medself.days import day_in_words
from medself.model import AsNeeded
from medself.schedule.words import listed

MOST_DATES = 10
HOURS_TOLD = 72
IN_WORDS = {"missed": "missed", "skipped": "skipped", "not_recorded": "not recorded"}


def lines(found: Following) -> list[str]:
    """Say how one medicine's plan was followed; nothing where there is nothing to say."""
    return [
        *_timing(found),
        *_days(found),
        *_run("missed", found.missed),
        *_run("not recorded", found.not_recorded),
        *_later(found),
        *_reasons(found),
        *_shares("By time of day", found.by_part),
        *_shares("By day of the week", found.by_weekday),
    ]


def _timing(found: Following) -> Iterator[str]:
    if found.timed:
        near = (
            f"{_number(found.window_hours)} hours"
            if found.window_hours
            else "a quarter of the time to the nearest other dose"
        )
        yield (
            f"In time: {found.in_time} of {found.timed} doses taken, no more than {near} before or after "
            "the planned time."
        )
    if 0 < found.timed < found.taken:
        yield f"Of {found.taken - found.timed} more we do not know when they were taken."
    elif found.taken and not found.timed:
        yield "We do not know when the doses were taken."


def _days(found: Following) -> Iterator[str]:
    if found.days_known:
        yield (
            f"As planned: {found.days_right} of {_count(found.days_known, 'day')} on which every dose due "
            "was recorded."
        )
    if found.doubles:
        yield f"One dose taken twice: on {_dates(found.doubles)}."


def _run(state: str, run: Run | None) -> Iterator[str]:
    if run and run.doses > 1:
        yield f"Most {state} in a row: {run.doses} doses, {_span(run.start, run.end)}."


def _later(found: Following) -> Iterator[str]:
    if found.filled_late:
        yield f"Filled in more than two days later: {found.filled_late} of {found.typed} records."


def _reasons(found: Following) -> Iterator[str]:
    for status in ("skipped", "missed"):
        given = [
            f"{reason} ({_times(count)})" for kind, reason, count in found.reasons if kind == status
        ]
        if given:
            yield f"Why {status}, in your words: {'; '.join(given)}."


def _shares(what: str, shares: Sequence[Share]) -> Iterator[str]:
    if shares:
        each = [f"{share.name} {share.taken} of {share.recorded}" for share in shares]
        yield f"{what}, taken of what was recorded: {', '.join(each)}."


def kept_on(found: Persistence, *, limit_days: int) -> list[str]:
    """Say how long a medicine was taken, and name each gap as long as its limit."""
    if found.first is None or found.last is None:
        return []
    lasted = f"{_count(found.days, 'day')}, {_span(found.first, found.last)}."
    if not found.gaps:
        return [
            f"From the first dose to the last: {lasted}",
            f"No gap of {limit_days} days or more, the days after which its page says to ask.",
        ]
    return [
        f"From the first dose to the last before the first gap: {lasted}",
        f"Its page says to ask after {limit_days} days without it, before you take it again.",
        *map(_gap, found.gaps),
    ]


def _gap(gap: Gap) -> str:
    parts = [
        f"{count} {words}" for state, words in IN_WORDS.items() if (count := getattr(gap, state))
    ]
    parts += [f"{gap.held} in a pause"] if gap.held else []
    goes_on = " No dose is recorded after it." if gap.goes_on else ""
    return (
        f"Gap of {_count(gap.days, 'day')}, {_span(gap.start, gap.end)}: {listed(parts)}.{goes_on}"
    )


def when_needed(use: Use, plan: AsNeeded | None) -> list[str]:
    """Say how often a medicine was taken when needed, beside the limits written down; no percentage.

    Args:
        use: the doses of a period.
        plan: how it is taken, with its limits; missing: none are known.
    """
    if not use.times:
        return ["None recorded."]
    few = use.dates[-MOST_DATES:]
    which = "on" if len(few) == len(use.dates) else f"the last {len(few)} of these days:"
    words = [
        f"Taken {_times(use.times)} on {_count(use.days, 'day')}: {which} {_dates(few)}.",
        f"Most in 24 hours: {use.most_in_24h}.{_limit('at most', plan.most_per_24h if plan else None)}",
    ]
    if use.least_gap_hours is not None:
        limit = _limit("at least", plan.least_gap_hours if plan else None, " hours")
        words.append(f"Shortest time between two: {_hours(use.least_gap_hours)}.{limit}")
    return words


def _hours(hours: float) -> str:
    return f"{_number(hours)} hours" if hours < HOURS_TOLD else _count(int(hours // 24), "day")


def _limit(how: str, limit: float | None, unit: str = "") -> str:
    return f" What you wrote down says {how} {limit:g}{unit}." if limit is not None else ""


def _dates(days: Sequence[date]) -> str:
    years = {day.year for day in days}
    return listed([day_in_words(day, year=len(years) > 1 or day == days[-1]) for day in days])


def _span(start: date, end: date) -> str:
    if start == end:
        return day_in_words(start)
    return f"{day_in_words(start, year=start.year != end.year)} to {day_in_words(end)}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _count(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
