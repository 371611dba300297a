"""`medself check`: known problems between the things named, and names it does not know."""

import json
from typing import TYPE_CHECKING, Any

import click

from medself.cli.base import main

if TYPE_CHECKING:
    from medself.interactions import Findings


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME ...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Look for known problems between medicines and things such as alcohol or a cold remedy.

    Names of several words go in quotes. Nothing found does not mean that there is no problem.
    """
    from medself.interactions import check as look
    from medself.interactions import in_words
    from medself.library import load

    found = look(names, load())
    said = json.dumps(as_dict(found), ensure_ascii=False) if as_json else "\n".join(in_words(found))
    click.echo(said)


def as_dict(found: "Findings") -> dict[str, Any]:
    """Return what `--json` prints.

    `known` says what each name was read as; `suggestions` what an unknown one may have meant.
    """
    from medself.interactions import source_line

    return {
        "findings": [
            {
                "a": one.a,
                "b": one.b,
                "severity": one.severity,
                "why": one.why,
                "action": one.action,
                "source": "; ".join(map(source_line, one.sources)) or "our own rule",
                "region": one.region,
                "gap_days": dict(one.gap_days),
            }
            for one in found.findings
        ],
        "unknown": [unknown.asked for unknown in found.unknown],
        "suggestions": {u.asked: list(u.suggestions) for u in found.unknown if u.suggestions},
        "known": {known.asked: known.name for known in found.known},
    }
