"""Exactly what is on a page, in one line of counts; and how much private there is that may be ticked."""

from medself.journal import Journal
from medself.library import Library
from medself.schedule.words import listed
from medself.visit import entries as single
from medself.visit.build import Days
from medself.visit.choice import Choice
from medself.visit.counts import reasons
from medself.visit.summary import Summary

RATED = frozenset(("life", "symptoms", "compared"))


def in_one_line(summary: Summary, choice: Choice) -> str:
    """Say what is on the page: "31 days, 28 check-ins, 2 questionnaires, 0 notes".

    Args:
        summary: the page, or one made with `only_counted`.
        choice: what is wanted; a part that is left off is not named, private things always are.
    """
    parts = {
        "questions": _count(len(summary.questions), "question"),
        "changes": _count(len(summary.changes), "change"),
        "medicines": _count(len(summary.medicines), "medicine"),
        "side_effects": _count(len(summary.side_effects), "side effect"),
        "scores": _count(len(summary.scores), "questionnaire"),
        "tests": _count(len(summary.tests), "test"),
    }
    rated = any(choice.has(part) for part in RATED)
    return ", ".join(
        (
            _count(summary.days, "day"),
            *((_count(summary.check_ins, "check-in"),) if rated else ()),
            *(words for part, words in parts.items() if choice.has(part)),
            # A nought here would put hard words before everyone; what is held back is told apart.
            *(
                (_count(len(summary.answers), "answer about not wanting to live", "answers"),)
                if summary.answers
                else ()
            ),
            _count(
                len(summary.events) + len(summary.reasons), "entry in your own words", "entries"
            ),
            _count(len(summary.notes), "note"),
        )
    )


def held_back(journal: Journal, library: Library, days: Days) -> str:
    """Say how much there is in these days that stays private unless it is ticked; "" for nothing."""
    start, end = days.start, days.end
    noted = journal.table("side_effect", start=start, end=end)
    secret = {effect.id for effect in library.side_effects.values() if effect.private}
    there = noted[(noted["severity"] > 0) & noted["effect"].isin(secret)]
    own_words = len(single.events(journal, start, end)) + len(reasons(journal, start, end))
    counts = (
        (len(single.notes(journal, start, end)), "note", ""),
        (
            len(single.answers_to_item_9(journal, start, end)),
            "answer about not wanting to live",
            "answers",
        ),
        (own_words, "entry in your own words", "entries"),
        (there["effect"].nunique(), "private side effect", ""),
    )
    there_is = [_count(count, one, many) for count, one, many in counts if count]
    return listed(there_is) if there_is else ""


def _count(count: int, one: str, many: str = "") -> str:
    """Write a count; `many` is the first word where there are several, if not just with an "s"."""
    if count == 1:
        return f"1 {one}"
    rest = one.partition(" ")[2]
    return f"{count} {many} {rest}" if many else f"{count} {one}s"
