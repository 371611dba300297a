"""What every journal must do, whatever keeps it. An implementation is one entry of `JOURNALS`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pandas as pd
import pytest
from recorded import ZONE, check_in, dose

from medself.errors import InvalidRecord, NoSuchRecord, NothingToUndo
from medself.journal import Journal, create_person, open_journal
from medself.journal.tables import COLUMNS
from medself.model import (
    Daily,
    Dose,
    DoseStatus,
    LifeEvent,
    Measurement,
    Medication,
    Person,
    Question,
    Regimen,
    Score,
    Severity,
    SideEffect,
    Slot,
    Task,
    TaskKind,
    Visit,
    new_id,
)

PERSON = Person(name="Ann", symptoms=("mood", "worry"))
Reopen = Callable[[], Journal]


def in_files(path: Path) -> Reopen:
    folder = create_person(path, PERSON)
    return lambda: open_journal(folder)


JOURNALS = {"files": in_files}


@pytest.fixture(params=JOURNALS.values(), ids=JOURNALS.keys())
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Reopen:
    """Open the same new journal, as often as asked."""
    return request.param(tmp_path)


@pytest.fixture
def journal(reopen: Reopen) -> Journal:
    return reopen()


def one_of_each() -> list:
    at = datetime(2026, 11, 3, 9)
    slots = (Slot(at=time(8), amount=50),)
    regimen = Regimen(start=at, plan=Daily(slots=slots), unit="mg")
    return [
        Medication(name="Sertraline", slug="sertraline", regimens=(regimen,)),
        Visit(at=at, zone=ZONE, with_whom="Dr Day"),
        Question(text="How long?"),
        Task(kind=TaskKind.TEST, text="Blood test", due=date(2026, 12, 1)),
        dose(),
        check_in(ratings={"mood": 3, "worry": 7}, sleep_hours=6.5),
        SideEffect(at=at, zone=ZONE, effect="nausea", severity=Severity.LITTLE, since=at.date()),
        LifeEvent(at=at, zone=ZONE, text="Exams"),
        Score(at=at, zone=ZONE, instrument="phq-9", total=None, answers=(1, None, 3)),
        Measurement(at=at, zone=ZONE, what="weight", value=70.5, unit="kg"),
    ]


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: type(record).__name__)
def test_every_kind_of_record_is_there_again_after_opening_anew(reopen: Reopen, record) -> None:
    assert reopen().add(record) == record.id
    kept = reopen().get(record.id)
    day = {"day": date(2026, 11, 3)} if hasattr(record, "day") else {}
    assert kept == replace(record, recorded_at=kept.recorded_at, **day)
    assert abs(datetime.now(UTC) - kept.recorded_at).total_seconds() < 60


def test_the_person_is_there_and_can_change_settings(reopen: Reopen) -> None:
    reopen().revise(PERSON.id, text_size=20)
    assert reopen().person == replace(PERSON, text_size=20, recorded_at=reopen().person.recorded_at)


def test_the_person_is_not_added_twice_nor_someone_else_beside_them(journal: Journal) -> None:
    journal.add(replace(PERSON, name="Other name"))
    assert journal.person.name == "Ann"
    with pytest.raises(InvalidRecord, match="someone else"):
        journal.add(Person(name="Bob"))


def test_the_person_cannot_be_removed_like_an_entry(journal: Journal) -> None:
    with pytest.raises(InvalidRecord, match="whole record"):
        journal.remove(PERSON.id)


def test_adding_the_same_id_again_changes_nothing(journal: Journal) -> None:
    first = dose(note="first")
    journal.add(first)
    before = journal.revision
    assert journal.add(replace(first, note="second tap")) == first.id
    assert journal.add_all([first, first]) == [first.id, first.id]
    assert journal.revision == before
    assert [one.note for one in journal.records("dose")] == ["first"]


def test_adding_an_id_again_after_it_moved_to_another_month_changes_nothing(
    journal: Journal,
) -> None:
    first = dose("2026-11-03")
    journal.add(first)
    journal.revise(first.id, at=datetime(2025, 2, 3, 8))
    journal.add(first)
    assert [one.day for one in journal.records("dose")] == [date(2025, 2, 3)]


def test_ids_made_elsewhere_are_kept_and_found(journal: Journal) -> None:
    journal.add_all([dose("2026-11-03", id="daylio-17"), dose("2019-01-01", id="18")])
    journal.add_all([dose("2020-06-06", id="daylio-17")])
    assert {one.id: one.day for one in journal.records("dose")} == {
        "daylio-17": date(2026, 11, 3),
        "18": date(2019, 1, 1),
    }
    assert journal.get("18").day == date(2019, 1, 1)


def test_before_the_start_of_the_day_an_entry_counts_for_the_day_before(journal: Journal) -> None:
    at_night = dose("2026-11-01", "02:59")
    journal.add_all([at_night, dose("2026-11-01", "03:00")])
    journal.revise(PERSON.id, day_start=time(0))
    later = dose("2026-11-01", "01:00")
    journal.add(later)
    assert journal.get(at_night.id).day == date(2026, 10, 31)
    assert journal.get(later.id).day == date(2026, 11, 1)
    assert len(journal.table("dose", start=date(2026, 11, 1), end=date(2026, 11, 1))) == 2


def test_a_day_that_was_given_stays(journal: Journal) -> None:
    given = dose("2026-11-01", "01:00", day=date(2026, 11, 1))
    journal.add(given)
    assert journal.get(given.id).day == date(2026, 11, 1)


def test_d8_changing_one_field_keeps_the_others(journal: Journal) -> None:
    record = dose(note="with food", reason="", slot=datetime(2026, 11, 3, 8))
    journal.add(record)
    before = journal.get(record.id)
    journal.revise(record.id, status=DoseStatus.SKIPPED, agreed=True)
    assert journal.get(record.id) == replace(before, status=DoseStatus.SKIPPED, agreed=True)


def test_a_new_time_moves_the_day_and_the_moment_it_was_typed_stays(journal: Journal) -> None:
    record = dose("2026-11-03")
    journal.add(record)
    typed = journal.get(record.id).recorded_at
    journal.revise(record.id, at=datetime(2026, 10, 3, 1))
    assert journal.get(record.id).day == date(2026, 10, 2)
    assert journal.get(record.id).recorded_at == typed
    assert len(journal.records("dose")) == 1


def test_a_change_that_cannot_be_right_changes_nothing(journal: Journal) -> None:
    record = check_in()
    journal.add(record)
    before = journal.revision
    with pytest.raises(InvalidRecord):
        journal.revise(record.id, ratings={"mood": 11})
    with pytest.raises(InvalidRecord):
        journal.revise(record.id, id="another")
    assert journal.revision == before


def test_what_is_not_there_cannot_be_read_changed_or_removed(journal: Journal) -> None:
    gone = dose()
    journal.add(gone)
    journal.remove(gone.id)
    for attempt in (journal.get, journal.revise, journal.remove):
        with pytest.raises(NoSuchRecord, match="not here any more"):
            attempt(gone.id)


def test_all_or_nothing(journal: Journal) -> None:
    before = journal.revision
    with pytest.raises(InvalidRecord):
        journal.add_all([dose("2026-10-01"), dose("2026-11-01", medication={"a", "set"})])
    assert journal.revision == before
    assert journal.records("dose") == []
    assert journal.add_all([]) == []


def test_new_and_changed_records_are_saved_in_one_go_and_taken_back_in_one(
    reopen: Reopen,
) -> None:
    journal = reopen()
    visit = Visit(at=datetime(2026, 11, 3, 9), zone="UTC")
    taken = dose("2026-11-03")
    journal.add_all([visit, taken])
    task = Task(kind=TaskKind.WATCH, text="Sleep", visit=visit.id)
    october = replace(journal.get(taken.id), at=datetime(2026, 10, 30, 8), day=None)
    journal.save_all([replace(journal.get(visit.id), decided="Look again."), task, october])
    again = reopen()
    assert [each.decided for each in again.visits()] == ["Look again."]
    assert [each.text for each in again.tasks()] == ["Sleep"]
    assert [each.day for each in again.records("dose")] == [date(2026, 10, 30)]
    assert again.undo() == (
        "Taken back: changing an appointment of 3 November 2026, and 2 things more."
    )
    assert [each.decided for each in again.visits()] == [""]
    assert again.tasks() == []
    assert [each.day for each in again.records("dose")] == [date(2026, 11, 3)]


def test_of_several_records_saved_in_one_go_all_are_kept_or_none(journal: Journal) -> None:
    other = replace(PERSON, id=new_id())
    with pytest.raises(InvalidRecord, match="someone else"):
        journal.save_all([Task(kind=TaskKind.OTHER, text="Walk"), other])
    assert journal.tasks() == []


def test_lists_are_sorted_for_a_person(journal: Journal) -> None:
    journal.add_all([Medication(name=name) for name in ("zopiclone", "Aripiprazole", "lithium")])
    journal.add_all([Visit(at=datetime(2026, month, 1), zone=ZONE) for month in (5, 2, 9)])
    journal.add_all([Question(text=text) for text in ("first", "second")])
    assert [one.name for one in journal.medications()] == ["Aripiprazole", "lithium", "zopiclone"]
    assert [one.at.month for one in journal.visits()] == [2, 5, 9]
    assert [one.text for one in journal.questions()] == ["first", "second"]
    journal.add_all([dose("2026-11-09"), dose("2026-03-01"), dose("2026-11-02")])
    assert [str(one.day) for one in journal.records("dose")] == [
        "2026-03-01",
        "2026-11-02",
        "2026-11-09",
    ]


# Undo


def test_each_kind_of_write_can_be_taken_back(reopen: Reopen) -> None:
    journal = reopen()
    record = dose()
    journal.add(record)
    added = journal.get(record.id)
    journal.revise(record.id, at=datetime(2026, 10, 1, 9))
    journal.remove(record.id)
    journal.add_all([check_in("2026-09-01"), check_in("2026-10-01"), Medication(name="Lithium")])

    assert reopen().undo() == "Taken back: adding 3 entries."
    assert journal.medications() == []
    assert reopen().undo() == "Taken back: removing a dose of 1 October 2026."
    assert journal.get(record.id).day == date(2026, 10, 1)
    assert reopen().undo() == "Taken back: changing a dose of 1 October 2026."
    assert journal.get(record.id) == added
    assert reopen().can_undo() == "adding a dose of 3 November 2026"
    assert journal.undo() == "Taken back: adding a dose of 3 November 2026."
    assert journal.records("dose") == journal.records("check_in") == []
    assert journal.can_undo() is None
    with pytest.raises(NothingToUndo):
        journal.undo()


def test_d9_a_new_dose_of_a_medicine_leaves_the_past_as_it_was(journal: Journal) -> None:
    medication = one_of_each()[0]
    old = dose(medication=medication.id, amount=50)
    journal.add_all([medication, old])
    before = journal.get(old.id)
    change = datetime(2026, 11, 10)
    first = replace(medication.regimens[0], end=change)
    second = Regimen(start=change, plan=Daily(slots=(Slot(at=time(8), amount=100),)), unit="mg")
    journal.revise(medication.id, regimens=(first, second))
    journal.remove(old.id)
    journal.undo()
    assert journal.get(old.id) == before
    journal.remove(medication.id)
    assert journal.get(old.id) == before
    assert len(journal.table("dose")) == 1


# Tables


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_table_has_its_columns_and_types_with_and_without_rows(
    journal: Journal, kind: str
) -> None:
    wanted = COLUMNS[kind]
    assert journal.table(kind).dtypes.astype(str).to_dict() == wanted
    journal.add_all(one_of_each())
    table = journal.table(kind)
    assert table.dtypes.astype(str).to_dict() == wanted
    assert len(table) == (2 if kind == "rating" else 1)
    assert list(table.index) == list(range(len(table)))


def test_a_table_says_what_was_recorded_and_what_is_missing(journal: Journal) -> None:
    journal.add_all(one_of_each())
    row = journal.table("dose").iloc[0]
    assert (row["status"], row["amount"], row["unit"]) == ("taken", 50.0, "mg")
    assert pd.isna(row["slot"])
    assert row["day"] == pd.Timestamp(2026, 11, 3)
    assert row["reason"] == ""
    assert journal.table("check_in").loc[0, "ratings"] == {"mood": 3, "worry": 7}
    assert journal.table("rating")[["symptom", "value"]].values.tolist() == [
        ["mood", 3],
        ["worry", 7],
    ]
    score = journal.table("score").iloc[0]
    assert pd.isna(score["total"])
    assert score["answers"] == (1, None, 3)


def test_both_ends_of_a_period_belong_to_it(journal: Journal) -> None:
    days = ("2026-08-31", "2026-09-01", "2026-09-30", "2026-10-01", "2027-01-01")
    journal.add_all(dose(day, medication=day) for day in days)

    def found(start: date | None, end: date | None) -> list[str]:
        return journal.table("dose", start=start, end=end)["medication"].tolist()

    assert found(date(2026, 9, 1), date(2026, 9, 30)) == ["2026-09-01", "2026-09-30"]
    assert found(None, date(2026, 8, 31)) == ["2026-08-31"]
    assert found(date(2026, 10, 1), None) == ["2026-10-01", "2027-01-01"]
    assert found(date(2026, 9, 2), date(2026, 9, 1)) == []
    assert found(None, None) == list(days)
    assert found(date(2026, 9, 1), date.max) == list(days[1:])


def test_visits_are_chosen_by_when_they_are(journal: Journal) -> None:
    journal.add_all(Visit(at=datetime(2026, month, 1, 23), zone=ZONE) for month in (5, 2, 9))
    table = journal.table("visit", start=date(2026, 2, 1), end=date(2026, 5, 1))
    assert table["at"].dt.month.tolist() == [2, 5]


def test_changing_a_table_changes_nothing_but_it(journal: Journal) -> None:
    journal.add_all([check_in(), dose(), one_of_each()[7]])
    for kind in ("check_in", "rating", "dose", "score"):
        whole = journal.table(kind)
        same = journal.table(kind)
        same["note"] = "changed"
        same.loc[0, "zone"] = "changed"
        with pytest.raises(ValueError, match="read-only"):
            same["day"].to_numpy()[:] = 0
        if kind == "check_in":
            same.loc[0, "ratings"]["mood"] = 10
        del same["at"]
        pd.testing.assert_frame_equal(journal.table(kind), whole)


def test_the_revision_changes_with_every_write_and_only_then(reopen: Reopen) -> None:
    journal = reopen()
    seen = [journal.revision]
    record = dose()
    for write in (
        lambda: journal.add(record),
        lambda: journal.revise(record.id, note="x"),
        lambda: journal.revise(record.id, note="y"),
        lambda: journal.remove(record.id),
        lambda: journal.undo(),
        lambda: journal.revise(PERSON.id, name="Anna"),
    ):
        write()
        assert journal.revision == reopen().revision
        seen.append(journal.revision)
    assert len(set(seen)) == len(seen)


def test_one_open_journal_sees_what_another_wrote(reopen: Reopen) -> None:
    here, there = reopen(), reopen()
    record: Dose = dose()
    for journal in (here, there):
        assert journal.table("dose").empty
    here.add(record)
    assert there.table("dose")["note"].tolist() == [""]
    there.revise(record.id, note="seen")
    assert here.table("dose")["note"].tolist() == ["seen"]
    assert here.get(record.id).note == "seen"


def test_unknown_kinds_are_a_mistake_of_the_program(journal: Journal) -> None:
    with pytest.raises(ValueError, match="not a table"):
        journal.table("diary")
    with pytest.raises(ValueError, match="not a kind"):
        journal.records("diary")
    with pytest.raises(InvalidRecord, match="cannot hold"):
        journal.add("text")  # type: ignore[arg-type]
