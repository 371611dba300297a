"""`medself backup`, `restore` and `verify`: copies of a journal, and whether all of it can be read."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medself.cli.base import FILE, CouldNot, main, open_folder, with_journal, write

if TYPE_CHECKING:
    from medself.journal.backup import Preview
    from medself.journal.views import Counts


@main.command()
@with_journal
@click.option("--out", type=FILE, help="Copy the backup to this file as well.")
def backup(folder: Path, out: Path | None) -> None:
    """Make a backup now, in the journal's own folder of backups."""
    from medself.journal.backup import make_backup

    made = make_backup(open_folder(folder))
    if out:
        write(out, made.path.read_bytes())
    click.echo(f"Backed up to {out or made.path}.")


@main.command()
@click.argument("file", metavar="BACKUP", type=FILE)
@with_journal
@click.option(
    "--commit", "write_it", is_flag=True, help="Do it. Without this: only say what would change."
)
def restore(file: Path, folder: Path, write_it: bool) -> None:
    """Put a journal back as it was in BACKUP. What is there now is backed up first."""
    from medself.journal import backup

    journal = open_folder(folder)
    preview = (backup.restore if write_it else backup.preview_restore)(journal, file)
    click.echo("\n".join(_changes(preview)))
    click.echo("Put back." if write_it else "Nothing was changed. --commit puts it back.")


@main.command()
@with_journal
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify(folder: Path, as_json: bool) -> None:
    """Read every part of a journal (or of a backup file) and count what is in it by month."""
    from medself import journal

    if not folder.exists():
        raise CouldNot(f"There is no journal in {folder}.")
    report = journal.verify(folder)
    if as_json:
        result = {"whole": report.whole, "counts": report.counts, "problems": report.problems}
        click.echo(json.dumps(result))
    else:
        click.echo("\n".join(f"{part}: {_counted(report.counts, part)}" for part in report.counts))
    if not report.whole:
        raise CouldNot("Not everything can be read. " + " ".join(report.problems.values()))
    if not as_json:
        click.echo("Everything can be read.")


def _changes(preview: "Preview") -> list[str]:
    parts = sorted({*preview.before, *preview.after})
    made = f"This backup of {preview.name} was made on {preview.made:%Y-%m-%d at %H:%M}."
    counts = [
        f"{part}: now {_counted(preview.before, part)}; then {_counted(preview.after, part)}"
        for part in parts
    ]
    return [made, *preview.sentences, *counts]


def _counted(counts: "Counts", part: str) -> str:
    kinds = counts.get(part, {})
    return ", ".join(f"{kind.replace('_', ' ')} {n}" for kind, n in kinds.items()) or "nothing"
