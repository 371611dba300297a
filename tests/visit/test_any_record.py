"""Any record at all, from the journal to the printed sheet: one page, nothing cut through, every number true.

The numbers are worked out here from the tables of the journal, not taken from the page.
"""

import io
import random
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper import WIDTHLESS, by_poppler, by_pypdf

from medself.analysis.adherence import dose_counts
from medself.journal import create_person, open_journal
from medself.library import load
from medself.model import (
    CheckIn,
    Daily,
    Dose,
    DoseStatus,
    LifeEvent,
    Medication,
    Person,
    Question,
    Regimen,
    Severity,
    SideEffect,
    Slot,
)
from medself.schedule import due_table, holds_table
from medself.visit import Choice, as_json, build, pdf

LIBRARY = load(Path(__file__).resolve().parents[2] / "content")
START, END = date(2026, 10, 1), date(2026, 10, 30)
DAYS = [START + timedelta(days=n) for n in range(30)]
NAMES = {
    "plain": lambda n: f"Name {n}",
    "long": lambda n: f"{n} " + "Wm" * 2_490,
    "long in words": lambda n: f"{n} " + "word and " * 550,
    "Hebrew": lambda n: f"אבגד {n} שלום",
    "Arabic": lambda n: f"{n} " + "العربية " * 600,
    "turned round": lambda n: f"\u202eRobin {n}\u2067b",
    "control": lambda n: f"a\n\t{n} *b* $c$ <d>",
}
MARGIN = 1.4 / 2.54 * 72
HANGING = 4
"""Points by which a full stop at the end of a line may stand in the margin."""

RECORDS = st.fixed_dictionaries(
    {
        "seed": st.integers(0, 10**6),
        "medicines": st.integers(0, 40),
        "effects": st.integers(0, 200),
        "questions": st.integers(0, 30),
        "names": st.sampled_from(sorted(NAMES)),
        "paper": st.sampled_from(["a4", "us-letter"]),
        "private": st.booleans(),
        "chart": st.booleans(),
    }
)


def entry(day: date, hour: int) -> dict:
    return {"at": datetime.combine(day, time(hour)), "zone": "UTC", "day": day}


def fill(journal, record: dict) -> None:
    chance, name = random.Random(record["seed"]), NAMES[record["names"]]
    plan = Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(20), amount=50)))
    regimen = Regimen(start=datetime(2026, 9, 1, 3), plan=plan, unit="mg")
    medicines = [
        Medication(name=name(n), why=name(n), regimens=(regimen,))
        for n in range(record["medicines"])
    ]
    doses = [
        Dose(
            medication=medicine.id,
            status=chance.choice(list(DoseStatus)),
            slot=datetime.combine(day, time(hour)),
            amount=50,
            unit="mg",
            reason=name(0)[:20_000],
            **entry(day, hour),
        )
        for medicine in medicines
        for day in chance.sample(DAYS, chance.randint(0, 30))
        for hour in chance.sample((8, 20), chance.randint(1, 2))
    ]
    effects = [
        SideEffect(effect=name(n), severity=Severity(chance.randint(1, 3)), **entry(day, 9))
        for n in range(record["effects"])
        for day in chance.sample(DAYS, chance.randint(1, 3))
    ]
    rated = [
        CheckIn(ratings={"mood": chance.randint(0, 10)}, note=name(1), **entry(day, 21))
        for day in chance.sample(DAYS, chance.randint(0, 30))
    ]
    happened = [LifeEvent(text=name(n), **entry(DAYS[n], 12)) for n in range(3)]
    asked = [Question(text=name(n), starred=n < 3) for n in range(record["questions"])]
    journal.add_all([*medicines, *doses, *effects, *rated, *happened, *asked])


def check(record: dict) -> None:
    with TemporaryDirectory() as home:
        journal = open_journal(create_person(Path(home), Person(name=NAMES[record["names"]](0))))
        fill(journal, record)
        choice = Choice(
            without=frozenset() if record["chart"] else frozenset(["life"]),
            notes=record["private"],
            own_words=record["private"],
        )
        found = build(journal, LIBRARY, start=START, end=END, today=END, choice=choice)
        document = pdf(found, paper=record["paper"])
        assert len(pypdf.PdfReader(io.BytesIO(document)).pages) == 1
        inside(document, overlaps=not record["chart"])
        true_numbers(journal, as_json(found), document)


def inside(document: bytes, *, overlaps: bool) -> None:
    """Every word is whole: between the margins, and none lies over another."""
    said = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=document, capture_output=True, check=True
    ).stdout
    tree = ET.fromstring(re.sub(rb"<!DOCTYPE[^>]*>|[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", said))
    html = "{http://www.w3.org/1999/xhtml}"
    page = next(tree.iter(f"{html}page"))
    width, height = float(page.get("width")), float(page.get("height"))
    boxes = [
        tuple(float(word.get(edge)) for edge in ("xMin", "yMin", "xMax", "yMax"))
        for word in page.iter(f"{html}word")
        if (word.text or "").translate(WIDTHLESS).strip()
    ]
    for left, top, right, bottom in boxes:
        assert left >= MARGIN - HANGING
        assert right <= width - MARGIN + HANGING
        assert top >= 0
        assert bottom <= height
    if overlaps:
        boxes.sort()
        for number, (_, top, right, bottom) in enumerate(boxes):
            for other in boxes[number + 1 :]:
                if other[0] >= right - 2:
                    break
                assert min(bottom, other[3]) - max(top, other[1]) < 5, (boxes[number], other)


def true_numbers(journal, said: dict, document: bytes) -> None:
    """Each number on paper and in the JSON is one of the analysis, of this journal."""
    kinds = ("dose", "check_in", "side_effect", "rating")
    tables = {kind: journal.table(kind, start=START, end=END) for kind in kinds}
    recorded = pd.concat([tables[kind]["day"] for kind in kinds[:3]]).nunique()
    medications = journal.medications()
    due = due_table(medications, start=START, end=END)
    counts = dose_counts(due, tables["dose"], holds_table(medications))
    states = ["taken", "skipped", "missed", "not_recorded", "due"]
    doses = Counter(map(tuple, counts[states].to_numpy().tolist()))
    effects = Counter(tables["side_effect"].groupby("effect")["day"].nunique().tolist())
    assert Counter(tuple(line[state] for state in states) for line in said["doses"]) == doses
    assert Counter(line["days"] for line in said["side_effects"]) == effects
    assert said["check_ins"] == len(tables["check_in"])
    for read in (by_pypdf, by_poppler):
        text = " ".join(read(document).translate(WIDTHLESS).split())
        assert re.search(rf"Recorded on {recorded} of 30 days", text)
        pattern = r"(\d+) taken, (\d+) skipped, (\d+) missed, (\d+) not recorded of (\d+) due"
        shown = Counter(tuple(map(int, groups)) for groups in re.findall(pattern, text))
        assert not shown - doses
        noted = Counter(int(days) for days in re.findall(r"noted on (\d+) days?", text))
        assert not noted - effects
        if rated := re.search(r"Mood: middle rating ([\d.]+) of 10", text):
            daily = tables["rating"].groupby("day")["value"].median()
            assert float(rated[1]) == round(daily.median(), 1)


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(RECORDS)
def test_any_record_becomes_one_true_page(record):
    check(record)


LARGEST = {"medicines": 40, "effects": 200, "questions": 30, "private": True, "seed": 1}


@pytest.mark.parametrize(("names", "chart"), [("long", False), ("Arabic", True)])
def test_the_largest_record_becomes_one_true_page(names, chart):
    check(LARGEST | {"names": names, "chart": chart, "paper": "us-letter"})


@pytest.mark.soak
@settings(max_examples=120, deadline=None, suppress_health_check=SLOW)
@given(RECORDS)
def test_any_record_becomes_one_true_page_often(record):
    check(record)


@pytest.mark.soak
@pytest.mark.parametrize("names", sorted(NAMES))
@pytest.mark.parametrize("chart", [True, False])
def test_the_largest_record_becomes_one_true_page_whatever_it_holds(names, chart):
    check(LARGEST | {"names": names, "chart": chart, "paper": "a4"})
