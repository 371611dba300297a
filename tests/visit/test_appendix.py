"""The extra pages: every day, charts, answers and sources; nothing private that was not ticked."""

import io
from pathlib import Path

import pypdf
import pytest
from paper import bare, by_poppler, by_pypdf
from rich import END, START, fill, medicine

from medself.library import load
from medself.visit import Choice
from medself.visit.appendix import appendix
from medself.visit.appendix_pdf import appendix_pdf
from medself.visit.build import Days
from medself.visit.choice import PARTS

LIBRARY = load(Path(__file__).resolve().parents[2] / "content")
DAYS = Days(START, END, END, None)
DEAD = "Thoughts that you would be better off dead"


@pytest.fixture
def robin(journal):
    fill(journal)
    return journal


def printed(journal, read=by_pypdf, **fields) -> str:
    return bare(read(appendix_pdf(appendix(journal, LIBRARY, DAYS, **fields))))


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
def test_every_day_has_its_row_and_days_without_an_entry_share_one(robin, read):
    said = printed(robin, read)
    assert bare("7 Oct 2026 Buspirone 1 not recorded; Sertraline 1 missed") in said
    assert bare("2 Oct 2026 Sertraline 1 taken Mood 4") in said
    assert bare("Feeling sick: a lot") in said
    rows = appendix(robin, LIBRARY, Days(START, END.replace(month=11, day=9), END, None)).days
    assert (rows[-1].day, rows[-1].last, rows[-1].empty) == (
        END.replace(day=31),
        END.replace(month=11, day=9),
        True,
    )
    assert sum((row.last - row.day).days + 1 for row in rows) == 40


def test_answers_are_there_but_not_the_private_one_until_it_is_ticked(robin):
    assert bare("Little interest or pleasure in doing things Several days") in printed(robin)
    assert bare(DEAD) not in printed(robin)
    assert bare("Question 9 left off") in printed(robin)
    assert bare(f"{DEAD} or of hurting yourself in some way Several days") in printed(
        robin, choice=Choice(item_9=True)
    )


def test_private_words_are_there_only_where_they_were_ticked(robin):
    assert "SECRET" not in printed(robin, show_private=True)
    said = printed(robin, choice=Choice(notes=True, own_words=True))
    assert bare("SECRET NOTE") in said
    assert bare("SECRET EVENT") in said
    label = LIBRARY.side_effects["sexual_desire"].label
    assert bare(label) not in said
    assert bare(label) in printed(robin, show_private=True)


@pytest.mark.parametrize(
    ("part", "sign"),
    [
        ("doses", "1 missed"),
        ("symptoms", "Mood 4"),
        ("side_effects", "Feeling sick"),
        ("scores", "Little interest"),
        ("medicines", "Where the pages about my medicines"),
    ],
)
def test_what_is_left_off_the_page_is_left_off_here(robin, part, sign):
    robin.add(medicine("Zoloft", robin.medications()[0].regimens[0].start, slug="sertraline"))
    assert bare(sign) in printed(robin)
    assert bare(sign) not in printed(robin, choice=Choice(without=frozenset([part])))


def test_the_sources_of_what_is_taken_are_listed_with_their_dates(robin):
    robin.add(medicine("Zoloft", robin.medications()[0].regimens[0].start, slug="sertraline"))
    (sources,) = appendix(robin, LIBRARY, DAYS).sources
    assert sources.name == "Sertraline"
    assert all("Read on " in line and "http" in line for line in sources.lines)


def test_the_sheets_are_tagged_and_every_chart_has_its_words(robin):
    document = pypdf.PdfReader(io.BytesIO(appendix_pdf(appendix(robin, LIBRARY, DAYS))))
    catalog = document.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()
    alts = [
        str(each["/Alt"])
        for number in range(1, len(document.xref[0]) + 1)
        if isinstance(each := document.get_object(number), dict) and "/Alt" in each
    ]
    found = appendix(robin, LIBRARY, DAYS)
    assert len(alts) == len(found.charts) + 1
    assert any("Mood" in alt for alt in alts)


def test_nothing_about_anyone_is_in_the_metadata(robin):
    document = pypdf.PdfReader(io.BytesIO(appendix_pdf(appendix(robin, LIBRARY, DAYS))))
    told = " ".join(map(str, document.metadata.values()))
    assert told.startswith("Notes, 30 Oct 2026, extra pages")
    assert "Robin" not in told


def test_an_empty_record_still_has_its_sheet(journal):
    found = appendix(journal, LIBRARY, DAYS, choice=Choice(without=frozenset(PARTS)))
    assert [row.empty for row in found.days] == [True]
    assert bare("1 to 30 Oct 2026 nothing recorded") in bare(by_pypdf(appendix_pdf(found)))
