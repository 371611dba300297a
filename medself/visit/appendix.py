"""The extra pages: every day, every chart, the questionnaires' answers and the explainers' sources.

They are a file of their own, made only when asked for; what is private stays off them as off the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from medself.charts.picture import Picture
from medself.errors import ContentError
from medself.instruments import Instrument, instruments
from medself.journal import Journal
from medself.library import Library
from medself.library.explainer import explain
from medself.model import MedicationStatus
from medself.visit.appendix_charts import pictures
from medself.visit.appendix_days import DayRow, day_rows
from medself.visit.build import Days, build
from medself.visit.choice import Choice
from medself.visit.entries import ITEM_9
from medself.visit.summary import Summary

LEFT_OUT = "left off"
NO_ANSWER = "no answer"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One questionnaire filled in on a day: each question with its answer in words."""

    name: str
    day: date
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What the explainer of one medicine is made from."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Appendix:
    """Everything on the extra pages, to the page `summary`."""

    summary: Summary
    days: tuple[DayRow, ...]
    charts: tuple[tuple[str, Picture], ...]
    sheets: tuple[Sheet, ...]
    sources: tuple[Sources, ...]


def appendix(
    journal: Journal,
    library: Library,
    days: Days,
    *,
    show_private: bool = False,
    choice: Choice | None = None,
) -> Appendix:
    """Gather the extra pages for the same days and the same choice as the page."""
    chosen = choice or Choice()
    return Appendix(
        summary=build(journal, library, **days._asdict(), show_private=show_private, choice=chosen),
        days=day_rows(journal, library, days, show_private, chosen),
        charts=tuple(pictures(journal, library, days, chosen)),
        sheets=tuple(_sheets(journal, days, chosen)) if chosen.has("scores") else (),
        sources=tuple(_sources(journal, library)) if chosen.has("medicines") else (),
    )


def _sheets(journal: Journal, days: Days, choice: Choice) -> Iterator[Sheet]:
    table = journal.table("score", start=days.start, end=days.end)
    for row in table.sort_values(["at", "id"]).itertuples():
        instrument = instruments().get(row.instrument)
        if instrument and len(row.answers) == len(instrument.items):
            yield Sheet(
                name=instrument.name,
                day=row.day.date(),
                answers=tuple(_answers(instrument, row.answers, item_9=choice.item_9)),
            )


def _answers(
    instrument: Instrument, answers: tuple[int | None, ...], *, item_9: bool
) -> Iterator[tuple[str, str]]:
    private = {flag.item for flag in instrument.flags if flag.id == ITEM_9}
    triples = zip(instrument.items, answers, instrument.options, strict=True)
    for number, (item, answer, options) in enumerate(triples, 1):
        if number in private and not item_9:
            yield f"Question {number}", LEFT_OUT
        else:
            yield item, NO_ANSWER if answer is None else options[answer]


def _sources(journal: Journal, library: Library) -> Iterator[Sources]:
    region = "uk" if journal.person.region == "uk" else "us"
    slugs = [
        each.slug
        for each in journal.medications()
        if each.slug and each.status is MedicationStatus.TAKING
    ]
    for slug in dict.fromkeys(slugs):
        try:
            page = explain(library, slug, "uk" if region == "uk" else "us")
        except ContentError:
            continue
        yield Sources(
            name=page.title,
            lines=tuple(
                f"{each.title}. {each.publisher}, {each.section}. Read on {each.read_on}. {each.url}"
                for each in page.sources
            ),
        )
