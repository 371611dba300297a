"""Which record stands for which test, and when one was last done."""

from datetime import date, datetime

import pytest

from medself.analysis.checks import Done, last_done, stands_for
from medself.model import Measurement, Task, TaskKind

TEST = "Lithium blood level"


def level(day, what=TEST, value=0.7, unit="mmol/l"):
    return Measurement(at=datetime(2026, 11, day, 9), zone="UTC", what=what, value=value, unit=unit)


def done(day, text=TEST, kind=TaskKind.TEST):
    return Task(kind=kind, text=text, done_on=day and date(2026, 11, day))


@pytest.fixture
def last(journal):
    def find(*records):
        journal.add_all(records)
        return last_done(TEST, journal.table("measurement"), journal.tasks())

    return find


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("Lithium blood level", True),
        ("lithium LEVEL", True),
        ("Sodium level", False),
        ("Lithium blood level and kidneys", False),
        ("", False),
        ("!", False),
    ],
)
def test_a_record_stands_for_a_test_when_all_its_words_are_the_tests(written, stands):
    assert stands_for(written, TEST) is stands


def test_nothing_recorded_is_missing(last):
    assert last() is None
    assert (
        last(level(3, "Weight"), done(4, "Weight"), done(None), done(5, kind=TaskKind.WATCH))
        is None
    )


def test_the_latest_counts_with_its_result(last):
    old, new = level(3), level(9, value=0.85)
    assert last(new, old) == Done(day=date(2026, 11, 9), result="0.85 mmol/l", entry=new.id)


def test_one_noted_as_done_counts_without_a_result(last):
    task = done(10)
    assert last(level(9), task) == Done(day=date(2026, 11, 10), result="", entry=task.id)


def test_of_one_day_the_one_with_a_result_is_told(last):
    measured = level(10)
    assert last(done(10), measured) == Done(
        day=date(2026, 11, 10), result="0.7 mmol/l", entry=measured.id
    )
