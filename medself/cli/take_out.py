"""`medself export`: everything in a journal as files."""

from datetime import UTC, datetime
from pathlib import Path

import click

from medself.cli.base import FILE, NOT_ENCRYPTED, day, main, open_folder, with_journal, write


@main.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(["csv", "json", "ics"]))
@with_journal
@click.option(
    "--out", type=FILE, required=True, help="For csv: a folder, or a name ending in .zip."
)
@click.option("--doses", is_flag=True, help="For ics: reminders of doses for 12 weeks too.")
def export(form: str, folder: Path, out: Path, doses: bool) -> None:
    """Copy everything: FORMAT is csv, for a spreadsheet, or json, to bring it back in.

    ics is a calendar file with the dates ahead; their titles say nothing about health.
    """
    from medself.exchange import csv_out, ics_out, json_copy

    if doses and form != "ics":
        raise click.UsageError("--doses goes with ics only.")
    journal = open_folder(folder)
    if form == "json":
        write(out, json_copy.write(journal))
    elif form == "ics":
        write(out, ics_out.write(journal, now=datetime.now(UTC), today=day(None), doses=doses))
    elif out.suffix.lower() == ".zip":
        write(out, csv_out.write(journal))
    elif out.suffix:
        raise click.UsageError("For csv, --out is a folder or a name ending in .zip.")
    else:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in csv_out.files(journal):
            write(out / name, content)
    for problem in journal.problems():
        click.echo(f"Not in this copy: {problem.what}. {problem.sentence}", err=True)
    click.echo(f"Written to {out}. {NOT_ENCRYPTED}")
