"""Answers on their way to a record: what is asked, what is kept half filled, what is saved."""

from datetime import datetime

import orjson
import pytest

from medself.errors import InvalidRecord
from medself.instruments import find
from medself.recording import answers as half
from medself.recording.answers import Answers, asked, only_asked, to_record

PHQ, PTSD, ALCOHOL = find("phq-9"), find("pc-ptsd-5"), find("audit-c")
NOTHING = Answers((None,) * 9)
NOW = {"at": datetime(2026, 11, 3, 9), "zone": "Europe/London"}


def test_a_gate_is_asked_alone_until_it_is_answered_yes() -> None:
    blank = (None,) * 5
    assert asked(PTSD, Answers(blank)) == 0
    assert asked(PTSD, Answers(blank, gate=False)) == 0
    assert asked(PTSD, Answers(blank, gate=True)) == 5


def test_who_never_drinks_is_asked_one_question() -> None:
    assert asked(ALCOHOL, Answers((None, None, None))) == 3
    assert asked(ALCOHOL, Answers((0, 2, 1))) == 1
    assert only_asked(ALCOHOL, Answers((0, 2, 1))).items == (0, None, None)
    assert only_asked(ALCOHOL, Answers((1, 2, 1))).items == (1, 2, 1)


def test_q1_a_question_left_out_is_kept_as_missing_and_gives_no_total() -> None:
    record = to_record(PHQ, Answers((1, None, 3, 0, 0, 0, 0, 0, 0)), **NOW)
    assert (record.total, record.answers) == (None, (1, None, 3, 0, 0, 0, 0, 0, 0))


def test_answers_and_total_are_kept() -> None:
    record = to_record(PHQ, Answers((1, 2, 3, 0, 0, 0, 0, 0, 1), unscored=1), **NOW)
    assert record.total == 7
    assert record.note == "How difficult it made things: Somewhat difficult."
    assert record.instrument == "phq-9"


def test_a_gate_answered_no_is_a_total_of_zero() -> None:
    record = to_record(PTSD, Answers((None,) * 5, gate=False), **NOW)
    assert (record.total, record.answers) == (0, (None,) * 5)


def test_nothing_answered_is_nothing_to_save() -> None:
    with pytest.raises(InvalidRecord, match="Nothing is answered"):
        to_record(PHQ, NOTHING, **NOW)


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("phq-9", Answers((0, None, 3, 0, 0, 0, 0, 0, 1), unscored=3)),
        ("pc-ptsd-5", Answers((None,) * 5, gate=False)),
    ],
)
def test_half_filled_answers_come_back(tmp_path, name: str, answers: Answers) -> None:
    half.keep(tmp_path, find(name), answers)
    assert half.read(tmp_path, find(name)) == answers
    assert half.read(tmp_path, find("gad-7")) is None
    half.drop(tmp_path, find(name))
    assert list(tmp_path.iterdir()) == []


def test_taking_every_answer_back_leaves_nothing_behind(tmp_path) -> None:
    half.keep(tmp_path, PHQ, Answers((1,) + (None,) * 8))
    half.keep(tmp_path, PHQ, NOTHING)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "kept",
    [
        {"items": [1], "gate": None, "unscored": None},
        {"items": [9] * 9, "gate": None, "unscored": None},
        {"items": ["a"] * 9, "gate": None, "unscored": None},
        {"items": [1] * 9, "gate": "no", "unscored": None},
        {"items": [1] * 9, "gate": None, "unscored": 4},
        {"items": 3, "gate": None, "unscored": None},
        {"items": [1] * 9},
        [1, 2],
    ],
)
def test_a_draft_that_does_not_fit_is_no_draft(tmp_path, kept: object) -> None:
    (tmp_path / "draft-phq-9.json").write_bytes(orjson.dumps(kept))
    assert half.read(tmp_path, PHQ) is None


def test_an_answer_after_the_last_where_there_is_none_is_no_draft(tmp_path) -> None:
    (tmp_path / "draft-gad-2.json").write_bytes(b'{"items":[1,1],"gate":null,"unscored":0}')
    assert half.read(tmp_path, find("gad-2")) is None
