"""`medself score`: add up the answers of a questionnaire."""

import json
from typing import Any, TypeVar

import click

from medself.cli.base import main

T = TypeVar("T")
GATE = {"0": False, "no": False, "1": True, "yes": True, "-": None}
ANSWER = {"-": None} | {str(value): value for value in range(10)}


# An answer list may begin with "-", which is no option here.
@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("instrument")
@click.argument("answers", metavar="A1,A2,...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def score(instrument: str, answers: str, as_json: bool) -> None:
    """Add up ANSWERS, each from 0; "-" is a question left out.

    PC-PTSD-5 may have its question before the first in front: yes or no. A total is not a diagnosis.
    """
    found = score_json(instrument, answers)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    if found["flags"]:
        from medself.recording.help_words import THANKS

        click.echo(f"{THANKS} “Help now” in medself says whom to call.")
    click.echo(_in_words(found))


def score_json(instrument: str, answers: str) -> dict[str, Any]:
    """Add up answers written as text.

    Args:
        instrument: a questionnaire's name in any common way.
        answers: separated by commas, from 0; "-" for one left out. Where the questionnaire has a
            question before the first, one more may stand in front: 0, 1, no, yes or "-". What a "no"
            leaves unasked need not be written.

    Returns:
        `instrument`, `total` (missing when an item is), `band`, `flags`, `missing` (item numbers), and
        `percent` where there is such a scale.

    Raises:
        UsageError: a questionnaire we do not have.
        InvalidRecord: the answers do not fit it.
    """
    from medself.analysis.scores import score as add_up
    from medself.instruments import find, instruments

    one = find(instrument)
    if one is None:
        ours = ", ".join(known.name for known in instruments().values())
        raise click.UsageError(f"We do not have “{instrument}”. We have: {ours}.")
    given = [answer.strip().lower() for answer in answers.split(",")]
    gate = None
    if one.gate and len(given) in (1, len(one.items) + 1):
        gate = _read(given.pop(0), GATE)
    if (one.gate and not given) or (one.gate_item == 1 and given == ["0"]):
        given += ["-"] * (len(one.items) - len(given))
    found = add_up(one, [_read(answer, ANSWER) for answer in given], gate=gate)
    return {
        "instrument": found.instrument,
        "total": found.total,
        "band": found.band,
        "flags": list(found.flags),
        "missing": list(found.missing),
    } | ({"percent": found.percent} if one.percent else {})


def _read(written: str, known: dict[str, T]) -> T:
    from medself.errors import InvalidRecord

    if written not in known:
        raise InvalidRecord(f"“{written}” is no answer. Write a number from 0, or - for none.")
    return known[written]


def _in_words(found: dict[str, Any]) -> str:
    from medself.instruments import instruments
    from medself.recording.score_words import in_words, meaning, without_total

    one = instruments()[found["instrument"]]
    if found["total"] is None:
        return f"{one.name}: {without_total(found['missing'])}"
    total = in_words(one, found["total"])
    return "\n".join([f"{one.name}: {total}.", *meaning(one, found["total"])])
