"""The invented person: clearly invented, the same for the same seed, with everything worth looking at."""

from datetime import date, timedelta

import pandas as pd
import pytest

from medself import demo
from medself.analysis.adherence import dose_counts
from medself.analysis.trends import rolling
from medself.journal import open_journal, people
from medself.library import load
from medself.model import AsNeeded
from medself.schedule import ChangeKind, changes, dose_now, due_table, holds_table

TODAY = date(2026, 11, 21)
DAILY = ("dose", "check_in", "side_effect", "event", "score")


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    return open_journal(demo.make(tmp_path_factory.mktemp("home"), today=TODAY))


def test_the_person_is_marked_as_invented_by_name_too(journal):
    assert journal.person.invented
    assert "invented" in journal.person.name


def test_people_of_the_home_list_them(tmp_path):
    folder = demo.make(tmp_path, today=TODAY)
    (found,) = people(tmp_path)
    assert (found.path, found.invented, found.problem) == (folder, True, None)


def test_the_journal_can_be_made_in_exactly_one_folder(tmp_path):
    folder = demo.make_at(tmp_path / "sam", today=TODAY)
    assert folder == tmp_path / "sam"
    assert len(open_journal(folder).medications()) == 4


def everything(journal) -> dict[str, object]:
    tables = {kind: journal.table(kind).to_dict("records") for kind in DAILY}
    return tables | {
        "medications": journal.medications(),
        "visits": journal.visits(),
        "questions": journal.questions(),
        "person": journal.person,
    }


def test_the_same_seed_gives_the_same_records(tmp_path, journal):
    again = open_journal(demo.make(tmp_path / "again", today=TODAY))
    assert str(everything(again)) == str(everything(journal))


def test_made_twice_is_made_once(tmp_path, journal):
    demo.make(tmp_path, today=TODAY)
    again = open_journal(demo.make(tmp_path, today=TODAY))
    assert len(people(tmp_path)) == 1
    assert str(everything(again)) == str(everything(journal))


def test_another_seed_is_another_year(tmp_path, journal):
    other = open_journal(demo.make(tmp_path, seed=1, today=TODAY))
    assert other.person.id != journal.person.id
    assert not other.table("rating")["value"].equals(journal.table("rating")["value"])


def test_the_story_has_everything_the_pages_show(journal):
    kinds = {change.kind for change in changes(journal.medications())}
    assert kinds == {*ChangeKind} - {ChangeKind.COMPLETED, ChangeKind.TIMES}
    plans = [regimen.plan for medicine in journal.medications() for regimen in medicine.regimens]
    assert any(isinstance(plan, AsNeeded) for plan in plans)
    doses = journal.table("dose")
    assert set(doses["status"]) == {"taken", "skipped", "missed"}
    assert doses["agreed"].any()
    assert {"nausea", "sleepiness"} <= set(journal.table("side_effect")["effect"])
    assert len(journal.table("event")) >= 3
    assert any(visit.at.date() > TODAY for visit in journal.visits())
    assert any(question.starred for question in journal.questions())
    assert journal.table("score")["instrument"].unique().tolist() == ["phq-9"]


def test_doses_are_in_four_states_and_gaps_are_not_missed(journal):
    period = {"start": TODAY - timedelta(days=365), "end": TODAY - timedelta(days=1)}
    medications = journal.medications()
    counts = dose_counts(
        due_table(medications, **period), journal.table("dose"), holds_table(medications)
    ).set_index("medication")
    sertraline = next(each.id for each in medications if each.name == "Sertraline")
    row = counts.loc[sertraline]
    assert min(row["taken"], row["missed"], row["skipped"], row["not_recorded"], row["held"]) > 0
    assert row["extra"] == 0
    assert row["missed"] < row["not_recorded"]


def test_check_ins_have_gaps_that_break_the_line(journal):
    daily = rolling(journal.table("rating"))
    assert daily["day"].diff().max() > pd.Timedelta(days=7)
    assert 0.6 < daily["day"].nunique() / 365 < 0.95
    assert daily["entries"].max() > 1


def test_nothing_is_recorded_for_today_or_later(journal):
    for kind in DAILY:
        table = journal.table(kind)
        assert table["day"].max() < pd.Timestamp(TODAY)
        assert table["recorded_at"].max().date() <= TODAY


def test_medicines_are_in_the_library_and_side_effects_and_symptoms_are_known(journal):
    library = load()
    for medicine in journal.medications():
        assert library.medication(medicine.slug)
    assert set(journal.table("side_effect")["effect"]) <= set(library.side_effects)
    assert set(journal.person.symptoms) <= set(library.symptoms)


def test_now_there_is_something_to_tap(journal):
    now = pd.Timestamp(TODAY).to_pydatetime().replace(hour=12)
    taken = [each.name for each in journal.medications() if dose_now(each, now)]
    assert taken == ["Lamotrigine", "Lorazepam", "Sertraline"]


def test_ten_years_are_ten_years(tmp_path):
    long = open_journal(demo.make(tmp_path, years=10, today=TODAY))
    days = long.table("check_in")["day"]
    assert days.dt.year.nunique() >= 10
    assert len(long.table("dose")) > 2000
