"""`medself questions`: what other programs read, and what stands on a terminal."""

import json
from datetime import datetime

import pytest
from click.testing import CliRunner

from medself.cli import main
from medself.model import Severity, SideEffect


@pytest.fixture
def run(journal):
    def command(*words: str, status: int = 0) -> str:
        everything = ["questions", "--journal", str(journal.folder), *words]
        result = CliRunner().invoke(main, everything)
        assert result.exit_code == status, result.output
        return result.output

    return command


def felt(day: int, effect: str, **rest) -> SideEffect:
    at = datetime(2026, 11, day, 12)
    return SideEffect(at=at, zone="UTC", effect=effect, severity=Severity.QUITE, **rest)


def test_json_gives_each_question_with_what_is_behind_it(run, journal):
    shaking = felt(10, "shaking", stops_me=True)
    journal.add_all([shaking, felt(19, "chest_pain")])
    found = json.loads(run("--today", "2026-11-20", "--json"))
    (question,) = found["questions"]
    assert question == {
        "rule": "effect_stops_me",
        "text": "Shaking hands: this stops me doing things. What could help?",
        "reasons": [
            "Noted as in the way on 1 day, the last on 10 November 2026.",
            "Noted on 1 of 2 recorded days since 10 November 2026. At worst: quite a bit.",
        ],
        "entries": [shaking.id],
        "urgency": 2,
        "stops_me": True,
        "page": "",
    }
    (card,) = found["now"]
    assert (card["action"], "Call 999 now" in card["text"]) == ("emergency", True)


def test_what_cannot_wait_stands_first(run, journal):
    journal.add_all([felt(18, "shaking", stops_me=True), felt(19, "chest_pain")])
    said = run("--today", "2026-11-20")
    assert said.startswith("Please get help now. Call 999 now")
    assert "- Shaking hands: this stops me" in said
    assert said.index("Chest pain") < said.index("Shaking hands")


def test_an_empty_journal_suggests_nothing(run):
    assert run("--today", "2026-11-20") == "Nothing in this record suggests a question.\n"
    assert json.loads(run("--json")) == {"now": [], "questions": []}


def test_it_looks_back_from_the_day_that_is_given(run, journal):
    journal.add(felt(19, "shaking", stops_me=True))
    assert "Shaking hands" not in run("--today", "2026-11-18")


def test_what_was_put_aside_is_not_said(run, journal):
    from medself import questions
    from medself.library import load

    journal.add_all([felt(18, "shaking", stops_me=True), felt(19, "chest_pain")])
    facts = questions.gather(journal, load(), today=datetime(2026, 11, 20).date())
    journal.add(questions.suggest(facts)[0].for_good())
    journal.add(questions.cannot_wait(facts)[0].told())
    assert "Nothing in this record" in run("--today", "2026-11-20")
