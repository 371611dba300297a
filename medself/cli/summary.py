"""`medself summary`: the page for an appointment."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from medself.cli.base import (
    DAY,
    FILE,
    NOT_ENCRYPTED,
    day,
    main,
    open_folder,
    with_journal,
    write,
)

DAYS = 30


@main.command()
@with_journal
@click.option("--out", type=FILE, required=True, help="Ends in .pdf, .txt or .json.")
@click.option("--start", type=DAY, help=f"First day; default: {DAYS} days in all.")
@click.option("--end", type=DAY, help="Last day, included; default: today.")
@click.option("--today", type=DAY, help="The day the page is made on.")
def summary(
    folder: Path, out: Path, start: datetime | None, end: datetime | None, today: datetime | None
) -> None:
    """Write the page for an appointment as PDF, plain text or JSON, by the name of --out."""
    kind = out.suffix.lower()
    if kind not in (".pdf", ".txt", ".json"):
        raise click.UsageError("--out must end in .pdf, .txt or .json.")
    last = day(end or today)
    first = day(start) if start else last - timedelta(days=DAYS - 1)
    if first > last:
        raise click.UsageError("--start is after --end.")
    import orjson

    from medself import visit
    from medself.library import load

    journal = open_folder(folder)
    # What the person left off their page stays off here; nothing private is ever on it.
    choice = visit.Choice(without=frozenset(journal.person.page_without))
    page = visit.build(journal, load(), start=first, end=last, today=day(today), choice=choice)
    if kind == ".pdf":
        write(out, visit.pdf(page))
    elif kind == ".txt":
        write(out, visit.text(page).encode())
    else:
        write(out, orjson.dumps(visit.as_json(page), option=orjson.OPT_INDENT_2))
    click.echo(f"Written to {out}. {NOT_ENCRYPTED}")
