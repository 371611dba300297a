"""What a total means and does not mean, letter for letter; and what came before it."""

from datetime import date, datetime

import pytest

from medself.errors import ContentError
from medself.instruments import clinic_totals, find, instruments
from medself.model import Score
from medself.recording.score_history import earlier, history
from medself.recording.score_words import (
    PERIODS,
    Earlier,
    change,
    in_words,
    meaning,
    range_problem,
    without_total,
)

PHQ, WHO = find("phq-9"), find("who-5")
BEFORE = date(2026, 11, 3)


def test_a_total_with_its_range_its_direction_and_what_it_is_not() -> None:
    assert in_words(PHQ, 12) == "12 of 27"
    assert meaning(PHQ, 12) == [
        "In the questionnaire's own ranges, 10 to 14 is called “moderate”.",
        "A lower total is better.",
        (
            "It is not a diagnosis. It adds up what you answered about the last 2 weeks, and nothing else. "
            "What it means for you is something to work out with your prescriber."
        ),
    ]


def test_well_being_goes_up_and_has_a_scale_to_100() -> None:
    assert in_words(WHO, 13) == "13 of 25 (52 of 100)"
    assert "A higher total is better." in meaning(WHO, 13)


def test_a_range_of_one_number() -> None:
    assert meaning(find("pc-ptsd-5"), 3)[0].startswith(
        "In the questionnaire's own ranges, 3 is called"
    )


def test_a_total_outside_every_range_has_no_name() -> None:
    assert meaning(PHQ, 99)[0] == "A lower total is better."


def test_every_questionnaire_can_say_what_time_it_asks_about() -> None:
    for one in instruments().values():
        assert one.days in PERIODS


@pytest.mark.parametrize(
    ("name", "was", "now", "words"),
    [
        ("phq-9", 12, 12, "On 3 November 2026 it was 12. It is the same now."),
        (
            "phq-9",
            17,
            12,
            (
                "On 3 November 2026 it was 17. It is 5 points lower now. "
                "That is within the questionnaire's usual wobble (6 points)."
            ),
        ),
        (
            "phq-9",
            11,
            17,
            (
                "On 3 November 2026 it was 11. It is 6 points higher now. "
                "That is bigger than the questionnaire's usual wobble (6 points)."
            ),
        ),
        (
            "phq-2",
            2,
            3,
            (
                "On 3 November 2026 it was 2. It is 1 point higher now. "
                "How much this questionnaire wobbles by itself, we do not know."
            ),
        ),
    ],
)
def test_a_change_is_told_with_its_size(name: str, was: int, now: int, words: str) -> None:
    assert change(find(name), now, Earlier(BEFORE, was)) == words


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ((4,), "Question 4 has no answer, so there is no total."),
        ((2, 5), "Questions 2 and 5 have no answer, so there is no total."),
        ((1, 2, 9), "Questions 1, 2 and 9 have no answer, so there is no total."),
    ],
)
def test_q1_which_questions_are_missing(missing: tuple[int, ...], words: str) -> None:
    assert without_total(missing) == words


@pytest.mark.parametrize(
    ("instrument", "total", "words"),
    [
        ("isi", 28, None),
        ("isi", 29, "A total of ISI is from 0 to 28, not 29."),
        ("asrm", 25, "A total of ASRM is from 0 to 20, not 25."),
        ("phq-9", -1, "A total of PHQ-9 is from 0 to 27, not -1."),
        ("dai-10", -10, None),
        ("something-else", 4000, None),
    ],
)
def test_a_typed_total_must_be_in_its_range(
    instrument: str, total: float, words: str | None
) -> None:
    assert range_problem(instrument, total) == words


def test_totals_of_a_clinic_are_ours_and_those_we_may_not_show() -> None:
    assert {*instruments(), "isi", "asrm", "pss-10", "mdq", "gass", "asrs"} <= {*clinic_totals()}
    assert [one.id for one in clinic_totals().values() if one.low >= one.high] == []


def test_a_list_of_totals_that_lacks_something_is_said_to(tmp_path, monkeypatch) -> None:
    (tmp_path / "clinic_totals.yaml").write_text("- {id: isi, name: ISI}", encoding="utf-8")
    monkeypatch.setattr("medself.instruments.CONTENT", tmp_path)
    with pytest.raises(ContentError, match=r"clinic_totals\.yaml"):
        clinic_totals.__wrapped__()


def kept(journal, day: int, **fields: object) -> Score:
    record = Score(
        at=datetime(2026, 11, day, 12),
        zone="Europe/London",
        **({"instrument": "phq-9", "total": 4.0} | fields),
    )
    journal.add(record)
    return record


def test_the_one_before_is_the_last_with_a_total_of_the_same_questionnaire(journal) -> None:
    kept(journal, 1, total=9.0)
    kept(journal, 2, total=8.0)
    kept(journal, 3, total=None, answers=(None,) + (1,) * 8)
    kept(journal, 4, instrument="gad-7")
    now = kept(journal, 5)
    kept(journal, 6, total=20.0)
    assert earlier(journal.table("score"), now) == Earlier(date(2026, 11, 2), 8)
    assert (
        earlier(journal.table("score"), journal.get(kept(journal, 7, instrument="isi").id)) is None
    )


def test_history_is_newest_first_and_says_where_each_is_from(journal) -> None:
    kept(journal, 1, total=9.0)
    kept(journal, 2, total=8.0, source="import:fhir")
    kept(journal, 3, total=None, answers=(None,) + (1,) * 8)
    lines = history(journal.table("score"), "phq-9")
    assert [(line.day.day, line.total, line.source) for line in lines] == [
        (3, "Question 1 has no answer, so there is no total.", "Filled in here"),
        (2, "8 of 27", "Imported"),
        (1, "9 of 27", "Typed in from a clinic"),
    ]
    assert lines[0].answers[0] == (PHQ.items[0], "No answer")
    assert lines[0].answers[8] == (PHQ.items[8], "Several days")
    assert lines[1].answers == ()


def test_history_of_a_questionnaire_we_do_not_have(journal) -> None:
    kept(journal, 1, instrument="phq-a", total=9.0, answers=(1, 2))
    kept(journal, 2, instrument="phq-a", total=None)
    lines = history(journal.table("score"), "phq-a")
    assert [line.total for line in lines] == ["No total", "9"]
    assert lines[1].answers == ()


def test_an_answer_no_question_has_is_not_made_up(journal) -> None:
    kept(journal, 1, instrument="gad-2", total=3.0, answers=(7, 1))
    assert history(journal.table("score"), "gad-2")[0].answers[0][1] == "No answer"
