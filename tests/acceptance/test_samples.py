"""Files that other programs wrote, with counts taken from the files by other means (grep, unzip, by eye)."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from medself.cli import main
from medself.errors import CannotImport
from medself.exchange import json_copy, read
from medself.exchange.fhir_dosage import told
from medself.exchange.names import slug_in
from medself.exchange.rows import commit, plan
from medself.journal import create_person, open_journal
from medself.library import load
from medself.model import Medication, MedicationStatus, Score

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
ROBERTO = "fhir-r4-synthea/Roberto_Graham_238a58eb-31dc-4054-82ee-0651ee76f391.json"
GARRETT = "fhir-r4-synthea/Garrett_Thompson_5a72e290-8102-4c8a-84f7-f838387508b2.json"
NATALIA = "fhir-r4-synthea/Natalia964_Fisher429_91ed826b-b2d7-99fe-0be3-0439d18ecb2a.json"
IPS = "fhir-ips/Bundle-bundle-minimal.json"
BACKUP, BACKUP_JSON = "daylio/english.daylio", "daylio/english.json"
SEVEN, EIGHT = "daylio/daylio-parser_test_data_7col.csv", "daylio/michaelcurrin_sample.csv"
WORDS = {"sad": 4, "average": 3}

# File: kind, records, refused.
COUNTS = {
    ROBERTO: ("fhir", {"Medication": 10}, 0),
    GARRETT: ("fhir", {"Medication": 3}, 0),
    NATALIA: ("fhir", {"Medication": 10, "Score": 12}, 0),
    IPS: ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationRequest-medrx0305.json": ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationRequest-medrx0311.json": ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationRequest-medrx0315.json": ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationStatement-example001.json": ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationStatement-example002.json": ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationStatement-example004.json": ("fhir", {"Medication": 1}, 0),
    "fhir-r4/MedicationAdministration-medadmin0301.json": ("fhir", {}, 0),
    "fhir-r4/Questionnaire-phq-9-questionnaire.json": ("fhir", {}, 0),
    BACKUP: ("daylio", {"CheckIn": 5}, 0),
    BACKUP_JSON: ("daylio", {"CheckIn": 5}, 0),
    SEVEN: ("daylio-csv", {"CheckIn": 32}, 0),
    EIGHT: ("daylio-csv", {"CheckIn": 3}, 0),
}
OTHERS = (
    "medtimer/validMedicineExport.json",
    "medtimer/validReminderExport.json",
    "icalendar/alarm_thunderbird_future.ics",
    "icalendar/rfc_5545_absolute_alarm_example.ics",
    "cleanadh/raw_events.csv",
    "SOURCES.md",
)

pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.skipif(
        not SAMPLES.is_dir(), reason="the files of other programs (../shared/samples) are not here"
    ),
]


def reading(name, zone="Europe/Paris", **more):
    data = (SAMPLES / name).read_bytes()
    return read(name, data, zone=zone, moods=WORDS, resolve=slug_in(load()), **more)


def named(found, name):
    return next(one for one in found.records if getattr(one, "name", "") == name)


@pytest.mark.parametrize("name", COUNTS)
def test_every_sample_gives_exactly_what_is_in_it(name, journal):
    found = reading(name)
    kind, records, refused = COUNTS[name]
    assert (found.format, len(found.refused)) == (kind, refused)
    assert Counter(type(one).__name__ for one in found.records) == records
    assert not found.help_first


@pytest.mark.parametrize("name", COUNTS)
def test_bringing_it_in_twice_adds_nothing_and_one_undo_takes_it_back(name, journal):
    kinds = {"medication", "score", "check_in"}
    number = sum(COUNTS[name][1].values())
    assert commit(journal, plan(reading(name), journal)) == number
    again = plan(reading(name), journal)
    assert (len(again.add), again.already_there) == (0, number)
    assert sum(len(journal.table(kind)) for kind in kinds) == number
    if number:
        journal.undo()
    assert sum(len(journal.table(kind)) for kind in kinds) == 0


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_get_a_sentence(name):
    with pytest.raises(CannotImport, match=Path(name).name.split(".")[0][:20]):
        reading(name)


def test_all_of_them_in_one_journal_come_back_equal_from_a_copy(journal, tmp_path):
    for name in COUNTS:
        commit(journal, plan(reading(name), journal))
    data = json_copy.write(journal)
    copied = read("copy.json", data)
    fresh = open_journal(create_person(tmp_path, copied.person))
    commit(fresh, plan(copied, fresh))
    assert json_copy.write(fresh) == data
    assert len(fresh.medications()) == 10 + 3 + 10 + 1 + 6


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
def test_active_in_1978_is_only_prescribed_on_the_day_on_the_paper(zone):
    sertraline = named(reading(ROBERTO, zone), "Sertraline 100MG")
    assert (sertraline.slug, sertraline.status) == ("sertraline", MedicationStatus.PRESCRIBED)
    said = told(sertraline.raw)
    assert (said.on, said.status, said.per_day, said.times) == ("1978-10-03", "active", 1, ())
    assert json.loads(sertraline.raw)["codes"][0]["code"] == "328670"


def test_dosages_of_the_bundles():
    found = reading(ROBERTO)
    every_six_hours = named(
        found, "Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet"
    )
    assert told(every_six_hours.raw).as_written == "1 time every 6 hours, 1 each time"
    assert told(named(found, "Hydrocortisone 10 MG/ML Topical Cream").raw).as_needed
    assert told(named(found, "Naproxen sodium 220 MG Oral Tablet").raw).as_written == ""
    ended = [
        one
        for one in reading(NATALIA).records
        if isinstance(one, Medication) and told(one.raw).ended
    ]
    assert len(ended) == 8


def test_official_examples():
    words = {}
    for name in COUNTS:
        if name.startswith("fhir-r4/"):
            words |= {one.name: told(one.raw) for one in reading(name).records}
    chlorthalidone = words["Chlorthalidone 50mg tablet (product)"]
    assert (chlorthalidone.as_written, chlorthalidone.per_day) == ("One tablet daily", 1)
    assert words["Alprazolam 0.25mg Oral Tablet"].as_needed
    assert words["Alprazolam 0.25mg Oral Tablet"].ended
    assert words["Amoxicillin (product)"].per_day == 3
    assert words["Lorazepam 2mg/ml injection solution 1ml vial (product)"].amount is None


def test_a_medicine_elsewhere_in_a_document():
    (one,) = reading(IPS).records
    assert one.name == "Product containing anastrozole (medicinal product)"
    assert told(one.raw).on == "2015-03"
    assert told(one.raw).as_written == "1 tablet each time"


def test_totals_of_natalia_on_the_days_of_the_clinic():
    scores = [one for one in reading(NATALIA, "Pacific/Auckland").records if isinstance(one, Score)]
    counted = Counter(one.instrument for one in scores)
    assert counted == {"gad-7": 5, "phq-2": 4, "phq-a": 2, "phq-9": 1}
    (depression,) = [one for one in scores if one.instrument == "phq-9"]
    assert (depression.total, f"{depression.at:%Y-%m-%d %H:%M}") == (24, "2022-01-05 06:48")


def test_the_backup_says_what_it_says_on_the_phone():
    found = {one.at.isoformat(timespec="minutes"): one for one in reading(BACKUP).records}
    assert {at: one.ratings["mood"] for at, one in found.items()} == {
        "2023-01-24T11:36": 1,
        "2023-01-24T09:59": 9,
        "2023-01-11T22:20": 5,
        "2023-01-04T20:00": 1,
        "2015-05-16T20:00": 3,
    }
    assert found["2023-01-24T09:59"].note == (
        "Note title\nNote body\nfamille, rendez-vous, exercice, sport, ménage"
    )
    assert found["2023-01-11T22:20"].note.startswith("Hey, here's a note with\n\n\nLinebreaks!")


def test_the_backup_and_its_json_are_one_diary(journal):
    commit(journal, plan(reading(BACKUP), journal))
    assert plan(reading(BACKUP_JSON), journal).add == ()


def test_the_older_csv_day_by_day():
    found = reading(SEVEN).records
    assert Counter(one.ratings["mood"] for one in found) == {9: 19, 7: 5, 5: 4, 3: 2, 1: 2}
    assert Counter(f"{one.at:%m-%d}" for one in found) == {
        "05-30": 4,
        "05-29": 7,
        "05-28": 5,
        "05-27": 10,
        "05-25": 6,
    }
    assert (
        next(
            one for one in found if one.note.startswith("work\n") or "Could be better" in one.note
        ).at.hour
        == 14
    )


def test_own_words_wait_until_the_person_says_what_they_mean(home, journal):
    words = ["import", str(SAMPLES / EIGHT), "--journal", str(journal.folder), "--json"]
    found = json.loads(CliRunner().invoke(main, words).stdout)
    assert (found["added"], len(found["refused"])) == (0, 3)
    assert found["mood_words"] == {"sad": None, "average": None}
    words += ["--mood", "sad=4", "--mood", "average=3", "--commit"]
    found = json.loads(CliRunner().invoke(main, words).stdout)
    assert (found["added"], found["refused"]) == (3, [])
    assert found["months"] == {"2021-09": {"before": 0, "after": 3}}
