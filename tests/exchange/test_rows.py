"""From a reading to a journal: counted before, all or nothing, once, and taken back in one go."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from medself.errors import CannotImport, NotSaved
from medself.exchange import json_copy, read
from medself.exchange.rows import Reading, commit, plan
from medself.journal import create_person, open_journal
from medself.journal.backup import list_backups, preview_restore
from medself.model import CheckIn, MedicationStatus, Person

FIXTURES = Path(__file__).parent / "fixtures"


def diary(name="diary_scales.csv"):
    return read(name, (FIXTURES / name).read_bytes(), moods={"sad": 4, "average": 3})


def naming():
    return read("naming.json", (FIXTURES / "naming.json").read_bytes())


def total(journal):
    return len(journal.table("check_in")) + len(journal.medications())


def test_a_plan_writes_nothing(journal):
    before = journal.revision
    plan(diary(), journal)
    assert journal.revision == before
    assert list_backups(journal) == []


def test_every_line_is_added_already_there_or_refused(journal):
    planned = plan(diary(), journal)
    assert (len(planned.add), planned.already_there, len(planned.reading.refused)) == (3, 0, 4)
    assert planned.kinds == {"check_in": 3}


def test_bringing_the_same_file_in_again_adds_nothing(journal):
    assert commit(journal, plan(diary(), journal)) == 3
    again = plan(diary(), journal)
    assert (len(again.add), again.already_there, again.kinds) == (0, 3, {})
    assert commit(journal, again) == 0
    assert len(journal.table("check_in")) == 3


def test_bringing_it_in_again_adds_nothing_after_edits(journal):
    commit(journal, plan(naming(), journal))
    first = journal.medications()[0]
    journal.revise(first.id, name="My own name for it", status=MedicationStatus.NOT_TAKING)
    again = plan(naming(), journal)
    assert (len(again.add), again.already_there) == (0, 7)
    assert journal.get(first.id).name == "My own name for it"


def test_what_was_removed_is_counted_when_it_would_come_back(journal):
    commit(journal, plan(diary(), journal))
    journal.remove(journal.records("check_in")[0].id)
    again = plan(diary(), journal)
    assert (len(again.add), again.already_there) == (1, 2)


def test_one_undo_takes_the_whole_import_back(journal):
    before = total(journal)
    commit(journal, plan(naming(), journal))
    commit(journal, plan(diary(), journal))
    journal.undo()
    assert total(journal) == before + 7
    journal.undo()
    assert total(journal) == before
    assert len(plan(diary(), journal).add) == 3


def test_the_same_line_twice_in_a_file_is_added_once(journal):
    twice = (FIXTURES / "older.ndjson").read_bytes() * 2
    planned = plan(read("twice.ndjson", twice), journal)
    assert (len(planned.add), planned.already_there) == (4, 4)


def test_a_backup_of_the_record_as_it_was_is_made_before_anything_is_written(journal):
    journal.add(CheckIn(at=datetime(2026, 1, 5, 9), zone="UTC", ratings={"mood": 5}))
    by_itself = list_backups(journal)
    commit(journal, plan(diary(), journal))
    newest, *others = list_backups(journal)
    assert others == by_itself
    assert preview_restore(journal, newest.path).after["2026-01"] == {"check_in": 1}
    assert "2026-03" not in preview_restore(journal, newest.path).after


def test_all_or_nothing(journal, monkeypatch):
    planned = plan(diary(), journal)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(NotSaved):
        commit(journal, planned)
    monkeypatch.undo()
    assert journal.table("check_in").empty
    assert len(plan(diary(), journal).add) == 3


def test_d7_counts_by_month_before_and_after(journal):
    journal.add(CheckIn(at=datetime(2026, 1, 5, 9), zone="UTC", ratings={"mood": 5}))
    reading = read("diary.json", (FIXTURES / "diary.json").read_bytes())
    planned = plan(reading, journal)
    counted = [(m.month, m.in_file, m.before, m.added, m.after) for m in planned.months]
    assert counted == [("2025-12", 1, 0, 1, 1), ("2026-01", 2, 1, 2, 3)]
    commit(journal, planned)
    months = Counter(journal.table("check_in")["at"].dt.strftime("%Y-%m"))
    assert months == {m.month: m.after for m in planned.months}


def test_d5_a_copy_with_less_than_the_record_warns_with_counts(full_journal, other_journal):
    empty = read("copy.json", json_copy.write(other_journal))
    planned = plan(empty, full_journal)
    whose, fewer = planned.warnings
    assert whose.startswith("This copy is the record of Alex. The open record is that of Robin.")
    assert fewer.startswith("This copy holds 0 entries; your record holds 10.")
    assert commit(full_journal, planned) == 0
    assert len(full_journal.medications()) == 1


def test_a_file_that_is_mostly_refused_warns(journal):
    reading = diary()
    assert plan(reading, journal).warnings == ("We could read only 3 of 7 entries of this file.",)


def test_an_invented_record_and_a_real_one_are_never_mixed(home, journal):
    invented = open_journal(create_person(home, Person(name="Demo", invented=True)))
    copied = read("copy.json", json_copy.write(invented))
    with pytest.raises(CannotImport, match="never mixed"):
        plan(copied, journal)
    assert "invented person" in plan(naming(), invented).warnings[0]


def test_an_empty_reading_changes_nothing(journal):
    before = journal.revision
    assert commit(journal, plan(Reading(format="fhir"), journal)) == 0
    assert journal.revision == before
