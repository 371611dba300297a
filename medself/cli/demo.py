"""`medself demo`: an invented person's journal, to look round in."""

from datetime import datetime
from pathlib import Path

import click

from medself.cli.base import DAY, FILE, CouldNot, day, main


@main.command()
@click.argument("folder", metavar="JOURNAL", type=FILE)
@click.option("--years", type=click.IntRange(1, 30), default=1, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--today", type=DAY, help="The day after the last record; default: today.")
def demo(folder: Path, years: int, seed: int, today: datetime | None) -> None:
    """Make an invented person's journal in JOURNAL, a folder that is not there yet."""
    from medself.demo import make_at

    if folder.exists():
        raise CouldNot(f"{folder} is there already. Please name a folder that is not there yet.")
    make_at(folder, years=years, seed=seed, today=day(today))
    click.echo(f"An invented person's journal is in {folder}.")
