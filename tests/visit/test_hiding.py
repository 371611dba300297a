"""Names hidden on the visit page: no name and no brand is left in any text of it, and what is not sure is out."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import TYPED, summaries, summary

from medself.library import load
from medself.model import Medication
from medself.model.text import one_line
from medself.visit import words
from medself.visit.hiding import hide_names
from medself.visit.names import names_to_hide
from medself.visit.summary import (
    DatedLine,
    DoseLine,
    MedicineLine,
    QuestionLine,
    SideEffectLine,
    Summary,
)

LIBRARY = load("content")
LIST = (
    Medication(name="Zoloft", slug="sertraline"),
    Medication(name="Lithium", slug="lithium"),
    Medication(name="Zetapill Forte", status="not_taking"),
)
NAMES = names_to_hide("Robin Ashworth", LIST, LIBRARY)
TELLING = ("zoloft", "lustral", "sertraline", "lithium", "priadel", "zetapill", "robin", "ashworth")


def hidden(**fields):
    return hide_names(summary(person="Robin Ashworth", with_whom="Dr Lind", **fields), NAMES)


def texts(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in texts(each)]
    if is_dataclass(value):
        return [text for f in fields(value) for text in texts(getattr(value, f.name))]
    return []


def test_everything_on_the_page_is_without_names():
    found = hidden(
        questions=(
            QuestionLine(text="Is Lustral why Robin is tired?", detail="Since ZOLOFT's start"),
        ),
        changes=(DatedLine(day=date(2026, 10, 3), text="Zoloft: started, 50 mg every morning"),),
        medicines=(
            MedicineLine(
                name="Zoloft", how="one Zoloft at 08:00", since=None, why="low, like Robin"
            ),
            MedicineLine(name="Zetapill Forte", how="1 tablet", since=None),
        ),
        doses=(DoseLine(name="Lithium", due=3, taken=2),),
        side_effects=(
            SideEffectLine(
                label="sertraline shakes",
                first=date(2026, 10, 3),
                last=date(2026, 10, 3),
                days=1,
                worst="A lot",
            ),
        ),
        events=(DatedLine(day=date(2026, 10, 4), text="Ran out of priadel"),),
    )
    assert found.left_out == 0
    page = found.summary
    assert page.person == "R. A."
    assert page.with_whom == ""
    assert page.questions[0].text == "Is SSRIs why R. is tired?"
    assert page.changes[0].text == "SSRIs: started, 50 mg every morning"
    assert page.medicines[0].how == "one SSRIs at 08:00"
    assert page.medicines[1].name == "Medicine A"
    assert page.doses[0].name == "Mood stabilisers"
    assert (page.doses[0].due, page.doses[0].taken) == (3, 2)
    assert page.side_effects[0].label == "SSRIs shakes"
    assert page.events[0].text == "Ran out of Mood stabilisers"
    said = " ".join([*texts(page), words.title(page), words.footer(page)]).lower()
    assert [name for name in TELLING if name in said] == []


@pytest.mark.parametrize(
    "text",
    [
        "Is sertralin strong?",
        "Is Zolofft strong?",
        "Is zolo strong?",
        "Is sert strong?",
        "More zoloft50 then?",
        "Is a prezoloft time better?",
        "ZÓLOFT again?",
        "Is zo\u200bl\u00adofft strong?",
        "Would Prozac be better?",
        "Would olanzapine be better?",
        "The forte one?",
        "Ashwort asked too",
    ],
)
def test_a_line_in_which_a_name_may_still_stand_is_left_out_and_counted(text):
    found = hidden(questions=(QuestionLine(text=text), QuestionLine(text="Will I sleep?")))
    assert [question.text for question in found.summary.questions] == ["Will I sleep?"]
    assert found.left_out == 1


def test_a_medicine_whose_how_is_not_sure_stays_without_it():
    line = MedicineLine(name="Zoloft", how="as on the sertralin box", since=None, why="zolofts")
    (kept,) = hidden(medicines=(line,)).summary.medicines
    assert (kept.name, kept.how, kept.why) == ("SSRIs", "how I take it is not shown", "SSRIs")


def test_who_prescribed_it_is_left_out_and_a_strength_that_is_not_sure_too():
    line = MedicineLine(
        name="Zoloft", how="50 mg", since=None, strength="50 mg zolofft", prescriber="Dr Lind"
    )
    (kept,) = hidden(medicines=(line,)).summary.medicines
    assert (kept.name, kept.strength, kept.prescriber) == ("SSRIs", "", "")


def test_ordinary_lines_stay_as_they_are():
    lines = (
        "Is it normal to be tired all day?",
        "Recorded: 50 mg every morning at 08:00, since 3 May",
        "May I have a glass of wine with it?",
        "Less interest in sex",
    )
    found = hidden(questions=tuple(QuestionLine(text=line) for line in lines))
    assert tuple(question.text for question in found.summary.questions) == lines
    assert found.left_out == 0


def test_two_of_a_group_are_told_apart_and_one_medicine_has_one_stand_in():
    names = names_to_hide(
        "R",
        [
            Medication(name="Zoloft", slug="sertraline"),
            Medication(name="sertraline", slug="sertraline"),
            Medication(name="Prozac", slug="fluoxetine"),
        ],
        LIBRARY,
    ).stand_in
    assert names["zoloft"] == names["sertraline"] == "SSRIs A"
    assert names["prozac"] == "SSRIs B"


def test_a_stand_in_never_has_a_name_in_it():
    typed = [Medication(name="Medicine"), Medication(name="A"), Medication(name="SSRIs")]
    stand_in = names_to_hide("Robin", [*LIST, *typed], LIBRARY).stand_in
    for label in stand_in.values():
        parts = label.lower().split()
        assert not {"medicine", "a", "ssris"} & set(parts), label


ODD = st.one_of(TYPED, st.text("aZ .*+?()[]'’-א\u2068\n", min_size=1, max_size=12)).filter(
    lambda name: name.strip()
)


@settings(max_examples=150, deadline=None)
@given(ODD, ODD, st.text("aZ .א", max_size=20))
def test_no_typed_name_is_left_whole_in_any_text(medicine, person, around):
    """Whatever a medicine or a person is called, and wherever it stands."""
    names = names_to_hide(person, [Medication(name=medicine)], LIBRARY)
    written = one_line(medicine)
    page = summary(
        person=person,
        questions=(QuestionLine(text=f"{around} {written} {around}"),),
        medicines=(MedicineLine(name=medicine, how=f"one {written}", since=None),),
        doses=(DoseLine(name=medicine, due=3),),
        events=(DatedLine(day=date(2026, 10, 4), text=f"{written}, {one_line(person)}"),),
    )
    found = hide_names(page, names).summary
    stand_ins = sorted(set(names.stand_in.values()), key=len, reverse=True)
    for text in [*texts(found.questions), *texts(found.doses), *texts(found.events)]:
        bare = text
        for stand_in in stand_ins:
            bare = bare.replace(stand_in, " ")
        assert not names.pattern.search(bare), text


@settings(max_examples=25, deadline=None)
@given(summaries(TYPED, most=6))
def test_a_page_without_any_known_name_keeps_its_numbers(page):
    found = hide_names(page, NAMES).summary
    assert len(found.doses) <= len(page.doses)
    kept = [(line.due, line.taken, line.low) for line in found.doses]
    given_ = [(line.due, line.taken, line.low) for line in page.doses]
    assert all(numbers in given_ for numbers in kept)
    assert found.symptoms == page.symptoms


def test_what_cannot_be_looked_through_is_an_error_and_not_shown():
    @dataclass(frozen=True, kw_only=True)
    class Later(Summary):
        more: object = None

    page = Later(**{f.name: getattr(summary(), f.name) for f in fields(Summary)}, more={"a": "b"})
    with pytest.raises(TypeError):
        hide_names(page, NAMES)


def test_a_text_that_comes_to_the_page_later_is_gone_through_too():
    @dataclass(frozen=True, kw_only=True)
    class Later(Summary):
        more: str = ""
        lines: tuple[str, ...] = ()

    basis = {f.name: getattr(summary(), f.name) for f in fields(Summary)}
    page = Later(**basis, more="ask about zolofft", lines=("Zoloft helps", "sertralin helps"))
    found = hide_names(page, NAMES)
    assert (found.summary.more, found.summary.lines) == ("", ("SSRIs helps",))
    assert found.left_out == 2
