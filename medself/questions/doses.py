"""Rules about doses: missed in a pattern, skipped for one reason again and again, run out."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from medself.days import day_in_words
from medself.model import HoldReason
from medself.questions.facts import Facts
from medself.questions.suggestion import Fills, Found
from medself.questions.words import counted, ids
from medself.schedule import ChangeKind
from medself.schedule.words import DAYS, part_of_day

PATTERN_DAYS = 56
LEAST_THERE, LEAST_ELSEWHERE = 6, 12
MOSTLY, RARELY = 0.6, 0.2
AROUND_DAYS = 14
OFTEN = 3
RAN_OUT, NO_REASON = "ran out", "another reason"
"""Choices of the dose card, in small letters."""


class _Pattern(NamedTuple):
    when: str
    others: str
    doses: pd.DataFrame
    inside: pd.Series

    @property
    def there(self) -> pd.DataFrame:
        """The doses of that time."""
        return self.doses[self.inside]

    @property
    def elsewhere(self) -> pd.DataFrame:
        """The doses of all other times."""
        return self.doses[~self.inside]

    @property
    def clear(self) -> bool:
        """Mostly missed there and rarely elsewhere, with enough recorded of both."""
        missed = self.doses["status"] == "missed"
        there, elsewhere = int(self.inside.sum()), int((~self.inside).sum())
        return (
            there >= LEAST_THERE
            and elsewhere >= LEAST_ELSEWHERE
            and int((missed & self.inside).sum()) >= MOSTLY * there
            and int((missed & ~self.inside).sum()) <= RARELY * elsewhere
        )


def missed_pattern(facts: Facts) -> Iterator[Found]:
    """Doses missed mostly after a change, on one day of the week, at weekends or at one time of day.

    Of what was recorded in the last 8 weeks: 6 in 10 or more missed there, of at least 6; 2 in 10 or
    fewer elsewhere, of at least 12. Doses not recorded count for nothing.
    """
    recent = facts.last(_planned(facts.doses), PATTERN_DAYS)
    for medication in facts.taking:
        mine = recent[recent["medication"] == medication.id]
        found = next((each for each in _patterns(facts, mine) if each.clear), None)
        if found:
            missed = found.there[found.there["status"] == "missed"]
            yield Found(
                subject=f"doses {medication.id}",
                state=found.when,
                says={"medicine": medication.name, "when": found.when},
                reasons=(
                    ("missed", {"when": found.when} | _counts(found.there)),
                    ("missed", {"when": found.others} | _counts(found.elsewhere)),
                    ("counted", _dated(pd.concat([found.there, found.elsewhere]))),
                ),
                entries=ids(missed),
            )


def skip_reason(facts: Facts) -> Iterator[Found]:
    """Doses skipped three times or more for the same reason in 8 weeks, other than by agreement."""
    recent = facts.last(facts.doses, PATTERN_DAYS)
    skipped = recent[(recent["status"] == "skipped") & ~recent["agreed"]]
    for medication in facts.taking:
        mine = skipped[skipped["medication"] == medication.id]
        reasons = mine["reason"].str.strip()
        for said, same in mine.groupby(reasons.str.casefold()):
            if len(same) < OFTEN or said in ("", RAN_OUT, NO_REASON):
                continue
            same = same.sort_values(["at", "id"])
            yield Found(
                subject=f"skips {medication.id} {said}",
                state=len(same) // OFTEN,
                says={"medicine": medication.name, "reason": reasons[same.index[-1]]},
                reasons=(("skipped", _dated(same) | {"times": counted(len(same), "time")}),),
                entries=ids(same),
            )


def ran_out(facts: Facts) -> Iterator[Found]:
    """A medicine that ran out in the last 8 weeks: paused for it once, or doses not taken twice."""
    recent = facts.last(facts.doses, PATTERN_DAYS)
    without = recent[recent["reason"].str.strip().str.casefold() == RAN_OUT]
    since = facts.ago(PATTERN_DAYS)
    for medication in facts.taking:
        mine = without[without["medication"] == medication.id]
        pauses = sorted(
            hold.start.date()
            for hold in medication.holds
            if hold.reason is HoldReason.NO_SUPPLY and since < hold.start.date() <= facts.today
        )
        if not pauses and len(mine) < 2:
            continue
        reasons: list[tuple[str, Fills]] = [
            ("paused", {"medicine": medication.name, "day": day_in_words(each)}) for each in pauses
        ]
        if len(mine):
            reasons.append(("doses", _dated(mine) | {"doses": counted(len(mine), "dose")}))
        yield Found(
            subject=f"supply {medication.id}",
            state=f"{len(pauses)} {len(mine)}",
            says={"medicine": medication.name},
            reasons=tuple(reasons),
            entries=(*ids(mine), medication.id),
        )


def _patterns(facts: Facts, doses: pd.DataFrame) -> Iterator[_Pattern]:
    if doses.empty:
        return
    yield from _after_changes(facts, doses)
    weekday, part = doses["day"].dt.day_of_week, doses["slot"].dt.time.map(part_of_day)
    for number, name in enumerate(DAYS):
        yield _Pattern(f"on {name}s", "on other days", doses, weekday == number)
    yield _Pattern("at weekends", "on other days", doses, weekday >= 5)
    for name in ("morning", "afternoon", "evening", "night"):
        when = "at night" if name == "night" else f"in the {name}"
        yield _Pattern(when, "at other times", doses, part == name)


def _after_changes(facts: Facts, doses: pd.DataFrame) -> Iterator[_Pattern]:
    two_weeks = pd.Timedelta(days=AROUND_DAYS)
    for change in reversed(facts.changes):
        if change.medication == doses["medication"].iloc[0] and change.kind is not ChangeKind.START:
            at = pd.Timestamp(change.day)
            after = doses["day"].between(at, at + two_weeks, inclusive="left")
            before = doses["day"].between(at - two_weeks, at, inclusive="left")
            when = f"in the 2 weeks after the change on {day_in_words(change.day)}"
            near = doses[after | before]
            yield _Pattern(when, "in the 2 weeks before it", near, after[near.index])


def _planned(doses: pd.DataFrame) -> pd.DataFrame:
    return doses[doses["slot"].notna()]


def _missed(doses: pd.DataFrame) -> int:
    return int((doses["status"] == "missed").sum())


def _counts(doses: pd.DataFrame) -> dict[str, object]:
    return {"missed": _missed(doses), "recorded": len(doses)}


def _dated(table: pd.DataFrame) -> dict[str, object]:
    return {
        "first": day_in_words(table["day"].min().date()),
        "last": day_in_words(table["day"].max().date()),
    }
