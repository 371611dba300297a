"""The command line as other programs use it: its outputs, its exit status, and never a traceback."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from medself.cli import main
from medself.journal import open_journal

FIXTURES = Path(__file__).parents[1] / "exchange" / "fixtures"
DIARY, NAMING = str(FIXTURES / "diary_scales.csv"), str(FIXTURES / "naming.json")
ALL_WORDS = ("--mood", "sad=4", "--mood", "average=3", "--zone", "Europe/London")


@pytest.fixture
def run():
    def command(*words, status=0):
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert result.exit_code == status, result.output
        assert not result.exception or isinstance(result.exception, SystemExit)
        return result

    return command


@pytest.fixture
def person(journal):
    return journal.folder


def imported(run, *words):
    return json.loads(run("import", *words, "--json").stdout)


def test_import_says_what_would_be_and_writes_nothing(run, person):
    before = open_journal(person).revision
    found = imported(run, DIARY, "--journal", person, *ALL_WORDS)
    assert (found["format"], found["added"], found["already_there"]) == ("daylio-csv", 3, 0)
    assert found["kinds"] == {"check_in": 3}
    assert found["refused"][0] == {
        "where": "line 6",
        "reason": "“25:00” is not a time we can read.",
    }
    assert open_journal(person).revision == before


def test_import_writes_with_commit_and_only_once(run, person):
    words = (DIARY, "--journal", person, "--commit", *ALL_WORDS)
    assert imported(run, *words)["added"] == 3
    again = imported(run, *words)
    assert (again["added"], again["already_there"], again["kinds"]) == (0, 3, {})
    assert set(open_journal(person).table("check_in")["zone"]) == {"Europe/London"}


def test_import_in_words_says_what_it_still_needs(run, person):
    said = run("import", DIARY, "--journal", person).stdout
    assert "To be added: 1 (check in 1)" in said
    assert '--mood "average=3" (1 best to 5 worst)' in said
    assert said.endswith("Nothing was written. --commit brings it in.\n")


def test_import_finds_the_explainers_of_the_library(run, person, tmp_path):
    listed = tmp_path / "list.json"
    concept = {"text": "Zoloft 50 mg tablets"}
    listed.write_text(
        json.dumps({"resourceType": "MedicationStatement", "medicationCodeableConcept": concept})
    )
    run("import", listed, "--journal", person, "--commit")
    assert [one.slug for one in open_journal(person).medications()] == ["sertraline"]


def test_import_into_a_folder_that_is_not_there_begins_a_journal_only_with_commit(run, tmp_path):
    folder = tmp_path / "new" / "me"
    assert imported(run, NAMING, "--journal", folder)["added"] == 7
    assert not folder.parent.exists()
    run("import", NAMING, "--journal", folder, "--commit")
    assert len(open_journal(folder).medications()) == 7


def test_q3_a_thought_of_being_better_off_dead_gets_help_first(run, person, tmp_path):
    answer = {
        "resourceType": "Observation",
        "code": {"coding": [{"code": "44260-8"}]},
        "valueInteger": 1,
    }
    (tmp_path / "a.json").write_text(json.dumps(answer))
    result = run("import", tmp_path / "a.json", "--journal", person, "--json")
    assert "please tell a person today" in result.stderr.lower()
    assert json.loads(result.stdout)["added"] == 0


def test_d6_export_json_import_export_is_the_same_file(run, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    run("demo", first, "--today", "2026-11-02", "--seed", 3)
    run("export", "json", "--journal", first, "--out", tmp_path / "a.json")
    found = imported(run, tmp_path / "a.json", "--journal", second, "--commit")
    assert found["refused"] == []
    assert found["added"] > 500
    run("export", "json", "--journal", second, "--out", tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_export_csv_to_a_folder_and_to_a_zip(run, person, tmp_path):
    imported(run, NAMING, "--journal", person, "--commit")
    run("export", "csv", "--journal", person, "--out", tmp_path / "copy")
    with (tmp_path / "copy" / "medicines.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 7
    said = run("export", "csv", "--journal", person, "--out", tmp_path / "copy.zip").stdout
    assert (tmp_path / "copy.zip").read_bytes().startswith(b"PK")
    assert "not encrypted" in said
    assert (tmp_path / "copy.zip").stat().st_mode & 0o077 == 0


def test_export_ics_with_and_without_doses(run, tmp_path):
    run("demo", tmp_path / "sam")
    run("export", "ics", "--journal", tmp_path / "sam", "--out", tmp_path / "a.ics")
    run("export", "ics", "--journal", tmp_path / "sam", "--out", tmp_path / "b.ics", "--doses")
    without, with_doses = ((tmp_path / f"{name}.ics").read_text() for name in "ab")
    assert "SUMMARY:Appointment" in without
    assert "SUMMARY:Reminder\n" not in without
    assert "SUMMARY:Reminder\n" in with_doses
    run("export", "csv", "--journal", tmp_path / "sam", "--out", tmp_path, "--doses", status=2)


def test_a_damaged_month_is_named_and_never_left_out_of_a_copy_unsaid(run, person, tmp_path):
    imported(run, DIARY, "--journal", person, "--commit", *ALL_WORDS)
    (person / "journal" / "2026-03.json").write_bytes(b"\0\0")
    result = run("export", "csv", "--journal", person, "--out", tmp_path / "a.zip")
    assert "Not in this copy: March 2026" in result.stderr
    result = run("export", "json", "--journal", person, "--out", tmp_path / "a.json", status=1)
    assert "March 2026" in result.stderr
    assert not (tmp_path / "a.json").exists()


def test_summary_in_three_forms(run, tmp_path):
    person = tmp_path / "demo"
    run("demo", person, "--today", "2026-11-02")
    for form in ("pdf", "txt", "json"):
        words = ("--start", "2026-10-01", "--end", "2026-10-31", "--today", "2026-11-02")
        run("summary", "--journal", person, "--out", tmp_path / f"page.{form}", *words)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "page.txt").read_text().strip()
    page = json.loads((tmp_path / "page.json").read_bytes())
    assert (page["start"], page["end"]) == ("2026-10-01", "2026-10-31")


def test_summary_leaves_off_what_the_person_left_off(run, tmp_path):
    from medself.journal import open_journal

    person, out, words = tmp_path / "demo", tmp_path / "page.txt", ("--today", "2026-11-02")
    run("demo", person, "--today", "2026-11-02")
    run("summary", "--journal", person, "--out", out, *words)
    assert "WHAT I TAKE NOW" in out.read_text()
    journal = open_journal(person)
    journal.revise(journal.person.id, page_without=("medicines",))
    run("summary", "--journal", person, "--out", out, *words)
    assert "WHAT I TAKE NOW" not in out.read_text()


def test_summary_is_of_thirty_days_unless_told_otherwise(run, person, tmp_path):
    out = tmp_path / "page.json"
    run("summary", "--journal", person, "--out", out, "--today", "2026-11-02")
    page = json.loads(out.read_bytes())
    assert (page["start"], page["end"]) == ("2026-10-04", "2026-11-02")


def test_backup_and_restore(run, person, tmp_path):
    imported(run, NAMING, "--journal", person, "--commit")
    copy = tmp_path / "kept.zip"
    run("backup", "--journal", person, "--out", copy)
    journal = open_journal(person)
    journal.remove(journal.medications()[0].id)
    said = run("restore", copy, "--journal", person).stdout
    assert "person: now person 1, medication 6; then person 1, medication 7" in said
    assert said.endswith("Nothing was changed. --commit puts it back.\n")
    assert len(open_journal(person).medications()) == 6
    run("restore", copy, "--journal", person, "--commit")
    assert len(open_journal(person).medications()) == 7


def test_a_backup_stays_in_the_journal_without_out(run, person):
    said = run("backup", "--journal", person).stdout
    (made,) = (person / "backups").glob("*.zip")
    assert made.name in said


def test_verify_counts_by_month_and_fails_when_a_part_cannot_be_read(run, person):
    imported(run, DIARY, "--journal", person, "--commit", *ALL_WORDS)
    report = json.loads(run("verify", "--journal", person, "--json").stdout)
    assert report["whole"]
    assert report["counts"]["2026-03"] == {"check_in": 3}
    assert run("verify", "--journal", person).stdout.endswith("Everything can be read.\n")
    (person / "journal" / "2026-03.json").write_bytes(b"")
    result = run("verify", "--journal", person, status=1)
    assert result.stderr.startswith("Not everything can be read.")
    assert not json.loads(run("verify", "--journal", person, "--json", status=1).stdout)["whole"]


@pytest.mark.parametrize(
    "words",
    [
        ("import", "nowhere.json", "--journal", "{person}"),
        ("import", "{person}", "--journal", "{person}"),
        ("import", DIARY, "--journal", "{person}", "--zone", "Mars/Base"),
        ("import", __file__, "--journal", "{person}"),
        ("export", "json", "--journal", "nowhere", "--out", "x.json"),
        ("export", "json", "--journal", "{person}", "--out", "no/such/folder/x.json"),
        ("export", "json", "--journal", str(FIXTURES), "--out", "x.json"),
        ("summary", "--journal", "nowhere", "--out", "x.txt"),
        ("backup", "--journal", "nowhere"),
        ("restore", DIARY, "--journal", "{person}"),
        ("verify", "--journal", "nowhere"),
        ("demo", "{person}"),
    ],
)
def test_what_cannot_be_done_is_one_plain_sentence(run, person, words, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    result = run(*(word.format(person=person) for word in words), status=1)
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("import", DIARY),
        ("import", DIARY, "--journal", "x", "--mood", "sad"),
        ("import", DIARY, "--journal", "x", "--mood", "sad=9"),
        ("export", "xml", "--journal", "x", "--out", "y"),
        ("export", "csv", "--journal", "{person}", "--out", "y.csv"),
        ("summary", "--journal", "x", "--out", "y.doc"),
        ("summary", "--journal", "x", "--out", "y.txt", "--start", "2026-02-30"),
        ("summary", "--journal", "x", "--out", "y.txt", "--start", "2026-02-03", "--end", "2026-02-02"),
        ("demo", "x", "--years", "0"),
        ("unknown",),
    ],
)  # fmt: skip
def test_wrong_use_has_status_2(run, person, words):
    run(*(word.format(person=person) for word in words), status=2)


def test_the_light_start_imports_nothing_heavy():
    heavy = (
        "pandas",
        "numpy",
        "streamlit",
        "altair",
        "pydantic",
        "tinydb",
        "typst",
        "medself.library",
    )
    code = f"import sys, medself.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_python_m_medself_is_the_command_line():
    done = subprocess.run(
        [sys.executable, "-m", "medself", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: medself ")
