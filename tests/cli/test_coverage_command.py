"""`medself coverage`: the numbers other programs rely on, and files that cannot be right."""

import json

import pytest
from click.testing import CliRunner

from medself.cli import main

YEAR = ("--start", "2018-01-01", "--end", "2018-12-31")
HEAD = "ingredient,date,days_supply\n"
FOUR_FILLS = HEAD + "".join(f"x,2018-{day},90\n" for day in ("01-01", "03-25", "07-05", "10-15"))


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "fills.csv"

    def command(written: str | bytes, *words: str, status: int = 0) -> str:
        path.write_bytes(written if isinstance(written, bytes) else written.encode())
        result = CliRunner().invoke(main, ["coverage", str(path), *words])
        assert result.exit_code == status, result.output
        return result.output

    return command


def test_the_published_example_as_json(run):
    """348 of 365 days: the Pharmacy Quality Alliance's own demonstration."""
    found = json.loads(run(FOUR_FILLS, *YEAR, "--json"))
    assert found == {
        "days_covered": 348,
        "days_in_period": 365,
        "pdc": pytest.approx(0.953425, abs=1e-6),
    }


def test_in_words_it_says_what_it_is_not(run):
    said = run(FOUR_FILLS, *YEAR)
    assert said.startswith("Days covered: 348 of 365 (95.3%).")
    assert "not what was taken" in said


def test_without_shifting_what_overlaps_is_lost(run):
    assert json.loads(run(FOUR_FILLS, *YEAR, "--no-shift", "--json"))["days_covered"] == 341


def test_the_period_begins_with_the_first_fill_inside(run):
    found = json.loads(run(HEAD + "x,2018-12-01,30\n", *YEAR, "--json"))
    assert (found["days_covered"], found["days_in_period"]) == (30, 31)


def test_no_fill_is_nothing_to_count_and_never_zero(run):
    assert json.loads(run(HEAD, *YEAR, "--json"))["pdc"] is None
    assert "nothing to count" in run(HEAD, *YEAR)


def test_a_file_from_a_spreadsheet_is_read(run):
    written = "\ufeffIngredient, Date ,days_supply,shop\r\nx,2018-12-01,30,a\r\n\r\n"
    assert json.loads(run(written, *YEAR, "--json"))["days_covered"] == 30


@pytest.mark.parametrize(
    ("written", "words", "status", "said"),
    [
        (FOUR_FILLS, ("--start", "2018-12-31", "--end", "2018-01-01"), 2, "--start is after --end"),
        ("", YEAR, 1, "fills.csv is empty."),
        (b"\xff\xfe\x00", YEAR, 1, "not a CSV file that we can read"),
        (HEAD + '"x,2018-12-01,30\n', YEAR, 1, "not a CSV file that we can read"),
        ("drug,date,days_supply\nx,2018-12-01,30\n", YEAR, 1, "no column named ingredient"),
        (HEAD + "x,01/12/2018,30\n", YEAR, 1, "Fill number 1 cannot be right"),
        (HEAD + "x,2018-12-01\n", YEAR, 1, "Fill number 1 has 2 cells, not 3."),
    ],
)
def test_what_cannot_be_right_is_refused_in_one_sentence(run, written, words, status, said):
    assert said in run(written, *words, status=status)


def test_a_file_that_is_not_there_is_said():
    result = CliRunner().invoke(main, ["coverage", "nowhere.csv", *YEAR])
    assert result.exit_code == 1
    assert "No such file" in result.output
