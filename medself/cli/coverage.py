"""`medself coverage`: days covered by what the pharmacy gave out."""

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medself.cli.base import DAY, FILE, main
from medself.errors import InvalidRecord

if TYPE_CHECKING:
    from medself.analysis.coverage import Coverage


@main.command()
@click.argument("fills", metavar="FILLS.csv", type=FILE)
@click.option("--start", type=DAY, required=True, help="First day.")
@click.option("--end", type=DAY, required=True, help="Last day, included.")
@click.option("--no-shift", is_flag=True, help="An early refill does not wait for what is left.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def coverage(fills: Path, start: datetime, end: datetime, no_shift: bool, as_json: bool) -> None:
    """Count the days with supply. FILLS.csv has the columns ingredient, date and days_supply."""
    if start > end:
        raise click.UsageError("--start is after --end.")
    rows = _read(fills)
    import pandas as pd

    from medself.analysis.coverage import days_covered

    found = days_covered(
        pd.DataFrame(rows[1:], columns=rows[0]),
        start=start.date(),
        end=end.date(),
        shift=not no_shift,
    )
    if as_json:
        told = {"days_covered": found.days, "days_in_period": found.period_days, "pdc": found.pdc}
        click.echo(json.dumps(told))
    else:
        click.echo(_in_words(found))


def _read(path: Path) -> list[list[str]]:
    """The lines of the file that are not empty, the names of the columns first."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file, strict=True) if any(map(str.strip, row))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise InvalidRecord(f"{path.name} is not a CSV file that we can read.") from error
    if not rows:
        raise InvalidRecord(f"{path.name} is empty.")
    names = [name.strip().lower() for name in rows[0]]
    for number, row in enumerate(rows[1:], 1):
        if len(row) != len(names):
            raise InvalidRecord(f"Fill number {number} has {len(row)} cells, not {len(names)}.")
    return [names, *rows[1:]]


def _in_words(found: "Coverage") -> str:
    if found.pdc is None:
        return "No fill in these days and nothing left from before, so there is nothing to count."
    return (
        f"Days covered: {found.days} of {found.period_days} ({found.pdc:.1%}). "
        "It says what was at hand, not what was taken."
    )
