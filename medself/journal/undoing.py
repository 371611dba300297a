"""What the last writes changed, so that they can be taken back.

An entry is no record: the disk is not waited for, and one that was cut short or no longer fits what
the files hold is passed over.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from medself.journal.files import make_folder, saying_why, write_new
from medself.journal.folder import Folder
from medself.journal.migrations import Document, newest
from medself.journal.seal import Seal
from medself.model import new_id

KEPT = 50


@dataclass(frozen=True)
class Change:
    """One document before and after a write; missing means it was not there."""

    partition: str
    kind: str
    id: str
    before: Document | None
    after: Document | None


@dataclass(frozen=True)
class Taken:
    """One document as it was before a write, and the mark of what the write left."""

    partition: str
    kind: str
    id: str
    before: Document | None
    left: str | None


@dataclass(frozen=True)
class Entry:
    """One write that can be taken back: its name in words and what it changed."""

    path: Path
    words: str
    changes: tuple[Taken, ...]


def mark(document: Document | None) -> str | None:
    """Return what tells one document from another; None for one that is not there."""
    if document is None:
        return None
    return hashlib.sha256(orjson.dumps(document, option=orjson.OPT_SORT_KEYS)).hexdigest()


def remember(folder: Folder, seal: Seal, words: str, changes: Sequence[Change]) -> None:
    """Keep what a write is about to change, and forget all but the newest entries.

    Raises:
        NotSaved: the disk is full or read-only.
    """
    entry = {
        "schema": newest(),
        "words": words,
        "changes": [[c.partition, c.kind, c.id, c.before, mark(c.after)] for c in changes],
    }
    path = folder.undo / f"{new_id()}.json"
    with saying_why(folder.root):
        make_folder(folder.undo)
        try:
            write_new(path, seal.close(orjson.dumps(entry)))
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        for old in _names(folder)[KEPT:]:
            (folder.undo / old).unlink(missing_ok=True)


def entries(folder: Folder, seal: Seal) -> Iterator[Entry]:
    """Give what can be taken back, newest first; what cannot be read is passed over."""
    for name in _names(folder):
        path = folder.undo / name
        try:
            entry = orjson.loads(seal.open(path.read_bytes()))
        except (ValueError, FileNotFoundError):
            continue
        if isinstance(entry, dict) and entry.get("schema") == newest():
            yield _entry(path, entry)


def _entry(path: Path, entry: dict[str, Any]) -> Entry:
    return Entry(path, entry["words"], tuple(Taken(*change) for change in entry["changes"]))


def _names(folder: Folder) -> list[str]:
    """Return the entries, newest first: their names are ids, which sort by the moment made."""
    try:
        with os.scandir(folder.undo) as found:
            return sorted((entry.name for entry in found), reverse=True)
    except FileNotFoundError:
        return []
