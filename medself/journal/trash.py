"""Bytes that were replaced without being understood are kept here, whatever is put in their place."""

from datetime import UTC, datetime

from medself.journal.files import make_folder, saying_why, write_whole
from medself.journal.folder import Folder


def keep(folder: Folder, partition: str, data: bytes) -> None:
    """Keep the bytes of a partition's file in `trash`. The person's lock is held.

    Raises:
        NotSaved: the disk is full or read-only.
    """
    with saying_why(folder.root):
        make_folder(folder.trash)
    write_whole(folder.trash / f"{partition}.{datetime.now(UTC):%Y-%m-%dT%H%M%S-%f}.json", data)
