"""What the app shows a person on a day: questions, cards, before and after, the visit page."""

from dataclasses import dataclass
from datetime import date, timedelta

from medself.analysis.change import around, others_than
from medself.analysis.change_words import in_words
from medself.journal import Journal
from medself.library import Library, load
from medself.library.windows import windows_for
from medself.model import DAY_START
from medself.questions import Card, Suggestion, cannot_wait, gather, suggest, to_show
from medself.schedule import Change, changes, lowers
from medself.visit import Choice, build, words


@dataclass(frozen=True, kw_only=True)
class Look:
    """`found` are all questions, `shown` those that are shown, `page` the visit page of 60 days."""

    found: tuple[Suggestion, ...]
    shown: tuple[Suggestion, ...]
    cards: tuple[Card, ...]
    changed: dict[str, str]
    page: dict[str, tuple[str, ...]]
    recorded: str

    @property
    def rules(self) -> list[str]:
        """The rules whose questions are shown, in order."""
        return [one.rule for one in self.shown]

    def one(self, rule: str) -> Suggestion:
        """The question of a rule that is shown."""
        (found,) = (one for one in self.shown if one.rule == rule)
        return found

    @property
    def said(self) -> list[str]:
        """Every sentence that comes from a rule or a comparison."""
        questions = [text for one in self.found for text in (one.text, *one.reasons)]
        cards = [text for card in self.cards for text in (card.title, card.call, *card.reasons)]
        return [*questions, *cards, *self.changed.values()]


def look(journal: Journal, today: date) -> Look:
    library = load()
    facts = gather(journal, library, today=today)
    found = suggest(facts)
    # With what happened in their own words ticked: it is private otherwise.
    days = {"start": today - timedelta(days=59), "end": today, "today": today}
    page = build(journal, library, **days, choice=Choice(own_words=True))
    return Look(
        found=tuple(found),
        shown=tuple(to_show(found, journal.questions())),
        cards=tuple(cannot_wait(facts)),
        changed=_changed(journal, library, today),
        page=dict(words.sections(page)),
        recorded=words.recorded(page),
    )


def _changed(journal: Journal, library: Library, today: date) -> dict[str, str]:
    """Before and after each change, as the page Over time words it.

    By medicine, kind of change, days ago, first day looked at, and symptom: "Sertraline start 70 15 mood".
    """
    every = changes(journal.medications(), end=today, day_start=DAY_START)
    return {
        f"{change.name} {change.kind} {(today - change.day).days} {key}": said
        for change in every
        for key, said in _compared(journal, library, change, every, today)
    }


def _compared(
    journal: Journal, library: Library, change: Change, every: list[Change], today: date
) -> list[tuple[str, str]]:
    less = lowers(change, journal.medications())
    windows = windows_for(library, journal.get(change.medication).slug or "", coming_off=less)
    ratings = journal.table("rating", end=today)
    return [
        (
            f"{days.from_day} {symptom}",
            in_words(
                around(
                    ratings[ratings["symptom"] == symptom].set_index("day")["value"],
                    change.day,
                    before_days=windows.before_days,
                    skip_days=days.skip_days,
                    after_days=days.after_days,
                    higher_is_better=library.symptoms[symptom].better != "low",
                    others=others_than(change, every, skip_days=days.skip_days),
                    today=today,
                ),
                library.symptoms[symptom].label,
                coming_off=days.coming_off,
            ),
        )
        for days in windows.looks
        for symptom in journal.person.symptoms
    ]
