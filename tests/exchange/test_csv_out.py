"""Tables for a spreadsheet: nothing breaks a line, nothing runs as a formula, nothing is lost."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medself.exchange import csv_out
from tests.exchange.conftest import ODD


def tables(journal):
    archive = zipfile.ZipFile(io.BytesIO(csv_out.write(journal)))
    return {
        name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
        for name in archive.namelist()
        if name.endswith(".csv")
    }


def test_d14_every_text_comes_back_as_typed(full_journal):
    found = tables(full_journal)
    typed = {
        "doses.csv": "reason",
        "check-ins.csv": "note",
        "side-effects.csv": "effect",
        "events.csv": "text",
        "appointments.csv": "note",
        "questions.csv": "text",
        "medicines.csv": "name",
    }
    for name, column in typed.items():
        (row,) = found[name]
        assert csv_out.original(row[column]) == ODD, name


def test_d14_no_cell_runs_as_a_formula(full_journal):
    cells = [
        cell for rows in tables(full_journal).values() for row in rows for cell in row.values()
    ]
    risky = [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@")]
    assert risky == ["-0.25"]


@given(st.text())
def test_d14_the_guard_comes_off_again(text):
    cell = csv_out.neutral(text)
    assert csv_out.original(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\tx", "\rx", "  =1", "'quoted"])
def test_what_a_spreadsheet_would_run_is_marked(text):
    assert csv_out.neutral(text) == f"'{text}"


def test_missing_is_an_empty_cell_and_never_zero(full_journal):
    found = tables(full_journal)
    assert found["questionnaires.csv"][0]["total"] == ""
    assert found["questionnaires.csv"][0]["answers"] == "[1,null,3]"
    assert found["doses.csv"][0]["amount"] == ""


def test_ratings_have_a_row_each(full_journal):
    found = {row["symptom"]: row["value"] for row in tables(full_journal)["ratings.csv"]}
    assert found == {"mood": "3", "worry": "0"}


def test_times_are_those_on_the_clock(full_journal):
    (row,) = tables(full_journal)["check-ins.csv"]
    assert (row["at"], row["day"], row["zone"]) == (
        "2026-01-02T01:30:00",
        "2026-01-01T00:00:00",
        "Asia/Kathmandu",
    )


def test_ways_of_taking_and_pauses_have_their_own_table(full_journal):
    found = tables(full_journal)
    first, second = found["how-i-take-them.csv"]
    assert (first["start"], first["end"], first["end_reason"]) == (
        "2026-01-01T08:00:00",
        "2026-02-01T08:00:00",
        "changed",
    )
    assert csv_out.original(first["as_written"]) == "-1 tablet"
    assert second["end"] == ""
    assert [row["reason"] for row in found["pauses.csv"]] == ["hospital"]


def test_an_empty_record_gives_headings_only(journal):
    archive = zipfile.ZipFile(io.BytesIO(csv_out.write(journal)))
    assert all(rows == [] for rows in tables(journal).values())
    assert all(archive.read(name) for name in archive.namelist())


def test_p6_the_copy_says_that_it_is_not_encrypted(journal):
    archive = zipfile.ZipFile(io.BytesIO(csv_out.write(journal)))
    assert "NOT encrypted" in archive.read("read me.txt").decode()


def test_the_same_record_gives_the_same_bytes(full_journal):
    assert csv_out.write(full_journal) == csv_out.write(full_journal)
