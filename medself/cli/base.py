"""What every command shares: the group, how it ends when something cannot be done, the journal, writing."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from medself import __version__
from medself.errors import MedselfError

if TYPE_CHECKING:
    from medself.journal import Journal

FILE = click.Path(path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])
NOT_ENCRYPTED = "It is not encrypted: anyone who has it can read it."

with_journal = click.option(
    "--journal", "folder", metavar="JOURNAL", type=FILE, required=True, help="A person's folder."
)


class CouldNot(click.ClickException):
    """Something that could not be done: one plain sentence, exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence on the error stream."""
        click.echo(self.message, file=file, err=True)


class Sentences(click.Group):
    """A group whose commands end with a sentence where something could not be done."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; deliberate errors and errors of the disk become one sentence."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal may not have every character a file holds.
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except MedselfError as error:
            raise CouldNot(" ".join(str(error).split())) from error
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise CouldNot(f"{error.strerror or 'The disk gave an error'}{where}.") from error


@click.group(cls=Sentences)
@click.version_option(__version__, prog_name="medself")
def main() -> None:
    """Keep an honest record of your medicines. JOURNAL is a person's folder."""


def open_folder(folder: Path) -> "Journal":
    """Open the journal in a folder.

    Raises:
        CouldNot: there is no such folder.
        JournalError: it holds no journal that can be read.
    """
    from medself.journal import open_journal

    if not folder.is_dir():
        raise CouldNot(f"There is no journal in {folder}. “medself demo” makes an invented one.")
    return open_journal(folder)


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises:
        CouldNot: its folder is not there.
        NotSaved: the disk is full or read-only.
    """
    from medself.journal.files import write_whole

    if not path.absolute().parent.is_dir():
        raise CouldNot(f"There is no folder {path.parent} to write to.")
    write_whole(path, data)


def day(given: datetime | None) -> date:
    """Return the day that was given, or today."""
    return given.date() if given else datetime.now().astimezone().date()
