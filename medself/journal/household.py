"""The people of a household: a folder each, never mixed."""

import os
import re
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from medself.errors import InvalidRecord, JournalError, JournalUnreadable
from medself.journal.documents import to_document
from medself.journal.edit import GONE
from medself.journal.file_journal import FileJournal
from medself.journal.files import make_folder, saying_why, sync_folder, write_whole
from medself.journal.filling import filled
from medself.journal.folder import PERSON, Folder
from medself.journal.interface import Journal
from medself.journal.migrations import Tables
from medself.journal.seal import PlainSeal
from medself.journal.storage import encode
from medself.model import Person, new_id

NEW = ".new-"
UNFINISHED_SECONDS = 3600
FOLDER_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}")


@dataclass(frozen=True)
class PersonFolder:
    """One person's folder: whose it is and, when it cannot be read, what is wrong.

    `sharing`: they share their screen, or may; see `may_share`.
    """

    path: Path
    name: str
    invented: bool = False
    problem: str | None = None
    sharing: bool = False


def default_home() -> Path:
    """Return where people's folders lie: MEDSELF_HOME, or this computer's place for user data."""
    chosen = os.environ.get("MEDSELF_HOME")
    return Path(chosen) if chosen else platformdirs.user_data_path("medself", appauthor=False)


def create_person(home: Path | str, person: Person) -> Path:
    """Make a person's folder and return it; one that is there already stays as it is.

    Raises:
        NotSaved: the disk is full or read-only; nothing was made.
    """
    folder = folder_of(home, person)
    return folder if folder.exists() else create_journal(folder, person)


def folder_of(home: Path | str, person: Person) -> Path:
    """Return where a person's folder is, there or not.

    Raises:
        InvalidRecord: the person's id cannot name a folder.
    """
    if not FOLDER_NAME.fullmatch(person.id):
        raise InvalidRecord("This record does not say properly whose it is.")
    return Path(home) / "people" / person.id


def create_journal(path: Path | str, person: Person) -> Path:
    """Make the folder of a journal at `path`, there whole or not at all, and return it."""
    document = to_document(filled(person, lambda: person))
    return make_whole(Path(path), {PERSON: {"person": {person.id: document}}})


def make_whole(path: Path, tables: Mapping[str, Tables]) -> Path:
    """Make a journal that holds `tables`, there whole or not at all, and return its folder.

    Raises:
        NotSaved: the disk is full or read-only; nothing was made.
    """
    new = Folder(path.with_name(f"{NEW}{new_id()}"))
    with saying_why(path.parent):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(path.parent)
        try:
            make_folder(new.root)
            make_folder(new.months)
            for partition, found in tables.items():
                write_whole(new.file(partition), encode(found, PlainSeal()))
            new.root.rename(path)
        except BaseException:
            shutil.rmtree(new.root, ignore_errors=True)
            raise
        sync_folder(path.parent)
    return path


def _sweep(parent: Path) -> None:
    """Remove folders whose making was cut short; a young one may be being made just now."""
    for stray in parent.glob(f"{NEW}*"):
        if time.time() - stray.stat().st_mtime > UNFINISHED_SECONDS:
            shutil.rmtree(stray, ignore_errors=True)


def open_journal(path: Path | str, *, passphrase: str | None = None) -> Journal:
    """Open the journal in a person's folder; nothing is made or changed by that.

    A folder with damaged files opens too: `problems` says which, and the rest can be read.

    Raises:
        JournalUnreadable: there is no journal in this folder.
    """
    folder = Folder(Path(path))
    if passphrase is not None:
        raise JournalUnreadable("This record is not locked with a passphrase.")
    if not folder.holds_a_journal:
        raise JournalUnreadable(GONE)
    journal = FileJournal(folder.root)
    journal.store.tidy()
    return journal


def people(home: Path | str) -> list[PersonFolder]:
    """Return every person's folder by name; one that cannot be read is there with its problem."""
    folder = Path(home) / "people"
    found = folder.iterdir() if folder.is_dir() else ()
    listed = [_listed(path) for path in found if path.is_dir() and not path.name.startswith(".")]
    return sorted(listed, key=lambda one: (one.name.casefold(), one.path.name))


def _listed(path: Path) -> PersonFolder:
    try:
        person = FileJournal(path).person
    except JournalError as error:
        return PersonFolder(path, path.name, problem=str(error), sharing=may_share(path))
    return PersonFolder(path, person.name, person.invented, sharing=person.sharing is not None)


def may_share(path: Path) -> bool:
    """Tell whether the person's file, which cannot be read, says that they share their screen.

    A setting that cannot be read is never taken for a no. It is not written while nobody shares.
    """
    try:
        return b'"sharing"' in Folder(path).file(PERSON).read_bytes()
    except OSError:
        return False


def remove_person(path: Path | str) -> None:
    """Remove a person's folder with everything in it, backups and trash too.

    Raises:
        NotSaved: something is still being saved there, or the folder cannot be changed.
    """
    store = FileJournal(Path(path)).store
    root = store.folder.root
    with saying_why(root):
        with store.locked():
            for entry in sorted(root.iterdir(), key=lambda entry: entry.name == "person.json"):
                if entry != store.folder.lock:
                    shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.rmtree(root)
        sync_folder(root.parent)
