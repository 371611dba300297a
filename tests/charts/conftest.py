"""Facts of an invented record, small enough to count by hand."""

from datetime import datetime

import pytest
from invented import END, START, medicines, table

from medself.charts.facts import Facts
from medself.model import Visit


@pytest.fixture
def facts() -> Facts:
    days = [*range(1, 11), *range(16, 26)]
    ratings = [
        {"day": day, "symptom": symptom, "value": value}
        for day in days
        for symptom, value in (("mood", 4 if day < 11 else 6), ("worry", 7))
    ]
    return Facts(
        start=START,
        end=END,
        medications=medicines(),
        visits=[Visit(at=datetime(2026, 5, 11, 10), zone="UTC", with_whom="Dr Vale")],
        doses=table(
            "dose",
            [
                {"day": 2, "medication": "Lorazepam", "status": "taken"},
                {"day": 27, "medication": "Sertraline", "status": "taken"},
            ],
        ),
        check_ins=table("check_in", [{"day": day} for day in days]),
        ratings=table("rating", ratings),
        side_effects=table(
            "side_effect",
            [
                {"day": 12, "effect": "nausea", "severity": 2},
                {"day": 14, "effect": "nausea", "severity": 1},
                {"day": 15, "effect": "nausea", "severity": 0},
                {"day": 16, "effect": "odd taste of <b>tin</b>", "severity": 3},
            ],
        ),
        events=table("event", [{"day": 20, "text": "Moved house"}]),
        symptoms={"mood": "Mood", "worry": "Worry"},
        effects={"nausea": "Feeling sick"},
    )
