"""The entries behind a question, each as a line a person recognises."""

from dataclasses import replace

import pytest
from told import ago, at, dose, felt, rated, taking, visit

from medself.errors import ContentError
from medself.library import Library, load
from medself.model import CheckIn, Measurement
from medself.questions import cannot_wait, gather
from medself.questions.behind import line

LITHIUM = taking("Lithium")
LABELS = {LITHIUM.id: "Lithium", "nausea": "Feeling sick", "mood": "Mood", "worry": "Worry"}
MISSED = dose(LITHIUM, 2, "missed")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (felt(2, "nausea", 2), "18 November 2026: Feeling sick, quite a bit"),
        (felt(2, "my *own* words", 0), "18 November 2026: my *own* words, gone"),
        (MISSED, "18 November 2026: Lithium, missed"),
        (replace(MISSED, reason="Ran out"), "18 November 2026: Lithium, missed (Ran out)"),
        (replace(MISSED, day=ago(3)), "17 November 2026: Lithium, missed"),
        (rated(2, mood=3, worry=7), "18 November 2026: Mood 3 and Worry 7"),
        (CheckIn(at=at(2), zone="UTC", sleep_hours=6), "18 November 2026: check-in"),
        (
            Measurement(at=at(2), zone="UTC", what="Lithium level", value=0.7, unit="mmol/l"),
            "18 November 2026: Lithium level 0.7 mmol/l",
        ),
        (LITHIUM, "On my list: Lithium"),
        (visit(2), "An appointment of 18 November 2026"),
    ],
)
def test_a_line_names_the_day_and_what_was_recorded(record, said):
    assert line(record, LABELS) == said


def test_without_the_file_of_numbers_the_card_still_says_to_call(journal, monkeypatch):
    journal.add(felt(0, "chest_pain"))

    def broken(_):
        raise ContentError("crisis.yaml cannot be read")

    monkeypatch.setattr(Library, "crisis", property(broken))
    (card,) = cannot_wait(gather(journal, load(), today=ago(0)))
    assert "Call your local emergency number now" in card.call
