"""A full or read-only disk, a busy lock: the person is told, and nothing is half written."""

import errno
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from recorded import check_in, dose

from medself.errors import JournalUnreadable, NotSaved
from medself.journal import Journal, create_person, files, lock, open_journal, people, redo, verify
from medself.journal.backup import make_backup, restore
from medself.journal.lock import PersonLock, lock_of
from medself.journal.recovery import set_aside
from medself.model import Person

MONTHS = ("2026-09-03", "2026-10-03", "2026-11-03")


def no_strays(folder: Path) -> bool:
    return not [path for path in folder.rglob("*") if path.suffix == ".tmp" or path.name == "0"]


# A disk of one megabyte, where the machine lets us mount one; elsewhere only the fault is imitated


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    mounted = os.name == "posix" and os.geteuid() == 0
    mounted = mounted and subprocess.run(command, capture_output=True, check=False).returncode == 0
    yield place if mounted else None
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def imitate(monkeypatch: pytest.MonkeyPatch, number: int, after: int = 0) -> None:
    """Let every write after the first few stop half way with an error of the disk."""
    write_new, left = files.write_new, [after]

    def half(path: Path, data: bytes, *, sync: bool = False) -> None:
        if left[0] > 0:
            left[0] -= 1
            write_new(path, data, sync=sync)
            return
        path.write_bytes(data[: len(data) // 2])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files, "write_new", half)
    monkeypatch.setattr("medself.journal.undoing.write_new", half)


def test_d1_a_full_disk_loses_nothing(
    small_disk: Path | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = small_disk or tmp_path
    journal = open_journal(create_person(home, Person(name="Ann")))
    kept = [journal.add(dose(note="x" * 500))]
    if small_disk is None:
        imitate(monkeypatch, errno.ENOSPC)
    records = (dose(note="x" * 5_000) for _ in range(500))
    with pytest.raises(NotSaved, match=r"disk is full. What you typed is still here"):
        kept.extend(journal.add(record) for record in records)
    before = journal.revision
    with pytest.raises(NotSaved, match="disk is full"):
        journal.add_all([check_in(day, note="y" * 20_000) for day in MONTHS * 20])
    assert journal.revision == before
    assert [record.id for record in open_journal(journal.folder).records("dose")] == sorted(kept)
    assert verify(journal.folder).whole
    assert no_strays(journal.folder)


def test_a_disk_with_room_for_an_entry_but_not_for_a_backup_keeps_the_entry(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise NotSaved(files.FULL)

    monkeypatch.setattr("medself.journal.zips.make", full)
    journal.add(dose())
    assert len(journal.table("dose")) == 1
    with pytest.raises(NotSaved):
        make_backup(journal)
    with pytest.raises(NotSaved):
        journal.add_all([dose() for _ in range(200)])  # an import is never made without a backup
    assert len(journal.table("dose")) == 1


def test_a_read_only_disk_says_so(
    small_disk: Path | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = small_disk or tmp_path
    folder = create_person(home, Person(name="Ann"))
    journal = open_journal(folder)
    record = journal.add(dose())
    if small_disk is not None:
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    else:
        imitate(monkeypatch, errno.EROFS)
    with pytest.raises(NotSaved, match="does not let us write to the folder") as raised:
        journal.add(dose())
    assert str(folder) in str(raised.value)
    with pytest.raises(NotSaved, match="does not let us write"):
        create_person(home, Person(name="Bob"))
    again = open_journal(folder)
    assert again.get(record).amount == 50
    assert [one.name for one in people(home)] == ["Ann"]
    assert len(again.table("dose")) == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EACCES, "does not let us write"),
        (errno.EIO, "the disk gave an error"),
    ],
)
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_whatever_the_disk_says_the_person_is_told_and_nothing_changes(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, number: int, words: str, after: int
) -> None:
    ids = journal.add_all([dose(day) for day in MONTHS])
    before, undo = journal.revision, journal.can_undo()
    imitate(monkeypatch, number, after)
    with pytest.raises(NotSaved, match=words):
        journal.add_all([dose(day) for day in MONTHS])
    monkeypatch.undo()
    assert journal.revision == before
    assert journal.can_undo() == undo
    assert no_strays(journal.folder)
    assert [record.id for record in journal.records("dose")] == ids


def test_d13_what_is_not_read_back_the_same_is_not_called_saved(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(dose())
    before = journal.revision
    write_new = files.write_new

    def flip(path: Path, data: bytes, *, sync: bool = False) -> None:
        write_new(path, data.replace(b"taken", b"tbken"), sync=sync)

    monkeypatch.setattr(files, "write_new", flip)
    with pytest.raises(NotSaved, match="not what was written"):
        journal.add(dose())
    assert journal.revision == before


def test_a_write_has_reached_the_disk_before_it_is_put_in_place_and_its_name_after(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test can cut the power; this one sees what was asked of the disk, and when."""
    journal.add(dose())
    asked: list[tuple[str, int]] = []
    fsync, put_in_place = os.fsync, files.put_in_place

    def note_sync(descriptor: int) -> None:
        asked.append(("synced", os.fstat(descriptor).st_ino))
        fsync(descriptor)

    def note_put(source: Path, target: Path) -> None:
        asked.append(("put", source.stat().st_ino))
        put_in_place(source, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(files, "put_in_place", note_put)
    monkeypatch.setattr(redo, "put_in_place", note_put)
    months = (journal.folder / "journal").stat().st_ino

    record = dose()
    journal.add(record)
    (file,) = [inode for what, inode in asked if what == "put"]
    assert asked == [("synced", file), ("put", file), ("synced", months)]

    asked.clear()
    journal.add(record)  # a retry: perhaps the first try was cut short before its last step
    assert asked == [("synced", months)]

    asked.clear()
    journal.add_all([dose(day) for day in MONTHS])
    put = [number for number, (what, _) in enumerate(asked) if what == "put"]
    assert len(put) == 4  # the manifest, and three files
    assert all(asked.index(("synced", asked[number][1])) < put[0] for number in put)
    assert asked.index(("synced", months)) > put[-1]


def test_a_folder_that_cannot_be_synced_is_not_called_saved(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = dose()

    def fail(path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    journal.add(dose())
    monkeypatch.setattr(files, "sync_folder", fail)
    with pytest.raises(NotSaved):
        journal.add(record)
    monkeypatch.undo()
    journal.add(record)  # pressing Save again is harmless
    assert len(journal.table("dose")) == 2


def test_on_windows_a_file_that_is_being_read_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "WINDOWS", True)
    tries: list[int] = []

    def busy(until: int) -> Callable[[], str]:
        def action() -> str:
            tries.append(1)
            if len(tries) < until:
                raise PermissionError(errno.EACCES, "in use")
            return "done"

        return action

    assert files.patiently(busy(3)) == "done"
    monkeypatch.setattr(files, "PATIENCE_SECONDS", 0.03)
    with pytest.raises(PermissionError):
        files.patiently(busy(1_000_000))
    files.sync_folder(tmp_path / "not there")  # Windows cannot do this and must not try


def test_files_are_for_their_owner_only(journal: Journal) -> None:
    journal.add_all([dose(day) for day in MONTHS])
    make_backup(journal)
    journal.remove(journal.records("dose")[0].id)
    found = [path for path in journal.folder.rglob("*") if path.is_file()]
    assert len(found) > 6
    assert {oct(path.stat().st_mode & 0o777) for path in found} == {"0o600"}
    folders = [path for path in journal.folder.rglob("*") if path.is_dir()]
    assert {oct(path.stat().st_mode & 0o777) for path in folders} == {"0o700"}


# The lock


def test_two_writers_in_one_program_take_turns(journal: Journal) -> None:
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            mine = open_journal(journal.folder)
            for n in range(50):
                mine.add(dose(MONTHS[n % 3], id=f"{number}-{n}"))
                mine.revise(f"{number}-{n}", note="changed")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert journal.table("dose")["note"].tolist() == ["changed"] * 150


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_lock_that_stays_busy_is_said(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, elsewhere: bool
) -> None:
    monkeypatch.setattr(lock, "TIMEOUT_SECONDS", 0.05)
    path = journal.folder / ".lock"
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        other = PersonLock(path) if elsewhere else lock_of(path)
        with other.held():
            held.set()
            done.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    try:
        with pytest.raises(NotSaved, match="another window or program is still saving"):
            journal.add(dose())
        assert open_journal(journal.folder).table("dose").empty  # reading goes on
    finally:
        done.set()
        thread.join()
    journal.add(dose())


def test_strays_of_a_program_that_was_killed_are_swept_on_opening(journal: Journal) -> None:
    journal.add(dose())
    for place in ("", "journal", "backups", "undo"):
        (journal.folder / place / ".2026-11.json.abcd.tmp").write_bytes(b"half")
    (journal.folder / "pending").mkdir()
    (journal.folder / "pending" / "0").write_bytes(b"half")
    open_journal(journal.folder)
    assert no_strays(journal.folder)
    assert not (journal.folder / "pending").exists()
    assert len(journal.table("dose")) == 1


def test_a_restore_that_finds_the_disk_full_changes_nothing(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add_all([dose(day) for day in MONTHS])
    backup = make_backup(journal)
    journal.remove(journal.records("dose")[0].id)
    before = journal.revision
    for after in range(3):
        imitate(monkeypatch, errno.ENOSPC, after)
        with pytest.raises(NotSaved, match="disk is full"):
            restore(journal, backup.path)
        monkeypatch.undo()
        assert journal.revision == before


def test_a_damaged_month_is_not_touched_when_there_is_no_room_to_keep_its_bytes(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(dose())
    path = journal.folder / "journal" / "2026-11.json"
    path.write_bytes(b"damaged")
    for after in (0, 1):
        imitate(monkeypatch, errno.ENOSPC, after)
        with pytest.raises(NotSaved, match="disk is full"):
            set_aside(journal, "2026-11")
        monkeypatch.undo()
        assert path.read_bytes() == b"damaged"
    with pytest.raises(TypeError):
        set_aside(object(), "2026-11")  # type: ignore[arg-type]


def test_a_change_whose_files_were_half_put_in_place_is_carried_through(journal: Journal) -> None:
    """As a power cut leaves it: the manifest names two files, one of them is in place already."""
    journal.add_all([dose(day) for day in MONTHS])
    months, pending = journal.folder / "journal", journal.folder / "pending"
    put = {name: (months / f"{name}.json").read_bytes() for name in ("2026-09", "2026-10")}
    journal.remove(journal.records("dose")[1].id)
    pending.mkdir()
    (pending / "1").write_bytes(put["2026-10"])
    manifest = {"0": "journal/2026-09.json", "1": "journal/2026-10.json"}
    (pending / "manifest.json").write_bytes(orjson.dumps(manifest))
    assert len(journal.table("dose")) == 3
    assert not pending.exists()


def test_where_the_time_of_a_file_cannot_be_set_it_is_left(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "supports_fd", set())
    journal.add(dose())
    assert len(journal.table("dose")) == 1


def test_a_change_that_is_made_is_carried_through_even_if_a_file_resists_at_first(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resist(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "being looked at")

    monkeypatch.setattr(redo, "put_in_place", resist)
    ids = journal.add_all([dose(day) for day in MONTHS])
    with pytest.raises(NotSaved):
        journal.table("dose")  # rather nothing than half of it
    monkeypatch.undo()
    assert journal.table("dose")["id"].tolist() == ids
    assert journal.undo() == "Taken back: adding 3 entries."


def test_a_manifest_the_disk_has_damaged_is_kept_and_stops_nothing(journal: Journal) -> None:
    journal.add(dose())
    pending = journal.folder / "pending"
    pending.mkdir()
    (pending / "0").write_bytes(b"{}")
    (pending / "manifest.json").write_bytes(b"\0\0")
    assert len(open_journal(journal.folder).table("dose")) == 1
    journal.add(dose())
    (kept,) = (journal.folder / "trash").iterdir()
    assert sorted(path.name for path in kept.iterdir()) == ["0", "manifest.json"]


def test_a_person_removed_while_a_save_waits_is_not_made_anew(
    home: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = PersonLock.held

    def removed_meanwhile(self: PersonLock, timeout: float | None = None) -> Any:
        shutil.rmtree(journal.folder)
        return held(self, timeout)

    monkeypatch.setattr(PersonLock, "held", removed_meanwhile)
    with pytest.raises(JournalUnreadable, match="not here any more"):
        journal.add(dose())
    assert list((home / "people").iterdir()) == []
