"""`medself import`: say what a file would add to a journal, and add it only when told to."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medself.cli.base import FILE, main, open_folder, with_journal

if TYPE_CHECKING:
    from medself.exchange.rows import Plan, Reading
    from medself.journal import Journal

HELP_FIRST = (
    "This file notes thoughts of being better off dead or of self-harm. If they are yours: many people "
    "have thoughts like this, and help works. Please tell a person today. “Help now” in medself says whom "
    "to call."
)
SHOWN = 20


@main.command("import")
@click.argument("file", type=FILE)
@with_journal
@click.option(
    "--commit", "write_it", is_flag=True, help="Add it. Without this: only say what would be."
)
@click.option(
    "--mood", "moods", multiple=True, metavar="WORD=LEVEL", help="Daylio: 1 best to 5 worst."
)
@click.option(
    "--zone", help="Where the diary was kept, such as Europe/London; default: as this computer."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def bring_in(
    file: Path,
    folder: Path,
    write_it: bool,
    moods: tuple[str, ...],
    zone: str | None,
    as_json: bool,
) -> None:
    """Bring in FILE: FHIR, a Daylio diary, or medself's own JSON copy.

    Where there is no JOURNAL yet, --commit begins one.
    """
    from medself.exchange import read
    from medself.exchange.rows import commit, plan

    reading = read(
        file.name,
        file.read_bytes(),
        zone=zone or _zone(),
        moods=dict(map(_mood, moods)),
        resolve=_resolver(),
    )
    if reading.help_first:
        click.echo(HELP_FIRST, err=True)
    with _journal(folder, reading, write_it) as journal:
        planned = plan(reading, journal)
        if write_it:
            commit(journal, planned)
    click.echo(json.dumps(as_dict(planned)) if as_json else in_words(planned, done=write_it))


def as_dict(planned: "Plan") -> dict[str, Any]:
    """Return what `--json` prints; `kinds` counts what is added by kind."""
    reading = planned.reading
    return {
        "format": reading.format,
        "added": len(planned.add),
        "already_there": planned.already_there,
        "refused": [{"where": one.where, "reason": one.reason} for one in reading.refused],
        "kinds": dict(planned.kinds),
        "months": {month.month: {"before": month.before, "after": month.after} for month in planned.months},
        "warnings": planned.warnings,
        "notes": reading.notes,
        "mood_words": dict(reading.mood_words),
    }  # fmt: skip


def in_words(planned: "Plan", *, done: bool) -> str:
    """Say what would be added or, when `done`, what was."""
    kinds = ", ".join(f"{kind.replace('_', ' ')} {n}" for kind, n in planned.kinds.items())
    refused = planned.reading.refused
    words = planned.reading.mood_words.items()
    lines = [
        *planned.reading.notes,
        *planned.warnings,
        f"{'Added' if done else 'To be added'}: {len(planned.add)}{f' ({kinds})' if kinds else ''}",
        f"Already there: {planned.already_there}",
        f"Not kept: {len(refused)}",
        *(f"  {one.where}: {one.reason}" for one in refused[:SHOWN]),
        *([f"  and {len(refused) - SHOWN} more"] if len(refused) > SHOWN else []),
        *(
            f'Say how good “{w}” is: --mood "{w}=3" (1 best to 5 worst)'
            for w, n in words
            if n is None
        ),
    ]
    return "\n".join([*lines, *([] if done else ["Nothing was written. --commit brings it in."])])


@contextmanager
def _journal(folder: Path, reading: "Reading", write_it: bool) -> Iterator["Journal"]:
    """Give the journal in a folder; where there is none yet, a new one, kept only when `write_it`."""
    if folder.exists():
        yield open_folder(folder)
        return
    from medself.journal import create_journal
    from medself.model import Person

    person = reading.person or Person(name="Me")
    if write_it:
        yield open_folder(create_journal(folder, person))
        return
    with tempfile.TemporaryDirectory() as nowhere:
        yield open_folder(create_journal(Path(nowhere) / "journal", person))


def _resolver() -> Any:
    from medself.exchange.names import slug_in
    from medself.library import load

    return slug_in(load())


def _mood(given: str) -> tuple[str, int]:
    word, equals, level = given.rpartition("=")
    if not equals or level not in ("1", "2", "3", "4", "5"):
        raise click.BadParameter(
            f"“{given}” is not WORD=LEVEL, such as sad=4.", param_hint="--mood"
        )
    return word.strip(), int(level)


def _zone() -> str:
    """Name this computer's time zone; UTC when it does not say."""
    from zoneinfo import available_timezones

    linked = Path("/etc/localtime").resolve().as_posix().partition("zoneinfo/")[2]
    named = (name for name in (os.environ.get("TZ", ""), linked) if name in available_timezones())
    return next(named, "UTC")
