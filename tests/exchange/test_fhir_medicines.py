"""Medicine lists in FHIR: every way of naming one, what is refused, and that nothing is made up."""

import json
from datetime import time
from pathlib import Path

import pytest

from medself.errors import CannotImport
from medself.exchange import read
from medself.exchange.fhir_dosage import told
from medself.model import AsNeeded, Daily, MedicationStatus, Slot

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def naming():
    return read("naming.json", (FIXTURES / "naming.json").read_bytes())


def medicine(reading, name):
    return next(record for record in reading.records if record.name == name)


def test_every_way_of_naming_a_medicine_is_read(naming):
    assert [record.name for record in naming.records] == [
        "By text",
        "By second display",
        "Contained",
        "Elsewhere by urn",
        "Elsewhere by kind and id",
        "First part / Second part",
        "Only the display",
    ]


def test_what_cannot_be_kept_is_refused_with_its_place_and_reason(naming):
    assert [(one.where, one.reason) for one in naming.refused] == [
        ("MedicationRequest bad1", "The file marks it as entered by mistake."),
        (
            "MedicationRequest bad2",
            "It has a code (12345) but no name, and we never guess a name.",
        ),
        ("MedicationRequest bad3", "It does not name a medicine."),
        ("MedicationRequest bad4", "The file says not to take it."),
    ]


def test_nothing_in_a_file_says_that_the_person_takes_it_now(naming):
    assert {record.status for record in naming.records} == {MedicationStatus.PRESCRIBED}
    assert all(record.regimens == () for record in naming.records)


def test_the_notes_say_whose_file_it_is_and_what_was_left_out(naming):
    assert naming.notes == (
        "The file says it is about Ada Lou Invented, born 1990-02-03. Please check that this is you.",
        "It also holds what we do not keep: vaccinations (2), other things (1).",
    )


def test_facts_around_the_name_are_kept(naming):
    one = medicine(naming, "By text")
    assert (one.why, one.prescriber, one.note) == ("Worry", "Dr Invented", "With food")
    assert one.source == "import:fhir"
    assert medicine(naming, "Elsewhere by urn").form == "tablet"


def test_codes_pass_through_as_they_stand(naming):
    kept = json.loads(medicine(naming, "By second display").raw)
    assert kept["codes"] == [
        {"system": "http://example.org", "code": "c2"},
        {"system": "http://example.org", "code": "c3", "display": "By second display"},
    ]


def test_the_date_is_the_one_on_the_paper(naming):
    """23:30 in Los Angeles is already the next day in UTC; the prescription still says 2 January."""
    assert told(medicine(naming, "By text").raw).on == "2026-01-02"
    assert told(medicine(naming, "Contained").raw).on == "2025-12"
    assert told(medicine(naming, "Elsewhere by urn").raw).on == "2024-05"
    assert told(medicine(naming, "Only the display").raw).on == ""


def test_q8_once_a_day_is_no_plan_until_the_person_gives_the_time(naming):
    said = told(medicine(naming, "By text").raw)
    assert (said.as_written, said.per_day, said.times) == ("One each morning", 1, ())
    assert said.plan(said.times, said.amount) is None
    assert said.plan((time(7, 30),), said.amount) == Daily(slots=(Slot(at=time(7, 30), amount=50),))


def test_times_in_the_file_are_offered(naming):
    said = told(medicine(naming, "By second display").raw)
    assert said.as_written == "2 times a day, at 08:00, at 20:00, 25 mg each time"
    assert said.plan(said.times, said.amount) == Daily(
        slots=(Slot(at=time(8), amount=25), Slot(at=time(20), amount=25))
    )


def test_as_needed_is_a_plan_with_nothing_due(naming):
    said = told(medicine(naming, "Contained").raw)
    assert (said.as_written, said.ended) == ("when you cannot sleep", True)
    assert said.plan(said.times, said.amount) == AsNeeded()


def test_other_timings_are_words_only(naming):
    said = told(medicine(naming, "Elsewhere by urn").raw)
    assert (said.as_written, said.per_day, said.times) == (
        "1 time every 6 to 12 hours",
        None,
        (),
    )


def test_older_shapes_are_read_from_ndjson():
    reading = read("older.ndjson", (FIXTURES / "older.ndjson").read_bytes())
    assert [record.name for record in reading.records] == [
        "DSTU2 order",
        "DSTU2 statement",
        "STU3 request",
        "STU3 statement",
    ]
    order, statement, request, not_taken = (told(record.raw) for record in reading.records)
    assert (order.on, order.per_day, order.amount, order.unit) == ("2016-03-04", 1, 20, "mg")
    assert reading.records[0].prescriber == "Dr Invented"
    assert reading.records[0].why == "Low mood"
    assert (statement.status, statement.per_day, statement.unit) == ("not-taken", 2, "tablets")
    assert request.as_written == "week one: half; then after that: one"
    assert (request.per_day, request.amount) == (None, None)
    assert reading.records[2].prescriber == "Dr Agent"
    assert not_taken.ended


def test_one_resource_a_list_and_a_byte_order_mark_are_read():
    one = {"resourceType": "MedicationStatement", "medicationCodeableConcept": {"text": "A"}}
    for content in (one, [one], {"resourceType": "Bundle", "entry": [{"resource": one}]}):
        data = b"\xef\xbb\xbf" + json.dumps(content).encode()
        assert [record.name for record in read("x.json", data).records] == ["A"]


def test_utf16_is_read():
    one = {"resourceType": "MedicationStatement", "medicationCodeableConcept": {"text": "Ä"}}
    data = json.dumps(one, ensure_ascii=False).encode("utf-16")
    assert read("x.json", data).records[0].name == "Ä"


def test_r5_names_are_read():
    content = [
        {"resourceType": "MedicationRequest", "medication": {"concept": {"text": "A"}}},
        {"resourceType": "MedicationRequest", "medication": {"reference": {"display": "B"}}},
    ]
    reading = read("x.json", json.dumps(content).encode())
    assert [record.name for record in reading.records] == ["A", "B"]


def test_the_explainer_is_found_by_any_of_the_names():
    concept = {"text": "Brand X", "coding": [{"display": "sertraline 50 mg"}]}
    one = {"resourceType": "MedicationRequest", "medicationCodeableConcept": concept}
    slugs = {"sertraline 50 mg": "sertraline"}
    reading = read("x.json", json.dumps(one).encode(), resolve=slugs.get)
    assert (reading.records[0].name, reading.records[0].slug) == ("Brand X", "sertraline")


def test_p3_a_file_about_two_people_is_refused():
    content = [
        {
            "resourceType": "MedicationRequest",
            "subject": {"reference": f"Patient/{who}"},
            "medicationCodeableConcept": {"text": "A"},
        }
        for who in ("one", "two")
    ]
    with pytest.raises(CannotImport, match="more than one person"):
        read("x.json", json.dumps(content).encode())


def test_a_name_of_ten_thousand_letters_is_refused_and_html_is_only_text():
    names = ["x" * 10_000, "<script>alert(1)</script>", "\u202eeval", "💊 " * 50, "half \ud83d"]
    content = [
        {
            "resourceType": "MedicationStatement",
            "id": f"{n}",
            "medicationCodeableConcept": {"text": name},
        }
        for n, name in enumerate(names)
    ]
    reading = read("x.json", json.dumps(content).encode())
    assert [one.where for one in reading.refused] == ["MedicationStatement 0"]
    assert "10,000 characters" in reading.refused[0].reason
    assert [record.name for record in reading.records] == [
        "<script>alert(1)</script>",
        "\u202eeval",
        ("💊 " * 50).strip(),
        "half \ufffd",
    ]


@pytest.mark.parametrize("value", ["1e308", "1e999", "NaN", "-5", "0", "true", "9" * 1000, '"2"'])
def test_a_dose_that_cannot_be_is_not_an_amount(value):
    data = (
        '{"resourceType": "MedicationStatement", "medicationCodeableConcept": {"text": "A"},'
        f'"dosage": [{{"doseQuantity": {{"value": {value}}}}}]}}'
    )
    reading = read("x.json", data.encode())
    assert told(reading.records[0].raw).amount is None


def test_dosages_longer_than_any_label_are_left_out():
    one = {
        "resourceType": "MedicationStatement",
        "medicationCodeableConcept": {"text": "A"},
        "dosage": [{"text": "x" * 30_000}],
    }
    assert told(read("x.json", json.dumps(one).encode()).records[0].raw).as_written == ""


@pytest.mark.parametrize("raw", ["", "not json", "[]", "{}", '{"mood": "rad"}'])
def test_raw_of_other_sources_tells_nothing(raw):
    assert told(raw).as_written == ""


@pytest.mark.parametrize(
    ("timing", "words", "per_day"),
    [
        ({"repeat": {"frequency": 3, "period": 1, "periodUnit": "d"}}, "3 times a day", 3),
        ({"repeat": {"frequency": 1, "period": 2, "periodUnit": "wk"}}, "1 time every 2 weeks", None),
        ({"repeat": {"frequency": 1, "period": 1, "periodUnit": "d", "when": ["HS"]}}, "1 time a day, at bedtime", 1),
        ({"repeat": {"frequency": 1, "period": 1, "periodUnit": "d", "dayOfWeek": ["mon"]}}, "1 time a day", None),
        ({"repeat": {"frequency": 99, "period": 1, "periodUnit": "d"}}, "99 times a day", None),
        ({"repeat": {"timeOfDay": ["25:00", "07:15", 8]}}, "at 07:15", None),
        ({"code": {"text": "every evening", "coding": [{"code": "QD"}]}}, "every evening", 1),
        ({"repeat": {"count": 1, "periodUnit": "d"}}, "", None),
        ("nonsense", "", None),
    ],
)  # fmt: skip
def test_timings_in_words(timing, words, per_day):
    said = told(json.dumps({"dosage": [{"timing": timing}]}))
    assert (said.as_written, said.per_day) == (words, per_day)
