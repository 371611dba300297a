"""What none of the twelve may ever be shown, whenever they look."""

import re

import pytest
from people import PEOPLE

from medself.analysis.change_words import CANNOT_TELL
from medself.library import load

DAYS_AGO = (0, 8, 35)
CAUSE = (
    "because",
    "caused",
    "thanks to",
    "worked",
    "led to",
    "improved",
    "significant",
    "effect of",
)
DIAGNOSIS = (
    "relapse", "depress", "disorder", "toxic", "withdrawal", "syndrome", "overdose", "addict",
    "depend", "abuse", "psychosis", "mania",
)  # fmt: skip
BLAME = (
    "adherence",
    "complian",
    "fail",
    "forgot",
    "should have",
    "you must",
    "too much",
    "too many",
)
FRIGHT = ("danger", "harm", "fatal", "deadly", "safe", "normal", "bad reaction")
NEVER = re.compile(rf"\b({'|'.join((*CAUSE, *DIAGNOSIS, *BLAME, *FRIGHT))})|%", re.IGNORECASE)
AMOUNT = re.compile(r"\d ?(mg|g|ml|tablets?)\b")
ADVICE = re.compile(
    r"\b(stop|start|lower|reduce|raise|increase|double|skip) (it|your|taking|the)\b"
)


@pytest.fixture(params=PEOPLE, ids=lambda story: story.__name__)
def story(request):
    return request.param


@pytest.fixture(params=DAYS_AGO)
def look(request, seen, story):
    return seen(story, request.param)


def test_at_most_five_questions_each_with_reasons_and_entries_behind_it(look, told, story):
    journal = told(story)
    assert len(look.shown) <= 5
    assert len(set(look.rules)) == len(look.rules)
    for one in look.found:
        assert "?" in one.text
        # A pair on the list is a fact of today; everything else says when, or how often.
        assert re.search(r"\d", " ".join(one.reasons)) or one.subject.startswith("pair ")
        assert one.entries
        assert [journal.get(entry).id for entry in one.entries] == list(one.entries)


def test_no_cause_no_diagnosis_no_blame_no_fright(look):
    assert [said for said in look.said if NEVER.search(said)] == []


def test_no_dose_and_no_advice_to_change_one(look):
    assert [said for said in look.said if AMOUNT.search(said) or ADVICE.search(said)] == []


def test_nothing_about_symptoms_the_person_does_not_follow(look, told, story):
    follows = told(story).person.symptoms
    others = [each.label for id_, each in load().symptoms.items() if id_ not in follows]
    starts = tuple(f"{label}{mark}" for label in others for mark in ":,.")
    assert [said for said in look.said if said.startswith(starts)] == []
    assert {key.split()[-1] for key in look.changed} <= set(follows)


def test_what_is_compared_is_told_with_what_it_cannot_tell_and_nothing_else_claims(look):
    for said in look.changed.values():
        claims = "middle score" in said or "stand out" in said or "stood out" in said
        assert claims == said.endswith(CANNOT_TELL)
        assert claims != (
            "cannot be told apart" in said or "we can show a before and after" in said
        )
