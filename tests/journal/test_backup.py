"""Backups are made by themselves, hold everything, and go back whole or not at all."""

import io
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
import time_machine
from recorded import check_in, dose

from medself.errors import CannotRestore, InvalidRecord
from medself.journal import Journal, create_person, open_journal, people, unzip, verify
from medself.journal.backup import (
    list_backups,
    make_backup,
    preview_restore,
    restore,
    restore_as_new,
)
from medself.model import Medication, Person

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def everything(journal: Journal) -> list[Any]:
    return [journal.person, *journal.medications()] + [
        record for kind in ("dose", "check_in") for record in journal.records(kind)
    ]


@pytest.fixture
def filled(journal: Journal) -> Journal:
    journal.add_all([Medication(name="Lithium"), dose("2026-10-03"), check_in("2026-11-03")])
    return journal


# Made by themselves


def test_before_the_first_write_of_a_day_a_backup_is_made(journal: Journal) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        journal.add(dose("2026-10-03"))
        (first,) = list_backups(journal)
        journal.add(dose("2026-10-04"))
        assert list_backups(journal) == [first]
        clock.shift(timedelta(days=1))
        journal.remove(journal.records("dose")[0].id)
        second = list_backups(journal)[0]
    assert first.made == NOON
    assert verify(first.path).counts == {"person": {"person": 1}}
    assert verify(second.path).counts["2026-10"] == {"dose": 2}


def test_before_an_import_a_backup_is_made(filled: Journal) -> None:
    before = len(list_backups(filled))
    filled.add_all([dose("2026-09-03") for _ in range(50)])
    backups = list_backups(filled)
    assert len(backups) == before + 1
    assert verify(backups[0].path).counts["2026-10"] == {"dose": 1}


def test_old_backups_are_thinned_out_by_number_and_age(journal: Journal) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for day in range(500):
            clock.move_to(NOON + timedelta(days=day))
            for _ in range(12 if day == 499 else 1):
                clock.shift(timedelta(minutes=5))
                make_backup(journal)
    ages = [(NOON + timedelta(days=499) - one.made).days + 1 for one in list_backups(journal)]
    assert ages[:10] == [0] * 10  # the newest ten, whatever their age
    assert ages[10:16] == [1, 2, 3, 4, 5, 6]  # then one a day for a week
    assert len([age for age in ages if 6 < age <= 28]) >= 2  # one a week for four weeks
    assert len([age for age in ages if age > 28]) >= 10  # one a month for a year
    assert 300 < max(ages) <= 366
    assert len(ages) < 30


def test_while_a_month_cannot_be_read_no_backup_is_thrown_away(filled: Journal) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(30):
            clock.shift(timedelta(minutes=1))
            (filled.folder / "journal" / "2026-10.json").write_bytes(b"")
            make_backup(filled)
    assert len(list_backups(filled)) >= 30


def test_file_names_of_backups_say_nothing_but_when(filled: Journal) -> None:
    (backup,) = list_backups(filled)
    assert backup.path.parent == filled.folder / "backups"
    assert not any(letter.isalpha() for letter in backup.path.stem.replace("T", "").rstrip("Z"))
    (filled.folder / "backups" / "my own copy.zip").write_bytes(b"")
    assert list_backups(filled) == [backup]


# Put back


def test_a_journal_is_put_back_as_it_was(filled: Journal) -> None:
    before = everything(filled)
    backup = make_backup(filled)
    filled.revise(filled.person.id, text_size=25)
    filled.remove(filled.medications()[0].id)
    filled.add_all([dose("2026-12-01"), dose("2026-10-01")])
    later = everything(filled)

    restore(filled, backup.path)
    assert everything(filled) == before
    assert everything(open_journal(filled.folder)) == before

    assert filled.can_undo() is not None
    assert filled.undo().startswith("Taken back: putting back the backup of ")
    assert everything(filled) == later


def test_d5_d7_a_restore_says_by_month_what_it_would_change_and_warns_of_fewer(
    filled: Journal,
) -> None:
    backup = make_backup(filled)
    with_more = filled.add_all([dose("2026-10-09"), dose("2026-12-09")])
    preview = preview_restore(filled, backup.path)
    assert preview.name == "Ann"
    assert abs(preview.made - backup.made) < timedelta(seconds=1)
    assert preview.before["2026-10"] == {"dose": 2}
    assert preview.before["2026-12"] == {"dose": 1}
    assert preview.after == {
        "person": {"person": 1, "medication": 1},
        "2026-10": {"dose": 1},
        "2026-11": {"check_in": 1},
    }
    (said,) = preview.sentences
    assert said == (
        "This backup holds fewer entries than you have now: 3 instead of 5. "
        "What you have now is backed up first."
    )
    number = len(list_backups(filled))
    assert restore(filled, backup.path).sentences == preview.sentences
    assert len(list_backups(filled)) == number + 1
    restore(filled, list_backups(filled)[0].path)
    assert set(with_more) <= {record.id for record in filled.records("dose")}
    assert preview_restore(filled, make_backup(filled).path).sentences == ()


def test_a_restore_mends_what_could_not_be_read_and_keeps_its_bytes(filled: Journal) -> None:
    before = everything(filled)
    backup = make_backup(filled)
    for name in ("person.json", "journal/2026-10.json"):
        (filled.folder / name).write_bytes(b"damaged " + name.encode())
    (filled.folder / "journal" / "2025-01.json").write_bytes(b"")
    said = preview_restore(filled, backup.path).sentences
    assert any("October 2026" in sentence for sentence in said)
    restore(filled, backup.path)
    assert filled.problems() == []
    assert everything(filled) == before
    kept = {path.read_bytes() for path in (filled.folder / "trash").iterdir()}
    assert kept == {b"damaged person.json", b"damaged journal/2026-10.json", b""}
    filled.undo()  # what was damaged stays mended
    assert everything(filled) == before


def test_a_backup_of_someone_else_is_refused(home: Path, filled: Journal) -> None:
    bob = open_journal(create_person(home, Person(name="Bob")))
    before = everything(filled)
    with pytest.raises(CannotRestore, match="belongs to Bob, and this is the record of Ann"):
        restore(filled, make_backup(bob).path)
    with pytest.raises(CannotRestore, match="belongs to Bob"):
        preview_restore(filled, make_backup(bob).path)
    assert everything(filled) == before


def test_a_person_is_brought_to_another_computer_by_a_backup(
    tmp_path: Path, filled: Journal
) -> None:
    data = io.BytesIO(make_backup(filled).path.read_bytes())
    new = restore_as_new(tmp_path / "new", data)
    assert [(one.name, one.path) for one in people(tmp_path / "new")] == [("Ann", new)]
    assert everything(open_journal(new)) == everything(filled)
    with pytest.raises(CannotRestore, match="Ann is here already"):
        restore_as_new(tmp_path / "new", data)


# Files from strangers


def packed(entries: dict[str, bytes], **how: Any) -> io.BytesIO:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return data


def parts(journal: Journal) -> dict[str, bytes]:
    with zipfile.ZipFile(make_backup(journal).path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


NOT_OURS, NOT_WHOLE = "not a backup that medself made", "is not whole"
CHANGES: dict[str, tuple[dict[str, bytes | None], str]] = {
    "a path outside": ({"../person.json": b"{}"}, NOT_OURS),
    "a path from the root": ({"/journal/2026-10.json": b"{}"}, NOT_OURS),
    "a month that is none": ({"journal/2026-13.json": b"{}"}, NOT_OURS),
    "another kind of file": ({"journal/notes.txt": b""}, NOT_OURS),
    "nothing about it": ({"backup.json": None}, NOT_OURS),
    "no time": ({"backup.json": b"{}"}, NOT_OURS),
    "no JSON about it": ({"backup.json": b"\xff"}, NOT_OURS),
    "nobody": ({"person.json": None}, NOT_WHOLE),
    "an empty month": ({"journal/2026-10.json": b""}, NOT_WHOLE),
    "a damaged month": ({"journal/2026-10.json": b'{"meta":'}, NOT_WHOLE),
    "a wrong entry": (
        {"journal/2026-10.json": b'{"meta":{"journal":{"schema":1}},"dose":{"a":{}}}'},
        NOT_WHOLE,
    ),
    "a newer month": (
        {"journal/2026-10.json": b'{"meta":{"journal":{"schema":9}}}'},
        "newer medself",
    ),
}


@pytest.mark.parametrize(("change", "words"), CHANGES.values(), ids=CHANGES.keys())
def test_d6_d7_a_backup_that_is_not_whole_changes_nothing(
    filled: Journal, change: dict[str, bytes | None], words: str
) -> None:
    entries = {k: v for k, v in (parts(filled) | change).items() if v is not None}
    before = filled.revision
    for attempt in (preview_restore, restore):
        with pytest.raises(CannotRestore, match=words):
            attempt(filled, packed(entries))
    assert filled.revision == before


def test_what_is_no_zip_is_refused(filled: Journal, tmp_path: Path) -> None:
    whole = make_backup(filled).path.read_bytes()
    for data in (b"", b"PK", b"hello", whole[:-30], whole[: len(whole) // 2]):
        path = tmp_path / "some.zip"
        path.write_bytes(data)
        with pytest.raises(CannotRestore, match=NOT_WHOLE):
            restore(filled, path)
    with pytest.raises(CannotRestore, match=NOT_WHOLE):
        restore(filled, tmp_path / "not there.zip")
    flipped = bytearray(whole)
    flipped[60] ^= 0xFF
    with pytest.raises(CannotRestore):
        restore(filled, io.BytesIO(bytes(flipped)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_the_same_name_twice_is_refused(filled: Journal) -> None:
    data = packed(parts(filled))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("person.json", b"{}")
    with pytest.raises(CannotRestore, match=NOT_OURS):
        restore(filled, data)


def test_a_zip_that_needs_a_password_is_refused(filled: Journal) -> None:
    data = bytearray(packed(parts(filled)).getvalue())
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(start)
        data[at + (6 if start[2] == 3 else 8)] |= 1
    with pytest.raises(CannotRestore, match=NOT_OURS):
        restore(filled, io.BytesIO(bytes(data)))


def test_a_zip_bomb_is_not_opened(filled: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(parts(filled) | {"journal/2026-01.json": b"0" * 30_000_000})
    with pytest.raises(CannotRestore, match="far larger"):
        restore(filled, bomb)
    monkeypatch.setattr(unzip, "LARGEST_FILE", 100)
    with pytest.raises(CannotRestore, match="far larger"):
        restore(filled, packed(parts(filled)))


def test_a_backup_cannot_make_a_folder_elsewhere(tmp_path: Path, filled: Journal) -> None:
    entries = parts(filled)
    person = orjson.loads(entries["person.json"])
    person["person"] = {"../../outside": next(iter(person["person"].values()))}
    with pytest.raises(InvalidRecord, match="whose it is"):
        restore_as_new(tmp_path / "new", packed(entries | {"person.json": orjson.dumps(person)}))
    assert not (tmp_path / "outside").exists()


def test_only_journals_in_files_have_backups_of_their_own() -> None:
    with pytest.raises(TypeError):
        make_backup(object())  # type: ignore[arg-type]
