"""Tests and checks of what is taken, and writing down that one was done."""

from datetime import date

import pytest

from medself.errors import InvalidRecord
from medself.library import load
from medself.model import Medication, MedicationStatus, Task, TaskKind
from medself.recording.checks import Result, named, write_down

TODAY = date(2026, 11, 20)


def keep(journal, **result):
    made = Result(**{"test": "Lithium blood level", "day": TODAY} | result)
    write_down(journal, made, zone="Europe/London", today=TODAY)


def named_for(*medications):
    return {one.check.test for one in named(medications, load(), region="uk")}


def test_the_pages_of_what_is_taken_name_the_tests_of_the_region():
    assert "Lithium blood level" in named_for(Medication(name="Lithium", slug="lithium"))
    not_taken = Medication(name="L", slug="lithium", status=MedicationStatus.NOT_TAKING)
    assert (
        named_for(not_taken, Medication(name="Otherine"), Medication(name="X", slug="x")) == set()
    )


def test_a_result_is_kept_with_its_day(journal):
    keep(journal, value=0.7, unit="mmol/L", note="before the dose", day=date(2026, 11, 3))
    (kept,) = journal.records("measurement")
    assert (kept.day, kept.what, kept.value, kept.unit, kept.note) == (
        date(2026, 11, 3), "Lithium blood level", 0.7, "mmol/L", "before the dose",
    )  # fmt: skip
    assert journal.tasks() == []


def test_without_a_result_it_is_kept_that_it_was_done(journal):
    keep(journal)
    assert [(task.text, task.done_on) for task in journal.tasks()] == [
        ("Lithium blood level", TODAY)
    ]
    assert journal.records("measurement") == []


def test_an_open_thing_to_do_for_the_same_test_is_done_with_it_and_undone_with_it(journal):
    journal.add(Task(kind=TaskKind.TEST, text="Lithium level", due=TODAY))
    journal.add(Task(kind=TaskKind.WATCH, text="Lithium level", due=TODAY))
    keep(journal, value=0.7)
    assert [task.done_on for task in journal.tasks()] == [TODAY, None]
    journal.undo()
    assert [task.done_on for task in journal.tasks()] == [None, None]
    assert journal.records("measurement") == []


@pytest.mark.parametrize(
    ("result", "says"),
    [
        ({"test": "  "}, "which test"),
        ({"day": date(2026, 11, 21)}, "not come yet"),
        ({"note": "all fine"}, "needs a result"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_written(journal, result, says):
    with pytest.raises(InvalidRecord, match=says):
        keep(journal, **result)
    assert journal.tasks() == journal.records("measurement") == []
