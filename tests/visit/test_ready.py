"""Getting ready: how far off the visit is, what is missing for it, and the order of the questions."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich import entry, medicine

from medself.model import (
    CheckIn,
    EndReason,
    Medication,
    Question,
    QuestionOrigin,
    QuestionState,
    Visit,
)
from medself.visit.lists import in_order, moved
from medself.visit.ready import countdown, missing

TODAY = date(2026, 10, 30)
NOW = datetime(2026, 10, 30, 23, 50)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 10, 30, 10), "today"),
        (datetime(2026, 10, 31, 0, 5), "tomorrow"),
        (datetime(2026, 11, 5, 23), "in 6 days"),
        (datetime(2027, 1, 3), "in 65 days"),
        (datetime(2026, 10, 29, 23), "over"),
    ],
)
def test_a_countdown_counts_days_of_the_calendar(at, words):
    assert countdown(at, NOW) == words


def mends(journal) -> list[str]:
    return [each.mend for each in missing(journal, TODAY)]


def test_everything_missing_is_named_and_goes_once_it_is_there(journal):
    assert mends(journal) == ["visit", "question", "entries"]
    journal.add(Visit(at=datetime(2026, 11, 4, 10), zone="UTC"))
    journal.add(Question(text="How long?"))
    assert mends(journal) == ["star", "entries"]
    journal.revise(journal.questions()[0].id, starred=True)
    journal.add(CheckIn(ratings={"mood": 3}, **entry(29)))
    assert mends(journal) == []
    journal.add(Medication(name="Tea"))
    (how,) = missing(journal, TODAY)
    assert (how.mend, how.sentence) == ("how", "How you take it is not written down: Tea.")


def test_entries_before_the_last_visit_do_not_count(journal):
    journal.add(CheckIn(ratings={"mood": 3}, **entry(9)))
    assert "entries" not in mends(journal)
    journal.add(Visit(at=datetime(2026, 10, 10, 10), zone="UTC"))
    (nothing,) = [each for each in missing(journal, TODAY) if each.mend == "entries"]
    assert nothing.sentence == "Nothing is recorded since your last appointment on 10 Oct 2026."


def test_a_plan_that_has_ended_does_not_say_how_it_is_taken(journal):
    journal.add(medicine("Sertraline", datetime(2026, 9, 1, 3)))
    assert "how" not in mends(journal)
    (old,) = journal.medications()
    ended = replace(old.regimens[0], end=datetime(2026, 10, 1, 3), end_reason=EndReason.COMPLETED)
    journal.revise(old.id, regimens=(ended,))
    assert "how" in mends(journal)


def test_of_many_medicines_three_are_named_and_the_rest_counted(journal):
    journal.add_all(Medication(name=name) for name in "ABCDE")
    (how,) = [each for each in missing(journal, TODAY) if each.mend == "how"]
    assert how.sentence == "How you take it is not written down: A, B, C and 2 more."


QUESTIONS = st.lists(
    st.builds(
        Question,
        text=st.just("?"),
        starred=st.booleans(),
        origin=st.sampled_from(QuestionOrigin),
        state=st.sampled_from(QuestionState),
    ),
    max_size=8,
)


@given(QUESTIONS, st.randoms(use_true_random=False), st.sampled_from([-1, 1]))
def test_a_move_swaps_two_neighbours_and_never_passes_a_star(every, chance, by):
    order = [question.id for question in every]
    chance.shuffle(order)
    asked = in_order(every, order)
    assert all(question.state is QuestionState.OPEN for question in asked)
    assert [q.starred for q in asked] == sorted((q.starred for q in asked), reverse=True)
    if not asked:
        return
    chosen = chance.choice(asked)
    at = asked.index(chosen)
    again = in_order(every, moved(asked, chosen.id, by))
    assert {question.id for question in again} == {question.id for question in asked}
    to = at + by
    allowed = 0 <= to < len(asked) and asked[to].starred == chosen.starred
    assert again.index(chosen) == (to if allowed else at)
    assert sum(one != other for one, other in zip(asked, again, strict=True)) == 2 * allowed


def test_a_question_that_was_never_moved_comes_after_those_that_were(journal):
    ids = [journal.add(Question(text=f"{n}?")) for n in range(3)]
    assert [q.id for q in in_order(journal.questions(), [ids[2]])] == [ids[2], ids[0], ids[1]]
