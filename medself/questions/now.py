"""What cannot wait for a visit: cards that say whom to call now. They never say what it is, or is not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from medself.days import day_in_words
from medself.library.schema import Medication as Page
from medself.model import Medication, Question
from medself.questions.facts import Facts, Noted
from medself.questions.gaps import gaps
from medself.questions.suggestion import filled, set_aside
from medself.questions.wording import Action, Signs
from medself.questions.words import WORST, counted
from medself.schedule import Change, ChangeKind
from medself.schedule.words import listed

RECENT_DAYS = 3
BEFORE_DAYS = 28
STOPPED_DAYS = 14
"""A medicine is looked at for so long after it was stopped."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """Whom to call, and the entries that led to it. `signs` are ids of side effects, none for a gap."""

    id: str
    action: Action
    title: str
    call: str
    reasons: tuple[str, ...]
    signs: frozenset[str]
    state: str
    entries: tuple[str, ...]
    page: str = ""

    @property
    def key(self) -> str:
        """Names it as it is now: it comes back with another sign, or a stronger one."""
        return f"now/{self.id}/{self.state}"

    def told(self) -> Question:
        """What is kept when the person says that they told someone."""
        return set_aside(self.title, self.key)


def cannot_wait(facts: Facts) -> list[Card]:
    """Find what was recorded that cannot wait, emergencies first: signs, and gaps that go on."""
    every = [*of_signs(facts), *_of_gaps(facts)]
    return sorted(every, key=lambda card: card.action != "emergency")


def of_signs(facts: Facts) -> list[Card]:
    """Find the signs noted that cannot wait, emergencies first.

    Signs are side effects noted in the last 3 days and not as gone since. They count where the list of
    side effects says that they cannot wait, and otherwise only when they are new, or stronger than in
    the 28 days before: a person may have had a slight shake for years. A card says nothing that another,
    more pressing one says already.
    """
    fresh = [noted for noted in facts.noted if _fresh(facts, noted)]
    found = [card for signs in facts.words.now.signs for card in _of_signs(facts, signs, fresh)]
    found.sort(key=lambda card: (card.action != "emergency", -len(card.signs)))
    shown: list[Card] = []
    for card in found:
        if not any(card.signs <= other.signs for other in shown):
            shown.append(card)
    return shown


def not_told(cards: Iterable[Card], questions: Iterable[Question]) -> list[Card]:
    """Leave out the cards about which the person said that they told someone."""
    told = {question.ref for question in questions}
    return [card for card in cards if card.key not in told]


def _fresh(facts: Facts, noted: Noted) -> bool:
    if noted.end <= facts.ago(RECENT_DAYS):
        return False
    known = facts.effects.get(noted.effect)
    if known and known.panel:
        return True
    mine = facts.side_effects[facts.side_effects["effect"] == noted.effect]
    split = pd.Timestamp(facts.ago(RECENT_DAYS))
    earlier = mine[mine["day"].between(split - pd.Timedelta(days=BEFORE_DAYS - 1), split)]
    worst = 0 if earlier.empty else earlier["severity"].max()
    return bool(mine.loc[mine["day"] > split, "severity"].max() > worst)


def _of_signs(facts: Facts, signs: Signs, fresh: list[Noted]) -> Iterator[Card]:
    there = [noted for noted in fresh if noted.effect in signs.signs]
    if signs.action:
        if _fits(signs, there):
            yield _card(facts, signs.id, signs.action, there)
        return
    for medication in _watched(facts):
        page = facts.pages.get(medication.id)
        if page is None or not _meant(facts, signs, medication, page):
            continue
        mine = there
        if signs.after_change is not None:
            mine = _soon(facts, medication, there, signs.after_change)
        if _fits(signs, mine):
            yield _card(facts, signs.id, _action(signs, page), mine, medication, page)
            return


def _watched(facts: Facts) -> list[Medication]:
    stopped = {
        change.medication
        for change in facts.changes
        if change.kind is ChangeKind.STOP and change.day > facts.ago(STOPPED_DAYS)
    }
    return [m for m in facts.medications if m in facts.taking or m.id in stopped]


def _meant(facts: Facts, signs: Signs, medication: Medication, page: Page) -> bool:
    return signs.tag in page.tags or bool(facts.groups[medication.id] & set(signs.for_))


def _soon(facts: Facts, medication: Medication, there: list[Noted], after_days: int) -> list[Noted]:
    """The signs noted within so many days after the medicine was new or its dose went up."""
    changes = [
        change
        for change in facts.changes
        if change.medication == medication.id and facts.new_or_raised(change)
    ]
    return [noted for noted in there if any(_within(noted, each, after_days) for each in changes)]


def _within(noted: Noted, change: Change, after_days: int) -> bool:
    return change.day <= noted.end and 0 <= (noted.start - change.day).days <= after_days


def _fits(signs: Signs, there: list[Noted]) -> bool:
    return len(there) >= signs.least and set(signs.must) <= {noted.effect for noted in there}


def _action(signs: Signs, page: Page) -> Action:
    said = {serious.action for serious in page.serious if serious.id in signs.serious}
    return "same_day" if said == {"same_day"} else "emergency"


def _card(
    facts: Facts,
    id_: str,
    action: Action,
    there: list[Noted],
    medication: Medication | None = None,
    page: Page | None = None,
) -> Card:
    now = facts.words.now
    signs = listed(
        [f"{noted.label} ({WORST[noted.worst]}, {day_in_words(noted.end)})" for noted in there]
    )
    because = now.listed if medication else now.alone
    name = medication.name if medication else ""
    return Card(
        id=id_,
        action=action,
        title=now.title[action],
        call=_call(facts, action),
        reasons=(filled(now.noted, {"signs": signs}), filled(because, {"medicine": name})),
        signs=frozenset(noted.effect for noted in there),
        state=" ".join(f"{noted.effect}:{noted.worst}:{noted.start}" for noted in there),
        entries=tuple(entry for noted in there for entry in noted.entries),
        page=page.id if page else "",
    )


def _of_gaps(facts: Facts) -> Iterator[Card]:
    for medication, gap in gaps(facts):
        if gap.goes_on:
            fills = {"medicine": medication.name, "limit": counted(gap.limit, "day")}
            yield Card(
                id=f"gap {medication.id}",
                action="same_day",
                title=facts.words.now.title["same_day"],
                call=_call(facts, "same_day"),
                reasons=(filled(facts.words.now.gap, fills | gap.in_words),),
                signs=frozenset(),
                state=str(gap.start),
                entries=(medication.id,),
                page=facts.pages[medication.id].id,
            )


def _call(facts: Facts, action: Action) -> str:
    now, names = facts.words.now, dict.fromkeys(medication.name for medication in facts.taking)
    said = [filled(now.call[action], {"emergency": facts.emergency})]
    if names:
        said.append(filled(now.say, {"medicines": listed(list(names))}))
    return " ".join([*said, now.alone_here])
