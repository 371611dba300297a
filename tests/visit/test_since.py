"""Since the last visit: these days beside as many before, in counts, and never a reason."""

from datetime import date, datetime
from pathlib import Path

from rich import at, entry, fill, medicine

from medself.library import load
from medself.model import CheckIn, Question, QuestionState, Score, Severity, SideEffect
from medself.visit.since import difference

LIBRARY = load(Path(__file__).resolve().parents[2] / "content")


def told(journal, start=date(2026, 10, 16), end=date(2026, 10, 30), **fields) -> dict:
    return dict(difference(journal, LIBRARY, start=start, end=end, **fields))


def test_an_empty_record_says_so_without_numbers(journal):
    assert told(journal) == {
        "Medicines": ("No change is written down.",),
        "Questions": ("No question is open.",),
    }


def test_doses_of_both_times_stand_beside_each_other(journal):
    fill(journal)
    lines = {line.split(":")[0]: line for line in told(journal)["Doses"]}
    assert lines["Sertraline"] == (
        "Sertraline: 14 taken, 0 skipped, 1 missed, 0 not recorded of 15 due. So 93 in every 100. "
        "In the 15 days before: 12 taken, 0 skipped, 3 missed, 0 not recorded of 15 due. So 80 in "
        "every 100. Most missed in a row: 3 doses, 7 to 9 Oct 2026."
    )


def test_a_medicine_that_was_not_due_before_says_none_due(journal):
    journal.add(medicine("Buspirone", at(16, 3), 5))
    (line,) = told(journal)["Doses"]
    assert line == "Buspirone: nothing recorded of 15 due. In the 15 days before: none due."
    assert told(journal)["Medicines"] == (
        "16 Oct 2026: Buspirone: started, 5 mg every morning at 08:00.",
    )


def test_ratings_of_both_times_keep_their_days(journal):
    for day, mood in ((2, 2), (3, 2), (20, 6)):
        journal.add(CheckIn(ratings={"mood": mood}, **entry(day)))
    (line,) = told(journal)["How you rated things"]
    assert line == (
        "Mood: middle rating 6 of 10, most days 6 (1 day rated). "
        "In the 15 days before: middle rating 2 of 10, most days 2 (2 days rated)."
    )


def test_a_side_effect_not_noted_again_is_never_called_gone(journal):
    journal.add(SideEffect(effect="nausea", severity=Severity.LOT, **entry(5)))
    journal.add(SideEffect(effect="headache", severity=Severity.LITTLE, **entry(20)))
    lines = told(journal)["Side effects"]
    assert lines == (
        "Headache: noted on 1 day, 20 Oct 2026, at worst a little. In the 15 days before: not noted.",
        "Feeling sick: not noted in these days, last on 5 Oct 2026.",
    )
    assert not any(word in " ".join(lines) for word in ("gone", "better", "because"))


def test_private_side_effects_stay_private_here_too(journal):
    journal.add(SideEffect(effect="sexual_desire", severity=Severity.LOT, **entry(20)))
    assert "Side effects" not in told(journal)
    assert "Side effects" in told(journal, show_private=True)


def test_a_total_stands_after_the_last_one_before_however_old(journal):
    for day, month, total in ((2, 3, 17), (9, 10, 14), (20, 10, 9)):
        journal.add(Score(instrument="phq-9", total=total, **entry(day, month=month)))
    assert told(journal)["Questionnaires"] == ("PHQ-9 total: 14 (9 Oct 2026), 9 (20 Oct 2026).",)


def test_open_questions_are_counted_and_those_asked_are_not(journal):
    old = datetime(2026, 10, 1, 12)
    journal.add(Question(text="Old?", recorded_at=old.astimezone()))
    journal.add(Question(text="Asked?", state=QuestionState.ASKED))
    journal.add(Question(text="New?", recorded_at=datetime(2026, 10, 20, 12).astimezone()))
    assert told(journal)["Questions"] == ("2 questions are open, 1 of them written in these days.",)
