"""Bytes that reach the disk whole or not at all, and a plain sentence when they cannot."""

import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from medself.errors import NotSaved
from medself.journal.folder import Signature, signature

WINDOWS = os.name == "nt"
PATIENCE_SECONDS = 1.0

FULL = (
    "Not saved: the disk is full. What you typed is still here. "
    "Free some space and press Save again."
)
READ_ONLY = (
    "Not saved: this computer does not let us write to the folder {folder}. "
    "What you typed is still here. Allow writing there, then press Save again."
)
OTHER = (
    "Not saved: the disk gave an error ({reason}). What you typed is still here. "
    "Try again, and if it goes on, make a copy of your data on another disk."
)

T = TypeVar("T")


@contextmanager
def saying_why(folder: Path) -> Iterator[None]:
    """Turn an error of the disk into `NotSaved` with what to do about it."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NotSaved(FULL) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise NotSaved(READ_ONLY.format(folder=folder)) from error
        raise NotSaved(OTHER.format(reason=error.strerror or type(error).__name__)) from error


def make_folder(path: Path) -> None:
    """Make a folder only its owner can look into, and make sure it survives a power cut."""
    if not path.is_dir():
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)


def write_new(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Write a new file only its owner can read; `sync` waits until it is on the disk.

    The time of change is set to the nanosecond, so that two writes in one tick of the file system's
    clock still have different signatures.
    """
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
        file.flush()
        if os.utime in os.supports_fd:
            now = time.time_ns()
            os.utime(file.fileno(), ns=(now, now))
        if sync:
            os.fsync(file.fileno())


def write_synced(path: Path, data: bytes) -> Signature:
    """Write a new file, wait until it is on the disk, read it back and return its signature."""
    write_new(path, data, sync=True)
    with path.open("rb") as file:
        if file.read() != data:
            raise OSError(errno.EIO, "what was read back is not what was written")
        return signature(os.fstat(file.fileno()))


def write_whole(path: Path, data: bytes) -> Signature:
    """Replace a file by `data`: afterwards the old bytes or the new are there, never a mix.

    Returns:
        The signature of the new file, which no file another writer puts there has.

    Raises:
        NotSaved: the old bytes are still in place.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    with saying_why(path.parent):
        try:
            written = write_synced(temporary, data)
            put_in_place(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    return written


def put_in_place(source: Path, target: Path) -> None:
    """Rename `source` over `target` in one step."""
    patiently(lambda: source.replace(target))


def sync_folder(path: Path) -> None:
    """Make sure that the names in a folder survive a power cut. Windows has nothing for this."""
    if WINDOWS:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def patiently(action: Callable[[], T]) -> T:
    """Do it, trying again for a second on Windows, where a file that is being read is locked."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return action()
        except PermissionError:
            if not WINDOWS or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
