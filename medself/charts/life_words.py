"""The life chart in words and as a table: the same message, for everyone who does not see the picture."""

from calendar import monthrange
from datetime import date

import pandas as pd

from medself.analysis.levels import levels
from medself.charts.facts import Facts
from medself.charts.lanes import WORST
from medself.charts.medicine_lanes import WHEN_NEEDED, in_order, visible
from medself.days import day_in_words
from medself.model import Medication
from medself.schedule import Change, ChangeKind, Stretch, changes

NOT_WHY = "The chart cannot tell why anything changed."
TABLE = ["What", "From", "To", "Detail"]
VERBS = {
    ChangeKind.START: "started",
    ChangeKind.STOP: "stopped",
    ChangeKind.COMPLETED: "came to its end",
    ChangeKind.DOSE: "changed",
    ChangeKind.TIMES: "moved to another time",
    ChangeKind.PAUSE: "paused",
    ChangeKind.RESUME: "taken again after the pause",
}


def lines(facts: Facts) -> tuple[str, ...]:
    """Say what the life chart shows, a sentence for each thing in it."""
    period = f"From {day_in_words(facts.start)} to {day_in_words(facts.end)}"
    return (
        f"{period} you recorded {len(facts.recorded)} of {_days(facts.period_days)}.",
        *(_medicine(facts, medication) for medication in in_order(facts)),
        *_symptoms(facts),
        *_side_effects(facts),
        *_events(facts),
        NOT_WHY,
    )


def _on(facts: Facts, day: date) -> str:
    return day_in_words(day, year=facts.start.year != facts.end.year)


def _medicine(facts: Facts, medication: Medication) -> str:
    shown = visible(facts, medication)
    words = [shown[0].label or "taken"] if shown[0].start < facts.start else []
    found = changes([medication], start=facts.start, end=facts.end, day_start=facts.day_start)
    words += [_change(facts, change, shown) for change in found]
    if any(stretch.label == WHEN_NEEDED for stretch in shown):
        doses = facts.doses
        taken = (doses["medication"] == medication.id) & (doses["status"] == "taken")
        words.append(f"taken on {_days(doses.loc[taken, 'day'].nunique())}")
    return f"{medication.name}: {', '.join(words)}."


def _change(facts: Facts, change: Change, shown: list[Stretch]) -> str:
    verb, day = VERBS[change.kind], _on(facts, change.day)
    label = next((stretch.label for stretch in shown if stretch.start == change.day), "")
    if label == WHEN_NEEDED:
        return f"{verb} on {day}, {label}"
    if label and change.kind is ChangeKind.START:
        return f"{verb} {label} on {day}"
    if label and change.kind is ChangeKind.DOSE:
        return f"{verb} to {label} on {day}"
    return f"{verb} on {day}"


def _symptoms(facts: Facts) -> list[str]:
    known = levels(facts.daily).set_index("symptom")
    return [
        f"{label}: {score_in_words(row)}, on {_days(row.days)}."
        for symptom, label in facts.symptoms.items()
        if symptom in known.index
        for row in known.loc[[symptom]].itertuples()
    ]


def score_in_words(row: object) -> str:
    """The middle score and where most days lay, from a row of `levels`."""
    middle, low, high = (f"{round(getattr(row, name), 1):g}" for name in ("middle", "low", "high"))
    most = low if low == high else f"{low} to {high}"
    return f"middle score {middle} of 10, most days {most}"


def _side_effects(facts: Facts) -> list[str]:
    words = [
        f"{facts.effects.get(row.effect, row.effect)} on {_days(row.days)}, at worst {WORST[row.worst]}"
        for row in facts.noted.itertuples()
    ]
    return [f"Side effects noted: {'; '.join(words)}."] if words else []


def _events(facts: Facts) -> list[str]:
    words = [f"{text} on {_on(facts, day)}" for day, text, _ in facts.happened]
    return [f"What else happened: {'; '.join(words)}."] if words else []


def table(facts: Facts) -> pd.DataFrame:
    """The life chart as rows of text: `What`, `From`, `To` and `Detail`.

    Symptoms are summed up month by month. An empty `To` means that it goes on.
    """
    rows = [
        (stretch.name, stretch.start, stretch.end, stretch.words)
        for medication in in_order(facts)
        for stretch in visible(facts, medication)
    ]
    rows += _symptom_rows(facts)
    rows += [
        (
            facts.effects.get(row.effect, row.effect),
            row.first.date(),
            row.last.date(),
            f"noted on {_days(row.days)}, at worst {WORST[row.worst]}",
        )
        for row in facts.noted.itertuples()
    ]
    rows += [(text, day, day, "") for day, text, _ in facts.happened]
    told = [
        (what, day_in_words(start), day_in_words(end) if end else "", detail)
        for what, start, end, detail in rows
    ]
    return pd.DataFrame(told, columns=TABLE)


def _symptom_rows(facts: Facts) -> list[tuple[str, date, date, str]]:
    daily = facts.daily
    daily = daily.assign(
        month=daily["day"].to_numpy().astype("datetime64[M]").astype("datetime64[s]")
    )
    rows = []
    for symptom, label in facts.symptoms.items():
        own = daily[daily["symptom"] == symptom]
        for row in levels(own.assign(symptom=own["month"])).itertuples():
            first = row.symptom.date()
            last = first.replace(day=monthrange(first.year, first.month)[1])
            detail = f"{score_in_words(row)}, {_days(row.days)}"
            rows.append((label, max(first, facts.start), min(last, facts.end), detail))
    return rows


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
