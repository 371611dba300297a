"""Rules about side effects: new since a change, longer than usual, in the way."""

from collections.abc import Iterator
from datetime import timedelta

import pandas as pd

from medself.analysis.change_words import DID
from medself.days import day_in_words
from medself.library.schema import Medication as Page
from medself.model import Medication
from medself.questions.facts import Facts, Noted
from medself.questions.suggestion import Fills, Found
from medself.questions.words import WORST, counted, ids, length
from medself.schedule import Change, ChangeKind
from medself.schedule.words import listed

SOON_DAYS, EARLIER_DAYS = 14, 56
LEAST_SINCE_CHANGE = 2
USUAL_DAYS = {"days": 14, "weeks": 42}
"""Days after which one that "often passes within days" or "often eases within weeks" has lasted long."""
LEAST_LASTING = 3
STOPS_DAYS = 28
NEW = (ChangeKind.START, ChangeKind.DOSE, ChangeKind.STOP)


def effect_after_change(facts: Facts) -> Iterator[Found]:
    """One that began within 14 days after a medicine was new, was changed or ended.

    Least: noted on 2 days. All such changes are named: it is not said which of them it goes with. Not
    one that was noted in the 8 weeks before, unless as gone since: it was there already, even where
    nothing was noted for a while.
    """
    for noted in facts.noted:
        soon = [change for change in facts.changes if _soon_after(facts, noted, change)]
        if not soon or noted.days < LEAST_SINCE_CHANGE:
            continue
        changed = listed([_did(change) for change in soon])
        yield Found(
            subject=f"effect {noted.effect.casefold()}",
            state=f"{soon[-1].day} {noted.worst}",
            says={"effect": noted.label, "changed": changed},
            reasons=(
                ("noted", _counts(noted)),
                *(
                    ("page", {"medicine": change.name})
                    for change in soon
                    if _usual_days(facts, noted, change.medication) and change.after
                ),
            ),
            entries=noted.entries,
            page=_page(facts, soon[-1].medication),
        )


def effect_lasting(facts: Facts) -> Iterator[Found]:
    """One that has lasted longer than the pages of the medicines it may go with say is usual.

    It may go with a medicine that was there when it began and whose page says that it passes; where the
    person said which medicine, only with that one. Least: noted on 3 days.
    """
    for noted in facts.noted:
        with_ = [
            medication for medication in facts.taking if _may_go_with(facts, noted, medication)
        ]
        usual = [days for m in with_ if (days := _usual_days(facts, noted, m.id))]
        lasted = (noted.end - noted.start).days + 1
        if not usual or lasted <= max(usual) or noted.days < LEAST_LASTING:
            continue
        yield Found(
            subject=f"effect {noted.effect.casefold()}",
            state=noted.worst,
            says={"effect": noted.label, "length": length(lasted)},
            reasons=(
                ("noted", _counts(noted)),
                *((_passes(facts, noted, m.id), {"medicine": m.name}) for m in with_),
            ),
            entries=noted.entries,
            page=_page(facts, with_[0].id),
        )


def effect_stops_me(facts: Facts) -> Iterator[Found]:
    """One that the person said, in the last 28 days, stops them doing things, and that is not gone."""
    for noted in facts.noted:
        recent = facts.last(facts.side_effects, STOPS_DAYS)
        said = recent[recent["stops_me"] & recent["id"].isin(noted.entries)]
        if said.empty:
            continue
        days = sorted(each.date() for each in said["day"].unique())
        yield Found(
            subject=f"effect {noted.effect.casefold()}",
            state=noted.worst,
            says={"effect": noted.label},
            reasons=(
                ("stops", {"days": counted(len(days), "day"), "last": day_in_words(days[-1])}),
                ("noted", _counts(noted)),
            ),
            entries=ids(said),
            stops_me=True,
        )


def _soon_after(facts: Facts, noted: Noted, change: Change) -> bool:
    passed = noted.start - change.day
    mine = not noted.medications or change.medication in noted.medications
    soon = timedelta(0) <= passed <= timedelta(days=SOON_DAYS)
    return mine and change.kind in NEW and soon and not _there_before(facts, noted, change)


def _there_before(facts: Facts, noted: Noted, change: Change) -> bool:
    entries = facts.side_effects[facts.side_effects["effect"] == noted.effect]
    at = pd.Timestamp(change.day)
    earlier = entries["day"].between(at - timedelta(days=EARLIER_DAYS), at, inclusive="left")
    last = entries[earlier].sort_values(["at", "id"]).tail(1)
    return bool((last["severity"] > 0).any())


def _did(change: Change) -> str:
    return f"{change.name} {DID[change.kind]} on {day_in_words(change.day)}"


def _counts(noted: Noted) -> Fills:
    return {
        "effect": noted.label,
        "days": noted.days,
        "of_days": noted.of_days,
        "start": day_in_words(noted.start),
        "last": day_in_words(noted.end),
        "worst": WORST[noted.worst],
    }


def _passes(facts: Facts, noted: Noted, medication: str) -> str:
    page: Page | None = facts.pages.get(medication)
    said = {effect.id: effect.passes for effect in page.effects} if page else {}
    return said.get(noted.effect, "unknown")


def _usual_days(facts: Facts, noted: Noted, medication: str) -> int | None:
    """Days it usually lasts, by the page of a medicine; missing where the page does not say."""
    return USUAL_DAYS.get(_passes(facts, noted, medication))


def _may_go_with(facts: Facts, noted: Noted, medication: Medication) -> bool:
    if noted.medications and medication.id not in noted.medications:
        return False
    if not _usual_days(facts, noted, medication.id):
        return False
    starts = [
        change.day
        for change in facts.changes
        if change.medication == medication.id and change.kind is ChangeKind.START
    ]
    return bool(starts) and starts[-1] <= noted.start


def _page(facts: Facts, medication: str) -> str:
    page = facts.pages.get(medication)
    return page.id if page else ""
