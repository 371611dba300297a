"""Every number a person reads on the pages that count has its entry in the register of measures.

The whole screen is read, tables and the words of charts too. What a measure says is crossed out by its
pattern, and so is what was never counted: days, clock times, doses as planned, names. A digit that is
left over is a number nobody can look up.
"""

import re
from datetime import date, datetime, time

import pytest
from reader import shown
from screen import as_typed, fine, sources

from medself import demo
from medself.analysis.measures import MEASURES
from medself.journal import open_journal
from medself.model import Measurement, Score
from medself.schedule import changes
from medself.ui import clock

TODAY = date(2026, 11, 21)
FLAGS = re.IGNORECASE | re.MULTILINE
N = r"\d+(?:\.\d+)?"
TO = rf"{N}(?: to {N})?"
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"

NEVER_COUNTED = {
    "a run of days": rf"\b\d{{1,2}} to \d{{1,2}} {MONTH} \d{{4}}",
    "a day": rf"\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH} \d{{4}}",
    "a time": r"\d{2}:\d{2}",
    "a dose as planned": rf"{N} mg",
    "the limits of a label": r"at most \d+ doses? in 24 hours|at least \d+ hours? apart",
    "a choice of days": r"^(?:\d+ days|1 year)$",
    "a questionnaire": r"\b(?:PHQ|GAD|WHO|PC-PTSD|AUDIT|DAI|PSS)-(?:\d+|C)",
    "the days compared": rf"(?:days|weeks) {N} to {N}|the {N} days before|the day of the change is day 1",
    "how far off a visit is": r"^in \d+ days$",
    "how it is done": r"more than (?:two|2) days later|Star up to 3|such as \d+ to \d+ in every 100|"
    r"is the middle of 7 days|page 1 of 1|question 9 \(|from 14 recorded doses each, days of the week from 8 each",
}
SAYS = {
    "days_recorded": rf"recorded on {N} of {N} days|you recorded {N} of {N} days",
    "longest_gap": rf"longest gap:? {N} days?",
    "filled_in_later": rf"more than two days later: {N} of {N} records|of {N} entries, {N} were filled in|{N} entr(?:y|ies) filled in",
    "doses_by_state": rf"{N} taken, {N} skipped, {N} missed, {N} not recorded",
    "doses_due": rf"of {N} due",
    "bounds": rf"so {TO} (?:in every 100|of every 100 mg due)",
    "days_by_state": rf"(?:taken|skipped|missed|not recorded|in a pause|all the same) on {N} days?|"
    rf"^(?:taken|skipped|missed|not recorded|in a pause|not all the same): {N}$",
    "typical_week": rf"middle score by day of the week: (?:\w+day {N},? ?)+|days recorded: {N}$",
    "hours_slept": rf"middle {N}, most nights {TO}, on {N} of {N} nights|nights: {TO}|middle hours: {N}",
    "in_time": rf"in time: {N} of {N} doses taken, no more than {N} hours|of {N} more we do not know",
    "days_as_planned": rf"as planned: {N} of {N} days?",
    "run": rf"(?:missed|not recorded) in a row: {N} doses",
    "time_taken": rf"from the first dose to the last(?: before the first gap)?: {N} days?",
    "gap": rf"no gap of {N} days? or more|to ask after {N} days?|gap of {N} days?|: {N} missed and {N} not",
    "reasons_given": rf"\((?:once|{N} times)\)|(?:skipped|missed) (?:once|{N} times):",
    "by_weekday": rf"\w+day {N} of {N}",
    "least_gap": rf"shortest time between two: {N} (?:hours|days)|what you wrote down says at least {N} hours",
    "as_needed_use": rf"taken (?:once|{N} times) on {N} days?:|the last {N} of these days|as needed: (?:once|{N} times) on {N} days?|taken on {N} days?",
    "most_in_24h": rf"most in 24 hours: {N}|what you wrote down says at most {N}",
    "middle_score": rf"middle (?:score|rating) {N} of 10, most days {TO},? (?:on |\()?{N} days?",
    "before_and_after": rf"in the {N} days before .*? you recorded {N} days|after you recorded {N} of {N}"
    rf" days|your middle score was {N}, and most days were {TO}|days recorded: {N} of {N}|middle score: "
    rf"{N}$|most days: {TO}$|you recorded {N} of the {N} days .*? with {N} we can show a before and after"
    rf"\.(?: {N} more to go)?|rated on {N} of {N} days before and {N} of {N} after|to compare, "
    rf"{N} in {N} different weeks and {N} in {N} different weeks are needed|middle rating {N} of 10, most days "
    rf"{TO} \({N} of {N} days rated\)",
    "on_the_page": rf"(?:page: |, |recorded |and ){N} (?:day|check-in|question|change|medicine|side effect|"
    rf"questionnaire|test|note|answer|entr|private)",
    "open_questions": rf"{N} questions? (?:is|are) open, {N} of them",
    "measured": rf"level {N} mmol",
    "times_in_ten": rf"about {N} times in 10",
    "stood_out": "stood out|stand out",
    "side_effect_days": rf"on {N} days?, .*?at worst|Days: {N} of {N}|you noted this on {N} of {N} days? recorded",
    "questionnaire_total": rf"^total: {N}$|total: (?:{N} earlier, then )?{N} on|, {N} on|"
    rf"total: {N} \(.*?\)(?:, {N} \(.*?\))*|(?:total|\d{{4}}): {N} of {N}|, {N} times?$",
    "who5_percentage": rf"\({N} of 100\)",
}


@pytest.fixture
def pages(home, open_app, monkeypatch) -> list[str]:
    """Everything the pages say of an invented person, a piece a line."""
    monkeypatch.setattr(clock, "now", lambda: datetime.combine(TODAY, time(12)))
    journal = open_journal(demo.make(home, today=TODAY))
    filled = datetime.combine(TODAY, time(9))
    level = Measurement(at=filled, zone="UTC", what="Lithium level", value=0.7, unit="mmol/L")
    journal.add(level)
    answers = (3, 3, 2, 2, 2)
    journal.add(Score(at=filled, zone="UTC", instrument="who-5", total=12, answers=answers))
    keys = {
        f"{each.name} {each.kind}": f"{each.day} {each.kind} {each.medication}"
        for each in changes(journal.medications(), end=TODAY)
    }
    parts = ("table", "more", "change_table", "calendar", "calendar_days_table", "week")
    parts += ("week_mood_table", "sleep", "sleep_hours_table", "totals", "totals_phq-9_table")
    ticked = dict.fromkeys(("visit_notes", "visit_own_words", "visit_item_9"), True)
    opened = dict.fromkeys((f"trends_{part}" for part in parts), True)
    return [
        *said(fine(open_app("trends", trends_change=keys["Quetiapine start"], **opened))),
        *said(fine(open_app("trends", trends_change=keys["Lamotrigine start"]))),
        *said(fine(open_app("visit", visit_since=True, visit_choose=True))),
        *said(fine(open_app("visit", visit_step="page", visit_text=True, **ticked))),
        *said(fine(open_app("questionnaires", **{"questionnaires_history_who-5": True}))),
        # Every other number on a page of the library is of its sources.
        *(
            line
            for line in said(fine(open_app("learn", page_id="sertraline")))
            if "You noted" in line
        ),
    ]


def said(app) -> list[str]:
    """The lines of a page, the cells of its tables with their columns, and the words of its charts."""
    cells = [
        f"{column}: {value}"
        for table in app.table
        for row in table.value.to_dict("records")
        for column, value in row.items()
    ]
    charts = [chart.proto.alt for chart in app.get("vega_lite_chart")]
    typed = [re.sub(r"\n *(?=[a-z]|\b)", " ", text) for text in as_typed(app)]
    return [*map(shown, [*sources(app), *cells]), *"\n".join([*typed, *charts]).splitlines()]


def left_over(piece: str) -> str:
    """The piece without what is known; a digit in it is a number without a measure."""
    for pattern in (*SAYS.values(), *NEVER_COUNTED.values()):
        piece = re.sub(pattern, "", piece, flags=FLAGS)
    return piece


def test_every_number_shown_is_of_a_measure_in_the_register(pages):
    assert [piece for piece in pages if re.search(r"\d", left_over(piece))] == []
    assert [name for name in SAYS if name not in MEASURES] == []
    seen = "\n".join(pages)
    assert [name for name in SAYS if not re.search(SAYS[name], seen, FLAGS)] == []


def test_a_number_without_a_measure_is_seen():
    assert left_over("Your score of the month: 73") == "Your score of the month: 73"
    assert re.search(r"\d", left_over("Of 65 due, 61 in time"))
