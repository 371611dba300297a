"""Several files replaced as one: all of them, or none, whenever the power goes.

The new files are written beside the old ones in `pending/`. Putting the manifest there is the moment
the change is made; from then on it is carried through, now or by whoever comes next. Without a
manifest nothing was changed, and what is in `pending/` is swept away.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import orjson

from medself.journal.files import (
    make_folder,
    put_in_place,
    saying_why,
    sync_folder,
    write_synced,
    write_whole,
)
from medself.journal.folder import Folder
from medself.model import new_id

MANIFEST = "manifest.json"


def replace_all(folder: Folder, put: Mapping[Path, bytes]) -> None:
    """Give every path of `put` its bytes: all or nothing.

    The person's lock is held. Paths lie in the person's folder.

    Raises:
        NotSaved: nothing was changed.
    """
    names = {str(number): path for number, path in enumerate(put)}
    manifest = {name: path.relative_to(folder.root).as_posix() for name, path in names.items()}
    with saying_why(folder.root):
        try:
            make_folder(folder.pending)
            for name, path in names.items():
                write_synced(folder.pending / name, put[path])
            sync_folder(folder.pending)
            write_whole(folder.pending / MANIFEST, orjson.dumps(manifest))
        except BaseException:
            _sweep(folder)
            raise
    # The change is made. Should a file not let itself be replaced just now (on Windows, one that is
    # being looked at), the next to come carries it through before anything else.
    with suppress(OSError):
        settle(folder)


def settle(folder: Folder) -> None:
    """Carry through a change whose manifest is there, or sweep away one that was never made.

    The person's lock is held.
    """
    if not folder.pending.exists():
        return
    manifest = folder.pending / MANIFEST
    if not manifest.exists():
        _sweep(folder)
        return
    try:
        targets = orjson.loads(manifest.read_bytes())
    except ValueError:  # a manifest is written whole: the disk itself has damaged it
        make_folder(folder.trash)
        folder.pending.rename(folder.trash / f"pending-{new_id()}")
        return
    for name, target in targets.items():
        if (folder.pending / name).exists():  # else it was put in place before the power went
            put_in_place(folder.pending / name, folder.root / target)
    sync_folder(folder.months)
    sync_folder(folder.root)
    manifest.unlink()
    _sweep(folder)


def _sweep(folder: Folder) -> None:
    shutil.rmtree(folder.pending, ignore_errors=True)
