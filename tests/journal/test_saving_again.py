"""A journal starts from what it wrote last only while that is still what is on the disk."""

import copy
import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from recorded import check_in, dose

from medself.errors import JournalUnreadable, NotSaved
from medself.journal import Journal, files, open_journal, storage
from medself.journal.file_journal import FileJournal
from medself.journal.recovery import set_aside

BEGIN = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from recorded import dose
from medself.journal import open_journal
journal = open_journal(Path(sys.argv[1]))
"""
ELSEWHERE = """
journal.add(dose(id="theirs"))
"""
FORKED = """
journal.add(dose(id="before"))
if not (child := os.fork()):
    journal.add(dose(id="child"))
    os._exit(0)
os.waitpid(child, 0)
journal.add(dose(id="parent"))
"""


def run(program: str, journal: Journal) -> None:
    """Run a program of its own that has opened the journal."""
    command = [
        sys.executable,
        "-c",
        BEGIN + program,
        str(journal.folder),
        str(Path(__file__).parent),
    ]
    subprocess.run(command, check=True, timeout=60)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, by name."""
    read_bytes, found = storage.read_bytes, list[str]()

    def note(path: Path) -> Any:
        found.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(storage, "read_bytes", note)
    return found


def ids(journal: Journal) -> set[str]:
    return {record.id for record in open_journal(journal.folder).records("dose")}


def last(journal: Journal) -> Any:
    assert isinstance(journal, FileJournal)
    return journal.store._last


def test_saving_again_into_the_same_month_does_not_read_it(
    journal: Journal, reads: list[str]
) -> None:
    for name in ("first", "second", "third"):
        journal.add(dose(id=name))
        reads.clear()
    journal.add(dose("2026-11-04", id="fourth"))
    assert "2026-11.json" not in reads
    assert ids(journal) == {"first", "second", "third", "fourth"}


def test_what_another_program_wrote_in_between_is_kept(journal: Journal) -> None:
    journal.add(dose(id="mine"))
    run(ELSEWHERE, journal)
    journal.add(dose(id="mine too"))
    assert ids(journal) == {"mine", "theirs", "mine too"}


def test_two_open_journals_that_write_in_turn_lose_nothing(journal: Journal) -> None:
    other = open_journal(journal.folder)
    for number in range(5):
        journal.add(dose(id=f"mine {number}"))
        other.add(dose(id=f"theirs {number}"))
        other.revise(f"mine {number}", note="seen")
        journal.remove(f"theirs {number}")
    found = journal.table("dose")
    assert found["id"].tolist() == [f"mine {number}" for number in range(5)]
    assert found["note"].tolist() == ["seen"] * 5


@pytest.mark.parametrize("damage", [b"", b"{", b"damaged"])
def test_a_month_damaged_since_it_was_written_is_refused_and_left_as_it_is(
    journal: Journal, damage: bytes
) -> None:
    journal.add(dose())
    path = journal.folder / "journal" / "2026-11.json"
    path.write_bytes(damage)
    with pytest.raises(JournalUnreadable, match="November 2026"):
        journal.add(dose())
    assert path.read_bytes() == damage


def test_damage_of_the_same_length_is_seen_too(journal: Journal) -> None:
    journal.add(dose())
    path = journal.folder / "journal" / "2026-11.json"
    damage = b"\0" * path.stat().st_size
    with path.open("r+b") as file:  # the same file still, only its time of change is another
        file.write(damage)
    with pytest.raises(JournalUnreadable, match="November 2026"):
        journal.add(dose())
    assert path.read_bytes() == damage


def test_a_month_that_is_gone_is_not_brought_back_by_the_next_entry(journal: Journal) -> None:
    journal.add(dose(id="gone"))
    (journal.folder / "journal" / "2026-11.json").unlink()
    journal.add(dose(id="new"))
    assert ids(journal) == {"new"}


def test_a_month_set_aside_begins_empty_and_its_bytes_are_kept_although_it_was_written_last(
    journal: Journal,
) -> None:
    journal.add(dose(id="before"))
    path = journal.folder / "journal" / "2026-11.json"
    was = path.stat()
    damage = b"\0" * was.st_size
    with path.open("r+b") as file:
        file.write(damage)
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))  # as a disk does it: nobody wrote
    set_aside(journal, "2026-11")
    assert [kept.read_bytes() for kept in (journal.folder / "trash").iterdir()] == [damage]
    journal.add(dose(id="after"))
    assert ids(journal) == {"after"}


@pytest.mark.parametrize("fails", ["write_new", "put_in_place", "sync_folder"])
def test_a_save_that_failed_leaves_what_is_kept_of_the_last_one_untouched(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    journal.add(dose(id="kept"))
    before = copy.deepcopy(last(journal))

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(files, fails, fail)
    for write in (
        lambda: journal.add(dose(id="not saved")),
        lambda: journal.add_all([check_in(), dose("2026-10-03")]),
        lambda: journal.revise("kept", note="not saved"),
        lambda: journal.remove("kept"),
    ):
        with pytest.raises(NotSaved):
            write()
        assert last(journal) == before
        if fails == "sync_folder":
            break  # put in place already, though not called saved: the disk is read again
    monkeypatch.undo()
    journal.add(dose(id="next"))
    assert ids(journal) - {"not saved"} == {"kept", "next"}
    assert ("not saved" in ids(journal)) == (fails == "sync_folder")
    assert open_journal(journal.folder).get("kept").note == ""


def test_undo_and_changes_go_on_from_what_was_written_last(journal: Journal) -> None:
    journal.add(dose(id="one"))
    journal.add(dose(id="two"))
    journal.undo()
    journal.revise("one", note="changed")
    journal.add_all([dose("2026-10-03", id="three"), dose(id="four")])
    journal.undo()
    journal.add(dose(id="five"))
    assert ids(journal) == {"one", "five"}
    assert journal.get("one").note == "changed"


def test_no_more_than_one_month_is_kept_and_nothing_of_it_is_pickled(journal: Journal) -> None:
    for day in ("2026-09-03", "2026-10-03", "2026-11-03"):
        journal.add(dose(day))
        assert list(last(journal)) == [day[:7]]
    copied = copy.copy(journal)  # by the same way as a pickle
    assert last(copied) == {}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_program_that_was_forked_off_and_its_parent_see_what_each_other_wrote(
    journal: Journal,
) -> None:
    run(FORKED, journal)
    assert ids(journal) == {"before", "child", "parent"}
