"""Sheets to carry: what is on them, read back from the PDF by two programs, and that they tell no more."""

import io
from datetime import date, datetime, time

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import TYPED, bare, by_poppler, by_pypdf, summary

from medself.library import load
from medself.library.explainer import explain
from medself.model import (
    AsNeeded,
    Daily,
    EveryNDays,
    Hold,
    HoldReason,
    Medication,
    Regimen,
    Slot,
    Step,
    Steps,
    Weekdays,
)
from medself.schedule import due_doses, is_injection
from medself.visit.along import box, card, family, forgotten, sheet
from medself.visit.along.family import CALL, HELPS, WATCH, ForFamily
from medself.visit.summary import MedicineLine

LIBRARY = load("content")
TODAY = date(2026, 10, 20)
MONDAY = date(2026, 10, 26)
EIGHT = (Slot(at=time(8), amount=50),)
READERS = pytest.mark.parametrize("read", [by_pypdf, by_poppler])


def taken(plan, name="Zoloft", unit="mg", **fields):
    regimen = Regimen(start=datetime(2026, 9, 1, 3), plan=plan, unit=unit)
    return Medication(name=name, regimens=(regimen,), **fields)


def pages(document: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(document)).pages)


def lines(found: box.Box) -> dict[date, dict[str, tuple[str, ...]]]:
    return dict(found.days)


# The card and the list


MANY = tuple(
    MedicineLine(name=f"Medicine number {n}", how=f"{n} mg every morning at 08:00", since=TODAY)
    for n in range(40)
)


@READERS
@pytest.mark.parametrize("many", [0, 1, 40])
def test_the_card_has_everything_on_as_many_cards_as_it_needs(read, many):
    page = summary(made_on=TODAY, medicines=MANY[:many])
    document = card.card(page)
    said = bare(read(document))
    for line in MANY[:many]:
        assert bare(f"{line.name}: {line.how}") in said
    assert bare(f"Card {pages(document)} of {pages(document)}.") in said
    assert bare("Robin: what I take") in said
    assert bare("Allergies: ___") in said
    assert (bare(card.NONE) in said) == (many == 0)


def test_a_card_has_the_size_of_a_bank_card():
    box_ = pypdf.PdfReader(io.BytesIO(card.card(summary()))).pages[0].mediabox
    assert (round(box_.width), round(box_.height)) == (243, 153)


def test_the_list_as_text_can_be_pasted_anywhere_and_holds_every_line():
    line = MedicineLine(
        name="Zoloft", how="50 mg every morning at 08:00", since=date(2026, 9, 1), why="worry"
    )
    written = card.as_text(summary(made_on=TODAY, medicines=(line, *MANY)))
    assert "- Zoloft: 50 mg every morning at 08:00, since 1 Sep (worry)" in written
    assert all(len(one) <= 72 for one in written.splitlines())
    assert "\t" not in written
    assert written.count("\n- ") == 41


# The box


def test_every_dose_of_the_week_is_in_its_compartment_once():
    doses = [
        taken(Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(22), amount=25))), "Aa"),
        taken(Weekdays(days=(0, 3), slots=(Slot(at=time(12, 30), amount=2),)), "Bb", "tablets"),
        taken(Daily(slots=(Slot(at=time(1), amount=1),)), "Night", "tablet"),
    ]
    found = box.box(doses, start=MONDAY)
    assert found.parts == ("morning", "afternoon", "night")
    monday = lines(found)[MONDAY]
    assert monday["morning"] == ("08:00 Aa, 50 mg",)
    assert monday["afternoon"] == ("12:30 Bb, 2 tablets",)
    assert monday["night"] == ("22:00 Aa, 25 mg", "01:00 Night, 1 tablet")
    assert lines(found)[date(2026, 10, 27)]["afternoon"] == ()
    put = [line for _, parts in found.days for each in parts.values() for line in each]
    due = due_doses(doses, start=MONDAY, end=date(2026, 11, 1))
    assert len(put) == len(due) == 23


def test_a_step_up_within_the_week_and_a_stop_are_followed():
    steps = Steps(
        first=date(2026, 10, 20),
        steps=(Step(days=9, slots=EIGHT), Step(days=None, slots=(Slot(at=time(8), amount=100),))),
    )
    by_day = lines(box.box([taken(steps)], start=MONDAY))
    assert by_day[date(2026, 10, 28)]["morning"] == ("08:00 Zoloft, 50 mg",)
    assert by_day[date(2026, 10, 29)]["morning"] == ("08:00 Zoloft, 100 mg",)


def test_what_goes_into_no_box_is_listed_apart():
    found = box.box(
        [
            taken(AsNeeded(amount=1), "Panicpill"),
            taken(EveryNDays(n=28, first=MONDAY, slots=EIGHT), "Depotthing"),
            taken(Daily(slots=EIGHT), "Syrupthing", "ml"),
            taken(Daily(slots=EIGHT), "Patchthing", "patches"),
            taken(Daily(slots=EIGHT), "Formthing", "mg", form="oral liquid"),
            taken(Daily(slots=EIGHT), "Notmine", status="not_taking"),
            taken(Daily(slots=EIGHT), "Onlyprescribed", status="prescribed"),
            taken(Daily(slots=EIGHT), "Tabletthing", "tablets"),
        ],
        start=MONDAY,
    )
    assert [line.split(":")[0] for line in found.needed] == ["Panicpill"]
    assert [line.split(":")[0] for line in found.injected] == ["Depotthing"]
    apart = [line.split(":")[0] for line in found.other]
    assert apart == ["Syrupthing", "Patchthing", "Formthing"]
    put = {line for _, parts in found.days for each in parts.values() for line in each}
    assert put == {"08:00 Tabletthing, 50 tablets"}


def test_a_weekly_tablet_is_no_injection_and_an_injection_a_week_says_so():
    weekly = EveryNDays(n=7, first=MONDAY, slots=EIGHT)
    tablet, shot = taken(weekly, unit="mg"), taken(weekly, unit="injection")
    assert not is_injection(tablet, tablet.regimens[0])
    assert is_injection(shot, shot.regimens[0])


def test_doses_in_a_pause_are_left_out_and_said():
    hold = Hold(start=datetime(2026, 10, 27), end=datetime(2026, 10, 29), reason=HoldReason.ADVICE)
    found = box.box([taken(Daily(slots=EIGHT), holds=(hold,))], start=MONDAY)
    filled = [day.day for day, parts in found.days if parts["morning"]]
    assert filled == [26, 29, 30, 31, 1]
    assert found.paused == ("Zoloft",)


@READERS
def test_the_box_sheet_reads_day_by_day(read):
    doses = [taken(Daily(slots=EIGHT)), taken(AsNeeded(amount=1), "Panicpill")]
    found = box.box(doses, start=MONDAY)
    said = bare(read(box.pdf(found, person="Robin", made_on=TODAY, paper="a4")))
    assert bare("Robin: my box, 26 Oct 2026 to 1 Nov 2026") in said
    places = [said.index(f"{day:%A}") for day, _ in found.days]
    assert places == sorted(places)
    assert said.count(bare("08:00 Zoloft, 50 mg")) == 7
    assert said.index("Onlywhenneeded") > places[-1]
    assert bare("Check each against its label") in said


def test_an_empty_box_says_so():
    document = box.pdf(box.box([], start=MONDAY), person="R", made_on=TODAY, paper="us-letter")
    assert bare("Nothing goes into the box.") in bare(by_pypdf(document))


# Forgotten doses


def told(*medications, region="uk"):
    return forgotten.forgotten(medications, LIBRARY, region, today=TODAY)


def test_a_card_says_what_the_page_says_and_nothing_else():
    (found,) = told(taken(Daily(slots=EIGHT), slug="sertraline"))
    page = explain(LIBRARY, "sertraline", "uk")
    assert found.text == next(one.text for one in page.sections if one.name == "missed_dose")
    assert found.draft


@pytest.mark.parametrize(
    ("plan", "slug"),
    [
        (Weekdays(days=(0,), slots=EIGHT), "fluoxetine"),
        (EveryNDays(n=2, first=TODAY, slots=EIGHT), "sertraline"),
        (EveryNDays(n=28, first=TODAY, slots=EIGHT), "sertraline"),
        (Daily(slots=EIGHT), None),
        (Daily(slots=EIGHT), "no-such-page"),
    ],
)
def test_where_the_page_is_not_about_this_way_of_taking_it_nothing_is_said(plan, slug):
    (found,) = told(taken(plan, slug=slug))
    assert found.text == ""


def test_an_injection_gets_what_the_page_says_of_late_injections():
    (found,) = told(taken(EveryNDays(n=28, first=TODAY, slots=EIGHT), slug="aripiprazole"))
    page = explain(LIBRARY, "aripiprazole", "uk")
    sections = {one.name: one.text for one in page.sections}
    assert found.text == sections["injection"]
    assert sections["missed_dose"] not in found.text


def test_only_what_is_taken_now_and_has_doses_due():
    plan = Daily(slots=EIGHT)
    assert told(taken(AsNeeded(), slug="lorazepam")) == ()
    assert told(taken(plan, slug="sertraline", status="not_taking")) == ()


@READERS
@pytest.mark.parametrize("region", ["uk", "us"])
def test_the_sheet_has_a_card_each_the_sources_and_who_is_left(read, region):
    found = told(
        taken(Daily(slots=EIGHT), slug="sertraline"),
        taken(Daily(slots=EIGHT), "Lithium", slug="lithium"),
        taken(Daily(slots=EIGHT), "Tea of mine"),
        region=region,
    )
    said = bare(read(forgotten.pdf(found, person="Robin", made_on=TODAY, paper="a4")))
    assert bare("Zoloft (Sertraline)") in said
    assert bare("take the next as usual the day after. Never take two to catch up.") in said
    assert said.count(bare(forgotten.DRAFT)) == 2
    assert said.index(bare("ask about these")) < said.index(bare("Tea of mine"))
    numbers = [f"[{n}]" for n in range(1, 12) if said.count(f"[{n}]")]
    assert numbers == [f"[{n}]" for n in range(1, len(numbers) + 1)]
    assert all(said.count(number) >= 2 for number in numbers), "cited, and listed"
    assert bare("https") not in said


# For family


def page_for(**chosen) -> bytes:
    choice = ForFamily(**({"country": "uk"} | chosen))
    return family.pdf(choice, LIBRARY, "uk", made_on=TODAY, paper="a4")


@READERS
def test_the_page_for_family_says_whom_to_call_what_to_watch_and_what_helps(read):
    said = bare(read(page_for()))
    for words in (
        "In danger now? Call 999 (United Kingdom).",
        "Samaritans: call 116 123",
        "Things that often help",
        "What to watch for",
        "Asking does not put the idea in someone's head",
        "Where this was read",
        "Some of this is a draft",
    ):
        assert bare(words) in said, words
    assert said.index(bare(CALL)) < said.index(bare("Samaritans"))


def test_without_a_tick_nothing_of_the_person_is_on_it():
    said = by_pypdf(page_for())
    assert "From " not in said.splitlines()[1]
    with_everything = page_for(
        name="Robin",
        pages=("lithium",),
        own=((HELPS, "A walk, *slowly*"), (WATCH, "Not eating"), (CALL, "Mum 123")),
    )
    told_ = bare(by_pypdf(with_everything))
    for words in (
        "From Robin",
        "A walk, *slowly*",
        "Not eating",
        "Mum 123",
        'say the word "lithium"',
    ):
        assert bare(words) in told_, words
        assert bare(words) not in bare(said), words


@pytest.mark.parametrize("slug", sorted(LIBRARY.medications))
def test_every_page_of_the_library_can_be_on_it(slug):
    said = bare(by_pypdf(page_for(pages=(slug,))))
    serious = [one.title for one in LIBRARY.medication(slug).serious]
    assert all(bare(title) in said for title in serious)


@pytest.mark.parametrize("country", [one.country for one in LIBRARY.crisis.countries])
def test_the_lines_are_those_of_the_country(country):
    said = bare(by_pypdf(page_for(country=country)))
    found = next(one for one in LIBRARY.crisis.countries if one.country == country)
    assert all(bare(line.name) in said for line in found.lines)


# All of them


def every_sheet(name: str) -> list[bytes]:
    medicine = taken(Daily(slots=EIGHT), name, slug="sertraline")
    line = MedicineLine(name=name, how=name, since=TODAY)
    return [
        card.card(summary(person=name, medicines=(line,))),
        box.pdf(box.box([medicine], start=MONDAY), person=name, made_on=TODAY, paper="a4"),
        forgotten.pdf(told(medicine), person=name, made_on=TODAY, paper="a4"),
        page_for(name=name, own=((HELPS, name),), pages=("sertraline",)),
    ]


def test_every_sheet_is_tagged_and_its_metadata_tell_nothing():
    for document in every_sheet("Zoloft"):
        reader = pypdf.PdfReader(io.BytesIO(document))
        catalog = reader.trailer["/Root"]
        assert catalog["/MarkInfo"]["/Marked"]
        assert catalog["/Lang"] == "en"
        metadata = catalog["/Metadata"].get_data()
        assert b"pdfuaid:part" in metadata
        about = " ".join(map(str, reader.metadata.values())) + metadata.decode()
        for word in ("zoloft", "robin", "family", "medic", "dose", "health"):
            assert word not in about.lower()
        assert reader.metadata.title.startswith("Notes, ")


@settings(max_examples=12, deadline=None)
@given(TYPED)
def test_any_name_can_be_set_and_is_never_source(name):
    if name.strip():
        assert all(pages(document) < 30 for document in every_sheet(name))


def test_text_is_never_read_as_typst_or_markdown():
    trick = '#panic("x") $x^2$ *bold* **b** <label> @ref \\ = heading // gone'
    for document in every_sheet(trick):
        assert bare(trick) in bare(by_pypdf(document))


@settings(max_examples=50)
@given(st.text("ab *-#\n1.[]", max_size=60))
def test_markdown_never_loses_a_letter(text):
    found = sheet.markdown(text)
    letters = "".join(
        run["text"]
        for block in found
        for runs in (block.get("items") or [block.get("runs", [{"text": block.get("text", "")}])])
        for run in runs
    )
    assert sorted(c for c in letters if c in "ab[]") == sorted(c for c in text if c in "ab[]")


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
SLOTS = st.lists(
    st.builds(Slot, at=TIMES, amount=st.none() | st.integers(1, 400)),
    min_size=1,
    max_size=4,
    unique_by=lambda slot: slot.at,
).map(tuple)
PLANS = st.one_of(
    st.builds(Daily, slots=SLOTS),
    st.builds(
        Weekdays,
        days=st.sets(st.integers(0, 6), min_size=1).map(tuple),
        slots=SLOTS,
    ),
    st.builds(EveryNDays, n=st.integers(1, 30), first=st.just(TODAY), slots=SLOTS),
)
UNITS = st.sampled_from(["mg", "tablets", "ml", "injection", "patches", ""])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(PLANS, UNITS), max_size=8))
def test_every_dose_due_is_in_a_compartment_or_its_medicine_is_listed_apart(plans):
    """Nothing is lost between the plan and the sheet, and nothing is there twice."""
    medicines = [taken(plan, f"Number {n}", unit) for n, (plan, unit) in enumerate(plans)]
    found = box.box(medicines, start=MONDAY)
    put = sorted(
        (day, line.split(",")[0])
        for day, parts in found.days
        for each in parts.values()
        for line in each
    )
    apart = {line.split(":")[0] for line in (*found.injected, *found.other)}
    due = sorted(
        (dose.day, f"{dose.slot:%H:%M} {dose.name}")
        for dose in due_doses(medicines, start=MONDAY, end=date(2026, 11, 1))
        if dose.name not in apart
    )
    assert put == due
    every = {dose.name for dose in due_doses(medicines, start=MONDAY, end=date(2026, 11, 1))}
    assert apart <= every
