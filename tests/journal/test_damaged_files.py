"""A file that cannot be read is never written over, never taken for an empty one, and can be mended."""

from pathlib import Path

import orjson
import pytest
from recorded import check_in, dose

from medself.errors import (
    CannotRestore,
    JournalTooNew,
    JournalUnreadable,
    NoSuchRecord,
    NothingToUndo,
)
from medself.journal import Journal, create_person, open_journal, people, verify
from medself.journal.backup import make_backup
from medself.journal.recovery import copies, put_back, set_aside
from medself.model import Medication, Person

WHOLE = (
    b'{"meta":{"journal":{"schema":1}},"dose":{"a":{"at":"2026-10-03T08:00:00",'
    b'"zone":"Europe/London","day":"2026-10-03","source":"app","medication":"m","status":"taken"}}}'
)
DAMAGE = {
    "empty": b"",
    "cut short": WHOLE[:90],
    "zeros": b"\x00" * 400,
    "garbage": b"\xff\xfe\x01garbage",
    "not a journal": b"[1, 2]",
    "no tables": b'{"meta": 7}',
    "no documents": b'{"meta":{"journal":{"schema":1}},"dose":{"a":3}}',
    "no schema": b'{"dose":{}}',
    "schema is text": b'{"meta":{"journal":{"schema":"1"}}}',
    "nested too deep": b'{"meta":' * 2000,
    "an entry without a time": WHOLE.replace(b'"at":"2026-10-03T08:00:00",', b""),
    "an entry with a wrong time": WHOLE.replace(b"2026-10-03T08:00:00", b"yesterday"),
    "an entry of a wrong type": WHOLE.replace(b'"m"', b'["m"]'),
}
TOO_NEW = b'{"meta":{"journal":{"schema":99}}}'


@pytest.fixture
def months(journal: Journal) -> list[str]:
    """An entry in each of three months, the middle one of which the tests damage."""
    return journal.add_all([dose("2026-09-03"), dose("2026-10-03"), dose("2026-11-03")])


@pytest.fixture
def october(folder: Path) -> Path:
    return folder / "journal" / "2026-10.json"


def test_the_undamaged_example_is_read(journal: Journal, months: list[str], october: Path) -> None:
    october.write_bytes(WHOLE)
    assert journal.problems() == []
    assert journal.get("a").medication == "m"


@pytest.mark.parametrize("data", DAMAGE.values(), ids=DAMAGE.keys())
def test_d2_a_damaged_month_is_said_and_the_other_months_are_read(
    journal: Journal, months: list[str], october: Path, data: bytes
) -> None:
    october.write_bytes(data)
    for opened in (journal, open_journal(journal.folder)):
        assert opened.table("dose")["id"].tolist() == [months[0], months[2]]
        (problem,) = opened.problems()
        assert (problem.partition, problem.what, problem.too_new) == (
            "2026-10",
            "October 2026",
            False,
        )
        assert problem.sentence.startswith("We could not read October 2026: ")
        assert "kept the file as it is" in problem.sentence
    assert october.read_bytes() == data
    assert list(verify(journal.folder).problems) == ["2026-10"]
    with pytest.raises(JournalUnreadable, match="October 2026"):
        journal.records("dose")


@pytest.mark.parametrize("data", list(DAMAGE.values())[:10], ids=list(DAMAGE)[:10])
def test_d2_nothing_is_written_into_a_damaged_month(
    journal: Journal, months: list[str], october: Path, data: bytes
) -> None:
    october.write_bytes(data)
    with pytest.raises(JournalUnreadable, match="October 2026"):
        journal.add(dose("2026-10-04"))
    with pytest.raises(JournalUnreadable, match="October 2026"):
        journal.add_all([dose("2026-12-04"), dose("2026-10-04")])
    with pytest.raises(NoSuchRecord):
        journal.get(months[1])
    assert october.read_bytes() == data
    assert not (journal.folder / "journal" / "2026-12.json").exists()
    journal.add(dose("2026-11-04"))  # other months go on
    assert len(journal.table("dose")) == 3


def test_d7_a_month_of_a_newer_program_is_refused_in_plain_words(
    journal: Journal, months: list[str], october: Path
) -> None:
    october.write_bytes(TOO_NEW)
    (problem,) = journal.problems()
    assert problem.too_new
    assert "newer medself" in problem.sentence
    assert "Please update" in problem.sentence
    with pytest.raises(JournalTooNew, match="Please update"):
        journal.add(dose("2026-10-04"))
    assert october.read_bytes() == TOO_NEW


# Mending


def test_a_damaged_month_is_put_back_from_a_backup(
    journal: Journal, months: list[str], october: Path
) -> None:
    journal.add(dose("2026-10-05", note="will move"))
    moved = journal.records("dose")[2].id
    backup = make_backup(journal)
    journal.revise(moved, at=journal.get(moved).at.replace(month=11))
    october.write_bytes(b"damaged")

    assert backup in copies(journal, "2026-10")
    put_back(journal, "2026-10", backup)

    assert journal.problems() == []
    days = {record.id: str(record.day) for record in journal.records("dose")}
    assert days[months[1]] == "2026-10-03"
    assert days[moved] == "2026-11-05"
    assert len(journal.records("dose")) == 4  # not in October a second time
    assert [path.read_bytes() for path in (journal.folder / "trash").iterdir()] == [b"damaged"]


def test_a_damaged_month_is_set_aside_and_begun_afresh(
    journal: Journal, months: list[str], october: Path
) -> None:
    october.write_bytes(b"damaged")
    set_aside(journal, "2026-10")
    assert journal.problems() == []
    journal.add(dose("2026-10-04"))
    assert len(journal.table("dose")) == 3
    assert [path.read_bytes() for path in (journal.folder / "trash").iterdir()] == [b"damaged"]
    assert journal.undo() == "Taken back: adding a dose of 4 October 2026."


def test_what_can_be_read_is_neither_set_aside_nor_put_back(
    journal: Journal, months: list[str]
) -> None:
    backup = make_backup(journal)
    with pytest.raises(CannotRestore, match="Nothing is wrong with October 2026"):
        set_aside(journal, "2026-10")
    with pytest.raises(CannotRestore, match="Nothing is wrong with October 2026"):
        put_back(journal, "2026-10", backup)
    assert len(journal.table("dose")) == 3


def test_only_backups_that_hold_the_month_whole_are_offered(
    journal: Journal, months: list[str], october: Path
) -> None:
    before_october = journal.folder / "backups"
    offered = make_backup(journal)
    october.write_bytes(b"")
    left_out = make_backup(journal)
    assert copies(journal, "2026-10") == [offered]
    with pytest.raises(CannotRestore, match="does not hold October 2026"):
        put_back(journal, "2026-10", left_out)
    for path in before_october.iterdir():
        path.write_bytes(b"no zip")
    assert copies(journal, "2026-10") == []
    assert october.read_bytes() == b""


def test_undo_passes_over_what_is_in_a_damaged_month_until_it_is_mended(
    journal: Journal, october: Path
) -> None:
    journal.add(dose("2026-11-03"))
    journal.add(dose("2026-10-03"))
    whole = october.read_bytes()
    october.write_bytes(b"")
    assert journal.can_undo() == "adding a dose of 3 November 2026"
    journal.undo()
    assert journal.can_undo() is None
    with pytest.raises(NothingToUndo):
        journal.undo()
    october.write_bytes(whole)
    assert journal.undo() == "Taken back: adding a dose of 3 October 2026."


def test_undo_drops_what_was_changed_since_by_other_means(journal: Journal, october: Path) -> None:
    journal.add(dose("2026-11-03"))
    journal.add(dose("2026-10-03"))
    (journal.folder / "undo" / "zzz.json").write_bytes(b"cut sh")
    october.unlink()
    assert journal.undo() == "Taken back: adding a dose of 3 November 2026."
    assert journal.can_undo() is None


# The person's own file


@pytest.mark.parametrize("data", [None, b"", WHOLE[:50], TOO_NEW])
def test_d4_a_person_whose_file_cannot_be_read_is_not_nobody(
    home: Path, journal: Journal, months: list[str], data: bytes | None
) -> None:
    path = journal.folder / "person.json"
    path.unlink() if data is None else path.write_bytes(data)
    (found,) = people(home)
    assert found.path == journal.folder
    assert found.problem
    assert data is not None or "could not find" in found.problem
    opened = open_journal(journal.folder)
    assert len(opened.table("dose")) == 3
    assert [problem.partition for problem in opened.problems()] == ["person"]
    assert opened.table("medication").empty
    with pytest.raises((JournalUnreadable, JournalTooNew)):
        opened.medications()
    with pytest.raises((JournalUnreadable, JournalTooNew)):
        opened.add(dose("2026-10-04"))  # the day start is not known
    with pytest.raises((JournalUnreadable, JournalTooNew)):
        opened.add(Medication(name="Lithium"))
    assert path.exists() == (data is not None)


def test_a_damaged_person_is_put_back_from_a_backup(home: Path, journal: Journal) -> None:
    journal.add(Medication(name="Lithium"))
    backup = make_backup(journal)
    (journal.folder / "person.json").write_bytes(b"\0\0")
    put_back(journal, "person", backup)
    assert [one.name for one in people(home)] == ["Ann"]
    assert [one.name for one in journal.medications()] == ["Lithium"]


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_damaged_person_is_set_aside_and_keeps_their_folder(
    home: Path, journal: Journal, with_backup: bool
) -> None:
    person = journal.person
    if with_backup:
        make_backup(journal)
    (journal.folder / "person.json").unlink()
    set_aside(journal, "person")
    assert (journal.person.name, journal.person.id) == ("My record", person.id)
    assert journal.problems() == []
    journal.add(check_in())


def test_a_file_with_two_people_or_none_is_damaged(home: Path, folder: Path) -> None:
    path = folder / "person.json"
    tables = orjson.loads(path.read_bytes())
    (ann,) = tables["person"].values()
    for people_in_it in ({}, {"a": ann, "b": ann}):
        path.write_bytes(orjson.dumps(tables | {"person": people_in_it}))
        with pytest.raises(JournalUnreadable, match="whose they are"):
            _ = open_journal(folder).person
        assert people(home)[0].problem
    path.write_bytes(orjson.dumps(tables | {"person": {"a": ann | {"text_size": 99}}}))
    with pytest.raises(JournalUnreadable, match="settings"):
        _ = open_journal(folder).person


def test_d4_a_folder_that_lost_its_person_shows_up_with_its_problem(home: Path) -> None:
    (home / "people" / "left-over" / "backups").mkdir(parents=True)
    create_person(home, Person(name="Bob"))
    lost, bob = people(home)[::-1]
    assert (bob.name, bob.problem) == ("Bob", None)
    assert "not here any more" in str(lost.problem)
    assert [problem.partition for problem in open_journal(lost.path).problems()] == ["person"]
