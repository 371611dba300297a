"""Making backups: dated zips of what can be read, kept by number and age."""

import io
import os
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import orjson

from medself.errors import JournalError
from medself.journal import storage
from medself.journal.files import make_folder, saying_why, write_whole
from medself.journal.folder import Folder
from medself.journal.migrations import newest
from medself.journal.seal import Seal

ABOUT = "backup.json"
NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}-\d{6})Z\.zip")
STAMP = "%Y-%m-%dT%H%M%S-%f"


@dataclass(frozen=True)
class Backup:
    """One dated zip in `backups/`; `made` is UTC."""

    path: Path
    made: datetime


def make(folder: Folder, seal: Seal) -> Backup:
    """Write a backup of every partition that can be read and thin out the old ones.

    The person's lock is held. While something cannot be read no old backup is thrown away: it may
    be needed to put that part back.

    Raises:
        NotSaved: the disk is full or read-only.
    """
    files: dict[str, bytes] = {}
    left_out = []
    for partition in folder.scan():
        data = folder.file(partition).read_bytes()
        try:
            storage.decode(data, partition, seal)
        except JournalError:
            left_out.append(partition)
        else:
            files[folder.file(partition).relative_to(folder.root).as_posix()] = data
    made = datetime.now(UTC)
    about = {"schema": newest(), "made": made.isoformat(), "left_out": left_out}
    with saying_why(folder.root):
        make_folder(folder.backups)
    path = folder.backups / f"{made:{STAMP}}Z.zip"
    write_whole(path, _zip({ABOUT: seal.close(orjson.dumps(about))} | files))
    if not left_out:
        _thin_out(folder)
    return Backup(path, made)


def _zip(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def listed(folder: Folder) -> list[Backup]:
    """Return the backups in `backups/`, newest first."""
    try:
        names = os.listdir(folder.backups)  # noqa: PTH208 - names are all that is needed
    except FileNotFoundError:
        return []
    found = [(match[1], name) for name in names if (match := NAME.fullmatch(name))]
    return [
        Backup(folder.backups / name, datetime.strptime(stamp, STAMP).replace(tzinfo=UTC))
        for stamp, name in sorted(found, reverse=True)
    ]


def daily(folder: Folder, seal: Seal) -> None:
    """Make today's backup unless there is one."""
    newest_first = listed(folder)
    if not newest_first or newest_first[0].made.astimezone().date() != today():
        make(folder, seal)


def today() -> date:
    """Return the day it is on this computer."""
    return datetime.now().astimezone().date()


def _thin_out(folder: Folder) -> None:
    """Keep the newest 10, and the newest of each of 7 days, 4 weeks and 12 months."""
    backups = listed(folder)
    keep = set(backups[:10])
    for period, how_many in (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        firsts: dict[str, Backup] = {}
        for backup in backups:
            firsts.setdefault(f"{backup.made.astimezone():{period}}", backup)
        keep.update(list(firsts.values())[:how_many])
    for backup in backups:
        if backup not in keep:
            backup.path.unlink(missing_ok=True)
