"""Questionnaire totals in FHIR: every shape of a value, what cannot be, and help before anything else."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from medself.exchange import read
from medself.exchange.fhir_in import ITEM_NINE_NOTE

FIXTURES = Path(__file__).parent / "fixtures"


def observation(code, **more):
    return {
        "resourceType": "Observation",
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
        "effectiveDateTime": "2026-01-05",
    } | more


def reading_of(*resources):
    return read("x.json", json.dumps(list(resources)).encode())


def test_every_shape_of_a_total_is_read():
    reading = read("s.json", (FIXTURES / "scores.json").read_bytes(), zone="Europe/Paris")
    assert [(one.instrument, one.total, one.at) for one in reading.records] == [
        ("phq-9", 12, datetime(2026, 1, 5, 12)),
        # Servers write UTC: in Paris it was half past midnight.
        ("gad-7", 7, datetime(2026, 1, 6, 0, 30)),
        # Another offset is the clock of the clinic.
        ("phq-2", 0, datetime(2026, 1, 6, 9, 15)),
        ("phq-9", 9, datetime(2026, 1, 7, 9)),
        ("phq-9", 20, datetime(2026, 1, 8, 12)),
    ]
    assert all(one.answers == () and one.zone == "Europe/Paris" for one in reading.records)
    assert not reading.help_first


def test_totals_that_cannot_be_are_refused():
    reading = read("s.json", (FIXTURES / "scores.json").read_bytes())
    assert [(one.where, one.reason) for one in reading.refused] == [
        ("Observation wrong", "The file marks it as entered by mistake."),
        ("Observation too-high", "A total of 22 cannot be: it runs from 0 to 21."),
        ("Observation no-value", "It has no total that we can read."),
        ("Observation no-date", "It has no date."),
        ("Observation year-only", "“2026” is not a full date."),
    ]
    assert reading.notes == ("It also holds what we do not keep: test results and answers (1).",)


@pytest.mark.parametrize("value", ["1e308", "NaN", "1e999", "9" * 1000, '"twelve"', "null"])
def test_numbers_that_are_none_are_refused(value):
    text = json.dumps(observation("44261-6")).removesuffix("}") + f', "valueDecimal": {value}}}'
    reading = read("x.json", text.encode())
    assert (len(reading.records), len(reading.refused)) == (0, 1)


@pytest.mark.parametrize("day", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30", "x"])
def test_dates_that_cannot_be_are_refused(day):
    reading = reading_of(observation("44261-6", effectiveDateTime=day, valueInteger=3))
    assert (len(reading.records), len(reading.refused)) == (0, 1)


@pytest.mark.parametrize(
    "value",
    [
        {"valueInteger": 1},
        {"valueQuantity": {"value": 3}},
        {"valueString": "2"},
        {"valueString": "Several days"},
        {"valueCodeableConcept": {"coding": [{"code": "LA6569-3"}]}},
        {"valueCodeableConcept": {"text": "Nearly every day"}},
        {"valueCodeableConcept": {"coding": [{"code": "a code we do not know"}]}},
    ],
)
def test_q3_item_nine_above_zero_asks_for_help_first(value):
    reading = reading_of(observation("44260-8", **value))
    assert reading.help_first
    assert reading.notes[0] == ITEM_NINE_NOTE


@pytest.mark.parametrize(
    "value",
    [
        {"valueInteger": 0},
        {"valueString": "0"},
        {"valueString": "Not at all"},
        {"valueCodeableConcept": {"coding": [{"code": "LA6568-5", "display": "Not at all"}]}},
        {"dataAbsentReason": {"text": "declined"}},
    ],
)
def test_item_nine_of_zero_or_without_an_answer_says_nothing(value):
    assert not reading_of(observation("44260-8", **value)).help_first


def test_q3_item_nine_is_found_in_a_panel_and_among_answers():
    panel = observation("44249-1", component=[observation("44260-8", valueInteger=1)])
    answers = {
        "resourceType": "QuestionnaireResponse",
        "item": [
            {
                "linkId": "g",
                "item": [
                    {
                        "linkId": "/44249-1/44260-8",
                        "answer": [{"valueCoding": {"code": "LA6570-1"}}],
                    }
                ],
            }
        ],
    }
    assert reading_of(panel).help_first
    assert reading_of(answers).help_first


def test_the_same_total_as_observation_and_as_answer_has_one_id():
    answers = {
        "resourceType": "QuestionnaireResponse",
        "authored": "2026-01-05",
        "item": [{"linkId": "44261-6", "answer": [{"valueInteger": 12}]}],
    }
    reading = reading_of(observation("44261-6", valueString="12"), answers)
    assert len({record.id for record in reading.records}) == 1
