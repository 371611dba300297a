"""The table itself: sources, kinds, words, and no row that can never be shown."""

from datetime import date
from itertools import combinations

import pytest

from medself.errors import ContentError
from medself.interactions.check import SEVERITIES, rules_of
from medself.library import Library, load
from medself.library.lint.known_problems import of_table
from medself.library.problems_table import listed, source_of, table, things, whole_files

MILDER_ON_PURPOSE = {"maoi-lithium", "wort-lithium", "gepirone-erythromycin"}
"""Rows of a medicine of its own that say less than the row of its tag, as its own text does."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def test_every_row_has_sources_that_can_be_found_with_the_day_they_were_read(library):
    for row in table(library).rows.values():
        assert listed(row.source), row.id
        for ref in listed(row.source):
            assert source_of(library, ref).accessed >= date(2026, 1, 1), row.id


def test_rows_read_one_by_one_are_those_of_the_files_read_whole(library):
    files = list(whole_files(library))
    assert list(table(library).rows.values()) == [row for file in files for row in file.rows]
    assert list(table(library).sources.values()) == [s for file in files for s in file.sources]
    pairings = table(library).pairings.values()
    assert [(p.id, p.a, p.b, p.severity) for p in pairings] == [
        (row.id, row.a, row.b, row.severity) for row in table(library).rows.values()
    ]


def test_an_author_has_nothing_to_mend(library):
    assert list(of_table(library)) == []


def test_every_source_of_the_table_is_used(library):
    used = {ref for row in table(library).rows.values() for ref in listed(row.source)}
    assert set(table(library).sources) <= used


def test_no_row_tells_anyone_to_start_stop_or_change_an_amount(library):
    for row in table(library).rows.values():
        text = f"{row.why} {row.action}".lower()
        for told in ("stop taking", "start taking", "take less", "take more", " mg", "a dose of"):
            assert told not in text, row.id


def test_every_row_is_the_answer_to_some_pair_and_hides_nothing_worse(library):
    rules = rules_of(library)
    rows = table(library).rows
    ids = sorted({*library.medications, *(thing.id for thing in things(library).things)})
    shown = set()
    for a, b in combinations(ids, 2):
        row = rules.between(a, b)
        if row is None:
            continue
        shown.add(row.id)
        (a_left, a_right), (b_left, b_right) = rules._sides(a), rules._sides(b)
        every = (a_left.keys() & b_right.keys()) | (b_left.keys() & a_right.keys())
        worst = min(SEVERITIES.index(rows[each].severity) for each in every)
        assert SEVERITIES.index(row.severity) == worst or row.id in MILDER_ON_PURPOSE, (a, b)
    assert set(rows) == shown


def a_library(tmp_path, rows: str, own_things: str = "") -> Library:
    for folder in ("medications", "classes", "topics", "interactions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "interactions" / "one.yaml").write_text(rows, encoding="utf-8")
    (tmp_path / "publishers.yaml").write_text(
        "- {id: nhs, what: the NHS, ends: [nhs.uk]}", encoding="utf-8"
    )
    if own_things:
        (tmp_path / "things.yaml").write_text(own_things, encoding="utf-8")
    return load(tmp_path)


ROW = "{id: x, a: beer, b: nonsense, severity: caution, why: A safe bet., action: Ask., source: s}"
THINGS = "{groups: {}, things: [{id: beer, label: beer, of: [no_such]}]}"


def test_the_check_sees_unknown_kinds_sources_and_forbidden_words(tmp_path):
    library = a_library(tmp_path, f"rows: [{ROW}]", THINGS)
    said = "\n".join(what for _, _, what in of_table(library))
    assert "'nonsense' is no medicine" in said
    assert "'no_such' is no class" in said
    assert "There is no page about s" in said
    assert "'safe' is not a word of ours" in said


def test_a_source_of_a_page_that_lacks_it_is_an_error(library):
    with pytest.raises(ContentError, match="no source 'sertraline/nowhere'"):
        source_of(library, "sertraline/nowhere")


@pytest.mark.parametrize("broken", [f"rows: [{ROW}, {ROW}]", "rows: [{id: x}]", "rows: ["])
def test_a_broken_table_is_said_to_be_broken(tmp_path, broken):
    library = a_library(tmp_path, broken)
    with pytest.raises(ContentError):
        table(library)
    assert [file for file, _, _ in of_table(library)] == ["interactions"]


def test_banned_sites_and_unknown_publishers_are_seen(tmp_path):
    source = "{id: s, title: T, publisher: P, url: 'https://www.droracle.ai/x', section: a, accessed: 2026-11-23}"
    library = a_library(tmp_path, f"sources: [{source}]\nrows: [{ROW}]", THINGS)
    said = [what for _, _, what in of_table(library)]
    assert "s: droracle.ai must not be used" in said
    assert "s: www.droracle.ai is not in publishers.yaml" in said
