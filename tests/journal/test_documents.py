"""What is stored says what the person said, and nothing that could not be read again gets in."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pytest
from recorded import check_in, dose

from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import Medication, Score

BAD: dict[str, dict[str, Any]] = {
    "a set": {"medication": {"a"}},
    "bytes": {"source": b"app"},
    "a number for text": {"source": 7},
    "not a number": {"amount": float("nan")},
    "an object": {"source": object()},
    "a date and time for a day": {"day": datetime(2026, 11, 3, 9)},
    "a word for yes or no": {"agreed": "maybe"},
}


@pytest.mark.parametrize("fields", BAD.values(), ids=BAD.keys())
def test_d3_what_cannot_be_kept_is_refused_before_anything_is_written(
    journal: Journal, fields: dict[str, Any]
) -> None:
    journal.add(dose())
    before = journal.revision
    with pytest.raises(InvalidRecord):
        journal.add(dose(**fields))
    assert journal.revision == before


def test_d3_the_sentence_names_what_to_check(journal: Journal) -> None:
    for fields in ({"source": 7}, {"source": b"app"}):
        with pytest.raises(InvalidRecord) as raised:
            journal.add(dose(**fields))
        assert str(raised.value) == "This dose cannot be kept. Please check: source."
    with pytest.raises(InvalidRecord, match=r"Please check: .*agreed"):
        journal.add(dose(agreed=np.True_))
    score = Score(at=datetime(2026, 11, 3), zone="UTC", instrument="phq-9", total=np.float64(7))
    assert journal.get(journal.add(score)).total == 7.0


@pytest.mark.parametrize("field", ["note", "raw", "source", "medication", "unit", "reason"])
def test_d3_half_characters_become_the_replacement_sign_in_every_text(
    journal: Journal, field: str
) -> None:
    record = dose(**{field: "a \ud83d b"})
    journal.add(record)
    assert getattr(journal.get(record.id), field) == "a \ufffd b"
    assert len(journal.table("dose")) == 1


def test_d3_half_characters_inside_a_medicine(journal: Journal) -> None:
    journal.add(Medication(name="x\udc00", raw="raw \ud83d", prescriber="Dr \udfff"))
    (kept,) = journal.medications()
    assert (kept.name, kept.raw, kept.prescriber) == ("x\ufffd", "raw \ufffd", "Dr \ufffd")


def test_ten_thousand_characters_and_every_sign_come_back(journal: Journal) -> None:
    note = "<b>$5 ~~x~~ :red[y]</b> \u202eRTL\u202c 👩🏽‍⚕️\n" * 300
    record = check_in(note=note)
    journal.add(record)
    assert len(note) > 10_000
    assert journal.get(record.id).note == note
    assert journal.table("check_in").loc[0, "note"] == note


def test_files_can_be_read_by_a_person_and_say_only_what_was_said(journal: Journal) -> None:
    record = dose(recorded_at=datetime(2026, 11, 3, 9, tzinfo=UTC))
    journal.add(record)
    path = Path(journal.folder, "journal", "2026-11.json")
    assert orjson.loads(path.read_bytes()) == {
        "meta": {"journal": {"schema": 2}},
        "dose": {
            record.id: {
                "at": "2026-11-03T08:00:00",
                "zone": "Europe/London",
                "day": "2026-11-03",
                "recorded_at": "2026-11-03T09:00:00Z",
                "source": "app",
                "medication": "m1",
                "status": "taken",
                "amount": 50.0,
                "unit": "mg",
            }
        },
    }


def test_an_hour_in_another_zone_is_the_same_moment(journal: Journal) -> None:
    record = dose(recorded_at=datetime.fromisoformat("2026-11-03T10:00:00+05:45"))
    journal.add(record)
    assert journal.get(record.id).recorded_at == record.recorded_at
    stamp = journal.table("dose").loc[0, "recorded_at"]
    assert stamp.isoformat() == "2026-11-03T04:15:00+00:00"


def test_an_empty_choice_stays_empty_and_is_not_the_default(journal: Journal) -> None:
    journal.revise(journal.person.id, symptoms=())
    assert journal.person.symptoms == ()
    zero = check_in(ratings={"mood": 0}, sleep_hours=0.0)
    journal.add(zero)
    assert (journal.get(zero.id).ratings, journal.get(zero.id).sleep_hours) == ({"mood": 0}, 0.0)
    assert journal.table("rating")["value"].tolist() == [0]
    assert journal.get(zero.id).day == date(2026, 11, 3)
