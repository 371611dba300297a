"""Pages on paper: tagged, with sources and dates, the crisis numbers of the region, and nobody's record."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from medself.library import explain, load
from medself.paper import pack
from medself.paper.blocks import blocks, runs

DAY = date(2026, 11, 25)
FOOT = re.compile(r"\S[^\n]*is at risk: call \d+ now\.\s*\d+ of \d+\s*$")


@pytest.fixture(scope="module")
def library():
    return load()


def country(library, name):
    return next(each for each in library.crisis.countries if each.country == name)


def made(library, *slugs, region="us", level="standard", **options):
    pages = [explain(library, slug, region, level) for slug in slugs]
    data = pack(pages, country(library, region), made_on=DAY, **options)
    return PdfReader(io.BytesIO(data))


def text(document):
    return " ".join(" ".join(page.extract_text().split()) for page in document.pages)


def test_one_page_is_tagged_and_its_metadata_say_nothing(library):
    document = made(library, "sertraline")
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in document.trailer["/Root"]["/Metadata"].get_data()
    assert document.metadata.title == "Reading, 25 November 2026"
    assert document.metadata.author is None
    assert "sertraline" not in str(document.metadata).lower()


def test_it_says_what_the_page_says_with_sources_dates_and_that_it_is_a_draft(library):
    said = text(made(library, "sertraline"))
    for words in (
        "Sertraline", "Draft: no clinician has checked this page yet.", "At a glance",
        "Where this comes from", "Read on 23 November 2026.", "To be looked at again by",
        "Printed from medself on 25 November 2026.", "Please do not stop or change a medicine",
    ):  # fmt: skip
        assert words in said


def test_every_sentence_of_the_page_is_on_paper(library):
    page = explain(library, "lithium", "uk", "detailed")
    document = made(library, "lithium", region="uk", level="detailed")
    # The foot of a sheet stands in the middle of a paragraph that goes on overleaf.
    sheets = (re.sub(FOOT, "", sheet.extract_text()) for sheet in document.pages)
    said = re.sub(r"\W+", "", "".join(sheets))
    for section in page.sections:
        for line in section.text.splitlines():
            assert re.sub(r"\W+", "", line) in said, line


def test_who_to_call_is_on_it_by_region_at_both_ends_and_at_the_foot_of_each_sheet(library):
    us, uk = made(library, "sertraline"), made(library, "sertraline", region="uk")
    assert text(us).count("988 Suicide and Crisis Lifeline: call 988, or text 988") == 2
    assert "116 123" in text(uk)
    assert "call 988" not in text(uk)
    assert all("is at risk: call 911 now." in sheet.extract_text() for sheet in us.pages)
    assert "call your emergency number now." in text(
        PdfReader(io.BytesIO(pack([explain(library, "ssri")], None, made_on=DAY)))
    )


def test_a_pack_has_its_list_and_each_page_with_its_own_sources(library):
    document = made(library, "in-a-crisis", "ssri", "sertraline", level="short")
    said = text(document)
    assert "In this pack" in document.pages[0].extract_text()
    assert said.count("Where this comes from") == 3
    assert said.count("Draft: no clinician has checked this page yet.") == 3


def test_a_page_that_was_checked_says_by_whom(library):
    page = explain(library, "ssri")
    review = page.review.model_copy(update={"status": "clinician", "by": "A. Person", "date": DAY})
    data = pack([replace(page, review=review)], None, made_on=DAY)
    said = text(PdfReader(io.BytesIO(data)))
    assert "Checked by A. Person on 25 November 2026." in said
    assert "Draft" not in said


def test_the_sheet_is_that_of_the_country(library):
    assert [int(n) for n in made(library, "ssri", paper="us-letter").pages[0].mediabox[2:]] == [
        612,
        792,
    ]
    assert [int(n) for n in made(library, "ssri", paper="a4").pages[0].mediabox[2:]] == [595, 841]


def test_every_page_of_the_library_can_be_set(library):
    for region in ("us", "uk"):
        assert made(library, *library.heads, region=region, level="detailed").pages


def test_a_table_stays_a_table(library):
    (table,) = [
        block
        for section in explain(library, "side-effects-and-what-to-do").sections
        for block in blocks(section.text)
        if block["kind"] == "table"
    ][:1]
    assert table["rows"][0][0][0]["text"].strip() == "word in a leaflet"


@pytest.mark.parametrize(
    ("markdown", "kinds"),
    [
        ("One.\nStill one.", ["para"]),
        ("Tell them if:\n- a\n- b\n  more of b", ["para", "bullets"]),
        ("1. one\n2. two", ["numbers"]),
        ("> a\n>\n> b", ["quote"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["table"]),
        ("", []),
    ],
)
def test_markdown_is_taken_apart(markdown, kinds):
    assert [block["kind"] for block in blocks(markdown)] == kinds


def test_bold_and_italic_are_runs_and_nothing_else_is_read_as_a_command():
    assert runs("**Bold** and *slanted* #let x = 1 $y$ 2 * 3") == [
        {"text": "Bold", "style": "bold"},
        {"text": " and ", "style": ""},
        {"text": "slanted", "style": "italic"},
        {"text": " #let x = 1 $y$ 2 * 3", "style": ""},
    ]
