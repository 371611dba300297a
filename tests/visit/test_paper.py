"""The visit page on paper: one sheet whatever was recorded, readable by anyone, telling on nobody."""

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from paper import TYPED, bare, by_poppler, by_pypdf, summaries, summary

from medself import demo
from medself.journal import open_journal
from medself.library import load
from medself.visit import build, pdf
from medself.visit.summary import DoseLine, MedicineLine, QuestionLine, SideEffectLine

FULL = summary(
    person="Robin Ashworth",
    medicines=(MedicineLine(name="Sertraline", how="50 mg", since=date(2026, 9, 1), why="worry"),),
    doses=(DoseLine(name="Sertraline", due=30, taken=24, skipped=1, missed=1, not_recorded=4),),
)


def reader(document: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document))


@settings(max_examples=25, deadline=None)
@given(summaries(TYPED, most=40))
def test_any_record_fits_on_one_sheet(page):
    assert len(reader(pdf(page)).pages) == 1


@pytest.mark.soak
@settings(max_examples=2000, deadline=None)
@given(summaries(TYPED, most=40))
def test_any_record_fits_on_one_sheet_often(page):
    assert len(reader(pdf(page)).pages) == 1


@pytest.mark.parametrize(("paper", "points"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_sheet_is_that_of_the_country(paper, points):
    box = reader(pdf(FULL, paper=paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == points


def test_the_sheet_is_tagged_for_screen_readers():
    catalog = reader(pdf(FULL)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert "/StructTreeRoot" in catalog
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()


def test_p6_the_file_tells_neither_who_nor_what_in_its_metadata():
    document = reader(pdf(FULL))
    told = " ".join(map(str, document.metadata.values())).lower()
    told += document.trailer["/Root"]["/Metadata"].get_data().decode().lower()
    for word in ("robin", "ashworth", "sertraline", "worry", "medic", "health", "dose"):
        assert word not in told, word
    assert document.metadata.title == "Notes, 30 Oct 2026"


def test_the_same_page_is_the_same_file():
    assert pdf(FULL) == pdf(FULL)


def test_what_does_not_fit_is_counted_on_the_page():
    many = tuple(QuestionLine(text=f"Question number {n}?") for n in range(200))
    text = by_pypdf(pdf(summary(questions=many)))
    shown = sum(f"number {n}?" in text for n in range(200))
    assert 10 < shown < 200
    assert bare(f"and {200 - shown} more in my list") in bare(text)


def test_a_crowded_page_lists_what_is_taken_now_before_what_matters_less(tmp_path):
    today = date(2026, 11, 28)
    journal = open_journal(demo.make(tmp_path, years=1, today=today))
    page = build(
        journal,
        load(Path(__file__).resolve().parents[2] / "content"),
        start=date(2025, 11, 29),
        end=today,
        today=today,
    )
    text = by_poppler(pdf(page))
    assert "not shown here" in text
    assert len(page.medicines) == 3
    assert "see my list" not in text


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
def test_long_names_do_not_push_the_numbers_off_the_page(read):
    page = summary(
        person="R" * 5000,
        doses=(DoseLine(name="N" * 5000, due=31, taken=29, skipped=1, missed=1),),
        side_effects=(
            SideEffectLine(
                label="S" * 5000,
                first=date(2026, 10, 3),
                last=date(2026, 10, 9),
                days=17,
                worst="A lot",
            ),
        ),
    )
    text = bare(read(pdf(page)))
    assert bare("29 taken, 1 skipped, 1 missed, 0 not recorded of 31 due") in text
    assert bare("noted on 17 days") in text
    assert bare("notes for an appointment") in text


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
@pytest.mark.parametrize("name", ["العربية", "\u202eRobin", "שלום 5", "a\u202e\u2067b"])
def test_names_that_turn_text_round_leave_the_numbers_as_they_are(read, name):
    page = summary(doses=(DoseLine(name=name, due=30, taken=12, skipped=3, not_recorded=15),))
    text = bare(read(pdf(page)))
    assert bare(": 12 taken, 3 skipped, 0 missed, 15 not recorded of 30 due") in text


@pytest.mark.parametrize("name", ["日本語", "ไทย", "🇬🇧🤷🏽‍♀️", "\uffff", "हिन्दी"])
def test_letters_no_font_here_has_do_not_keep_the_page_back(name):
    text = by_pypdf(pdf(summary(person=name, doses=(DoseLine(name=name, due=3, taken=2),))))
    assert bare("2 taken, 0 skipped") in bare(text)


def test_text_on_the_page_is_never_read_as_typst_source():
    trick = '#panic("x") $x^2$ *bold* <label> @ref \\ = heading // gone'
    assert bare(trick) in bare(by_pypdf(pdf(summary(questions=(QuestionLine(text=trick),)))))
