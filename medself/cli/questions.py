"""`medself questions`: what a journal suggests to ask at a visit, and what cannot wait for one."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medself.cli.base import DAY, day, main, open_folder, with_journal

if TYPE_CHECKING:
    from medself.questions import Card, Suggestion


@main.command()
@with_journal
@click.option("--today", type=DAY, help="The day to look back from; default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def questions(folder: Path, today: datetime | None, as_json: bool) -> None:
    """Suggest questions for a visit, with the counts and dates they come from."""
    from medself import questions as asking
    from medself.library import load

    journal = open_folder(folder)
    facts = asking.gather(journal, load(), today=day(today))
    shown = asking.to_show(asking.suggest(facts), journal.questions())
    cards = asking.not_told(asking.cannot_wait(facts), journal.questions())
    click.echo(json.dumps(as_dict(cards, shown)) if as_json else in_words(cards, shown))


def as_dict(cards: "list[Card]", shown: "list[Suggestion]") -> dict[str, Any]:
    """Return what `--json` prints: `now` cannot wait; `questions` in the order to ask them."""
    return {
        "now": [
            {
                "id": card.id,
                "action": card.action,
                "text": card.call,
                "reasons": list(card.reasons),
                "entries": list(card.entries),
            }
            for card in cards
        ],
        "questions": [
            {
                "rule": one.rule,
                "text": one.text,
                "reasons": list(one.reasons),
                "entries": list(one.entries),
                "urgency": one.urgency,
                "stops_me": one.stops_me,
                "page": one.page,
            }
            for one in shown
        ],
    }


def in_words(cards: "list[Card]", shown: "list[Suggestion]") -> str:
    """Say what cannot wait first, then each question with its reasons under it."""
    lines = []
    for card in cards:
        lines += [f"{card.title}. {card.call}", *(f"  {reason}" for reason in card.reasons)]
    for one in shown:
        lines += [f"- {one.text}", *(f"  {reason}" for reason in one.reasons)]
    return "\n".join(lines) or "Nothing in this record suggests a question."
