"""`medself check`: the shape other programs rely on, and words for people."""

import json

import pytest
from click.testing import CliRunner

from medself.cli import main


@pytest.fixture
def run():
    def command(*words: str, status: int = 0) -> str:
        result = CliRunner().invoke(main, ["check", *words])
        assert result.exit_code == status, result.output
        return result.output

    return command


def test_check_as_json(run):
    found = json.loads(run("Zoloft", "tramadol", "blorp", "--json"))
    (one,) = found["findings"]
    assert (one["a"], one["b"], one["severity"]) == ("sertraline", "tramadol", "serious")
    assert one["why"]
    assert one["action"]
    assert "FDA" in one["source"]
    assert found["unknown"] == ["blorp"]
    assert found["known"] == {"Zoloft": "sertraline", "tramadol": "tramadol"}


def test_gaps_in_time_are_given_in_days(run):
    found = json.loads(run("fluoxetine", "Nardil", "--json"))
    assert found["findings"][0]["gap_days"] == {"fluoxetine": 35, "maoi": 14}


def test_nothing_found_is_not_called_fine(run):
    said = run("sertraline", "paracetamol")
    assert said.startswith("Nothing in our table about these.")
    assert json.loads(run("sertraline", "paracetamol", "--json"))["findings"] == []


def test_what_is_found_is_said_with_its_source_and_not_to_act_alone(run):
    said = run("lithium", "ibuprofen")
    assert said.startswith(
        "Ibuprofen and lithium: a known problem, only with your team's knowledge"
    )
    assert "Source: NHS" in said
    assert "Do not stop or change a medicine on your own" in said


def test_suggestions_for_a_name_nobody_knows(run):
    found = json.loads(run("sertrazine cream", "--json"))
    assert "sertraline" in found["suggestions"]["sertrazine cream"]


def test_one_medicine_twice_is_our_own_rule(run):
    assert json.loads(run("Zoloft", "Lustral", "--json"))["findings"][0]["source"] == "our own rule"


def test_no_names_is_wrong_use(run):
    run(status=2)
