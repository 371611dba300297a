"""`medself score`: the totals other programs rely on, and help first where an answer calls for it."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from medself.cli import main
from medself.cli.score import score_json
from medself.errors import InvalidRecord


@pytest.fixture
def run():
    def command(*words: str, status: int = 0) -> str:
        result = CliRunner().invoke(main, ["score", *words])
        assert result.exit_code == status, result.output
        return result.output

    return command


@pytest.mark.parametrize(
    ("name", "answers", "expected"),
    [
        (
            "phq-9",
            "1,1,1,1,1,1,1,1,0",
            {"total": 8, "band": "mild", "flags": [], "missing": []},
        ),
        (
            "PHQ9",
            "-,1,0,0,0,0,0,-,1",
            {"total": None, "band": None, "flags": ["item_9"], "missing": [1, 8]},
        ),
        ("who-5", "3,3,2,2,2", {"total": 12, "percent": 48}),
        ("phq-2", "0,0", {"total": 0}),
        ("pc-ptsd-5", "no,-,-,-,-,-", {"total": 0, "missing": []}),
        ("pc-ptsd-5", "0,-,-,-,-,-", {"total": 0, "missing": []}),
        ("pc-ptsd-5", "yes,1,1,0,0,1", {"total": 3}),
        ("pc-ptsd-5", "-,-,-,-,-,-", {"total": None, "missing": [1, 2, 3, 4, 5]}),
        ("pc-ptsd-5", "1,1,0,0,1", {"total": 3}),
        ("audit-c", "0,-,-", {"total": 0, "missing": []}),
        ("audit-c", "1,-,0", {"total": None, "missing": [2]}),
    ],
)
def test_score_as_json(run, name: str, answers: str, expected: dict[str, object]) -> None:
    found = json.loads(run(name, answers, "--json"))
    assert expected.items() <= found.items()
    assert ("percent" in found) == (name == "who-5")


def test_help_comes_before_the_total(run) -> None:
    said = run("phq-9", "0,0,0,0,0,0,0,0,1")
    assert said.index("Please tell a person today") < said.index("1 of 27")
    assert "not a diagnosis" in said


def test_zero_on_item_nine_says_nothing_about_it(run) -> None:
    said = run("phq-9", "3,3,3,3,3,3,3,3,0")
    assert said.startswith("PHQ-9: 24 of 27.")


def test_a_missing_answer_is_named(run) -> None:
    assert run("gad-2", "-,1") == "GAD-2: Question 1 has no answer, so there is no total.\n"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("mystery", "1,2"), 2, "We do not have “mystery”"),
        (("gad-7", "1,2,3"), 1, "GAD-7 has 7 questions, not 3."),
        (("phq-2", "1,9"), 1, "answered from 0 to 3"),
        (("phq-2", "1,x"), 1, "“x” is no answer"),
        (("pc-ptsd-5", "maybe,1,1,1,1,1"), 1, "“maybe” is no answer"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    run, words: tuple[str, ...], status: int, said: str
) -> None:
    assert said in run(*words, status=status)


def test_it_imports_nothing_heavy() -> None:
    code = (
        "import sys; from medself.cli import main\n"
        "main(['score', 'phq-2', '1,1', '--json'], standalone_mode=False)\n"
        "assert not {'pandas', 'streamlit', 'altair', 'tinydb'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_a_no_leaves_unasked_need_not_be_written():
    assert score_json("pc-ptsd-5", "no")["total"] == 0
    assert score_json("pc-ptsd-5", "yes")["missing"] == [1, 2, 3, 4, 5]
    assert score_json("audit-c", "0")["total"] == 0
    with pytest.raises(InvalidRecord, match="9 questions, not 1"):
        score_json("phq-9", "0")
