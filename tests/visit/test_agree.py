"""D12: paper, plain text, JSON and screen say the same, number for number."""

import json

from hypothesis import given, settings
from paper import PLAIN, bare, by_poppler, by_pypdf, summaries

from medself.visit import as_json, pdf, sentences, text, words


def lines(page) -> list[str]:
    return [line for _, found in words.sections(page) for line in found]


def without_dash(wrapped: str) -> str:
    return bare(wrapped.replace("\n- ", "\n"))


@settings(max_examples=60, deadline=None)
@given(summaries(PLAIN, most=6))
def test_d12_plain_text_holds_every_sentence_and_no_other(page):
    parts = [words.title(page), words.period(page) + ". " + words.recorded(page)]
    for name, found in words.sections(page):
        parts += [name.upper(), *found]
    assert without_dash(text(page)) == bare("".join([*parts, words.footer(page)]))


@settings(max_examples=60, deadline=None)
@given(summaries(PLAIN, most=6))
def test_d12_json_holds_every_sentence_and_its_numbers(page):
    read = json.loads(json.dumps(as_json(page)))
    assert [line for found in read["printed"].values() for line in found] == lines(page)
    for line, said in zip(page.doses, read["doses"], strict=True):
        assert (said["taken"], said["due"], said["low"]) == (line.taken, line.due, line.low)
    assert read["days_recorded"] == page.days_recorded
    assert read["start"] == "2026-10-01"


@settings(max_examples=15, deadline=None)
@given(summaries(PLAIN, most=3))
def test_d12_paper_holds_every_sentence(page):
    document = pdf(page)
    for read in (by_pypdf, by_poppler):
        printed = bare(read(document))
        assert bare(words.title(page)) in printed
        assert bare(words.recorded(page)) in printed
        for name, found in words.sections(page):
            for line in found if name != words.MEDICINES else ():
                assert bare(line) in printed, line
        for medicine in page.medicines:
            assert bare(sentences.medicine_name(medicine)) in printed
            assert bare(medicine.how) in printed


@given(summaries(PLAIN, most=6))
@settings(max_examples=30, deadline=None)
def test_plain_text_can_be_pasted_anywhere(page):
    written = text(page)
    assert all(len(line) <= 72 for line in written.splitlines())
    assert "\t" not in written
    assert written.endswith("\n")
