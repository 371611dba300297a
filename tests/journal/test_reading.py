"""Reading touches only what it must, sees one moment, and hands out what may be changed."""

import os
import pickle
import shutil
import threading
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from recorded import ZONE, check_in, dose

from medself.errors import JournalUnreadable
from medself.journal import Journal, create_person, open_journal, redo
from medself.journal.file_journal import FileJournal
from medself.journal.finding import likely, made_at
from medself.journal.tables import COLUMNS
from medself.model import Measurement, Person, new_id

MONTHS = [f"{year}-{month:02}" for year in range(2020, 2026) for month in range(1, 13)]


@pytest.fixture
def years(folder: Path) -> FileJournal:
    """Six years with an entry or two a month."""
    journal = open_journal(folder)
    assert isinstance(journal, FileJournal)
    journal.add_all([make(f"{month}-05") for month in MONTHS for make in (dose, check_in)])
    reopened = open_journal(folder)
    assert isinstance(reopened, FileJournal)
    return reopened


def reads(journal: FileJournal) -> int:
    return journal._reading.reads


def all_tables(journal: Journal) -> dict[str, int]:
    return {kind: len(journal.table(kind)) for kind in COLUMNS}


def test_each_file_is_read_once_for_all_tables_and_again_only_when_it_changed(
    years: FileJournal,
) -> None:
    assert all_tables(years)["dose"] == len(MONTHS)
    assert reads(years) == len(MONTHS) + 1
    all_tables(years)
    assert reads(years) == len(MONTHS) + 1
    open_journal(years.folder).add(dose("2023-05-06"))
    assert all_tables(years)["dose"] == len(MONTHS) + 1
    assert reads(years) == len(MONTHS) + 2


def test_only_the_months_of_a_period_are_read(years: FileJournal) -> None:
    found = years.table("dose", start=date(2023, 5, 20), end=date(2023, 8, 1))
    assert found["day"].dt.strftime("%Y-%m").tolist() == ["2023-06", "2023-07"]
    assert reads(years) == 4


def test_adding_a_new_entry_reads_no_old_months(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (years.folder / "journal").iterdir():  # as if the years had really passed
        os.utime(path, (0, 0))
    years.add(dose("2025-12-24"))
    assert reads(years) == 2  # the person: for the start of the day, and for the id
    years.add(dose("2026-01-24"))
    assert reads(years) == 3  # and the month just written


def test_an_entry_is_found_in_the_month_it_was_made_first() -> None:
    record = new_id()
    made = made_at(record)
    assert made is not None
    month = datetime.fromtimestamp(made / 1000).strftime("%Y-%m")
    now = made * 1_000_000
    files = dict.fromkeys(("2020-01", "2030-01", month, "person"), (1, now, 1))
    assert list(likely(record, files)) == [month, "person", "2030-01", "2020-01"]
    before = dict.fromkeys(files, (1, now - 2 * 86400000000000, 1))
    assert list(likely(record, before)) == []
    assert next(likely("another id", files)) == "person"
    endless = "ffffffff-ffff-7fff-bfff-ffffffffffff"
    assert made_at(endless) == 2**48 - 1
    assert list(likely(endless, files)) == []


def test_more_periods_than_are_remembered_are_still_right(years: FileJournal) -> None:
    for day in range(1, 200):
        start = date.fromordinal(date(2020, 1, 1).toordinal() + day)
        assert len(years.table("dose", start=start)) <= len(MONTHS)
    assert len(years.table("dose")) == len(MONTHS)
    assert len(years._reading._frames) <= 64


def test_a_pickled_journal_carries_nothing_that_was_read(years: FileJournal) -> None:
    all_tables(years)
    data = pickle.dumps(years)
    assert len(data) < 1000
    assert all_tables(pickle.loads(data)) == all_tables(years)


def test_readers_see_all_of_a_change_to_several_files_or_nothing(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader comes along after each file that is put in place."""
    seen: list[int] = []
    readers: list[threading.Thread] = []
    record = years.records("dose")[3]
    put_in_place = redo.put_in_place
    reader = open_journal(years.folder)

    def put_and_look(source: Path, target: Path) -> None:
        put_in_place(source, target)
        readers.append(threading.Thread(target=lambda: seen.append(len(reader.table("dose")))))
        readers[-1].start()
        time.sleep(0.02)

    monkeypatch.setattr(redo, "put_in_place", put_and_look)
    years.revise(record.id, at=record.at.replace(year=2021))
    for thread in readers:
        thread.join()
    assert seen == [len(MONTHS)] * 2


def test_a_file_that_changes_while_others_are_read_makes_the_reader_begin_again(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, record = open_journal(years.folder), years.records("dose")[0]
    from medself.journal import shelf

    read_bytes, times = shelf.storage.read_bytes, [0]

    def read_and_write(path: Path) -> Any:
        data = read_bytes(path)
        times[0] += 1
        if path.stem == "2022-02" and times[0] < 300:
            monkeypatch.setattr(shelf.storage, "read_bytes", read_bytes)
            to = 2025 if writer.get(record.id).at.year == 2020 else 2020
            writer.revise(record.id, at=record.at.replace(year=to))
            monkeypatch.setattr(shelf.storage, "read_bytes", read_and_write)
        return data

    monkeypatch.setattr(shelf.storage, "read_bytes", read_and_write)
    assert len(years.table("dose")) == len(MONTHS)


def test_a_month_that_goes_away_while_it_is_read_is_gone(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = type(years.store.folder).scan_months
    gone = years.folder / "journal" / "2022-02.json"

    def scan_then_remove(folder: Any, *months: str) -> Any:
        found = scan(folder, *months)
        gone.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(type(years.store.folder), "scan_months", scan_then_remove)
    assert len(years.table("dose")) == len(MONTHS) - 1


def test_a_journal_that_never_rests_is_read_under_the_lock(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from medself.journal.shelf import Shelf

    views = []
    view = Shelf.view

    def never_the_same(self: Shelf, partition: str, seen: Any, make: Any) -> Any:
        self.reads += 1
        views.append(partition)
        if not years.store.lock._depth:
            raise FileNotFoundError
        return view(self, partition, seen, make)

    monkeypatch.setattr(Shelf, "view", never_the_same)
    assert len(years.table("dose")) == len(MONTHS)


def test_a_change_that_cannot_be_finished_on_this_disk_is_said(journal: Journal) -> None:
    from medself.errors import NotSaved

    journal.add(dose())
    pending = journal.folder / "pending"
    pending.mkdir()
    (pending / "0").write_bytes(b"{}")
    (pending / "manifest.json").write_bytes(orjson.dumps({"0": "journal/not/there.json"}))
    with pytest.raises(NotSaved):
        journal.table("dose")
    shutil.rmtree(pending)
    assert len(journal.table("dose")) == 1


def test_names_of_files_that_are_no_months_are_left_alone(journal: Journal) -> None:
    journal.add(dose())
    for name in ("notes.txt", "2026-13.json", "2026-11 (copy).json", "sub"):
        (journal.folder / "journal" / name).mkdir()
    assert len(journal.table("dose")) == 1
    assert journal.problems() == []
    with pytest.raises(ValueError, match="not a partition"):
        journal.store.folder.file("../x")  # type: ignore[attr-defined]


def test_a_kind_nobody_recorded_has_an_empty_list(journal: Journal) -> None:
    at = datetime(2026, 11, 3)
    journal.add(Measurement(at=at, zone=ZONE, what="weight", value=1, unit="kg"))
    assert journal.records("score") == []
    assert [one.what for one in journal.records("measurement")] == ["weight"]


def test_a_record_that_is_damaged_says_so_when_it_is_opened(journal: Journal) -> None:
    record = journal.add(dose())
    path = journal.folder / "journal" / "2026-11.json"
    path.write_bytes(path.read_bytes().replace(b"Europe/London", b"Nowhere/Here!"))
    assert len(journal.table("dose")) == 1
    with pytest.raises(JournalUnreadable, match="time zone"):
        journal.get(record)
    with pytest.raises(JournalUnreadable, match="time zone"):
        journal.records("dose")


def test_people_who_only_look_take_no_lock(home: Path) -> None:
    folder = create_person(home, Person(name="Ann"))
    journal = open_journal(folder)
    (folder / ".lock").unlink(missing_ok=True)
    all_tables(journal), journal.revision, journal.problems(), journal.can_undo()
    assert not (folder / ".lock").exists()


def test_an_entry_that_moves_while_it_is_looked_up_is_found(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from medself.journal.finding import Finder

    record = years.records("dose")[0]
    writer, find, moves = open_journal(years.folder), Finder.__call__, [2022]

    def find_then_move(self: Finder, record_id: str, **how: Any) -> Any:
        place = find(self, record_id, **how)
        if moves:
            writer.revise(record_id, at=record.at.replace(year=moves.pop()))
        return place

    monkeypatch.setattr(Finder, "__call__", find_then_move)
    assert years.get(record.id).at.year == 2022


def test_a_person_who_is_removed_while_read_is_gone(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = type(years.store.folder)
    scan_one = folder.scan_one

    def scan_then_remove(self: Any, partition: str) -> Any:
        found = scan_one(self, partition)
        shutil.rmtree(years.folder, ignore_errors=True)
        return found

    monkeypatch.setattr(folder, "scan_one", scan_then_remove)
    with pytest.raises(JournalUnreadable, match="not here any more"):
        _ = years.person


def test_what_could_be_taken_back_is_worked_out_once(
    years: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert years.can_undo() == f"adding {2 * len(MONTHS)} entries"
    monkeypatch.setattr("medself.journal.taking_back.last", lambda store: "worked out again")
    assert years.can_undo() == f"adding {2 * len(MONTHS)} entries"
    years.add(dose())
    assert years.can_undo() == "worked out again"
