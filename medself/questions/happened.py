"""What was written down as having happened, looked up in the table of known problems."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medself.errors import ContentError
from medself.interactions import check, things_in
from medself.library import Library

# "No alcohol since Monday" is no alcohol.
NOT_SO = re.compile(r"\b(?:no|not|never|without|instead of|off|avoid(?:ed|ing)?)\b", re.IGNORECASE)
SERIOUS = frozenset({"avoid", "serious"})


@dataclass(frozen=True, kw_only=True)
class EventProblem:
    """A known problem between a medicine and a thing that an event of `day` names."""

    event: str
    day: date
    medicine: str
    thing: str
    why: str


def event_problems(
    events: pd.DataFrame, taken: Mapping[str, str], library: Library
) -> tuple[EventProblem, ...]:
    """Find the problems, newest event first.

    Args:
        events: as `Journal.table` gives them.
        taken: what is taken now: names or slugs by id.
        library: whose table is used; a table that cannot be read holds none.
    """
    try:
        return tuple(_found(events, list(taken.values()), library))
    except ContentError:
        return ()


def _found(
    events: pd.DataFrame, names: Collection[str], library: Library
) -> Iterator[EventProblem]:
    for row in events.sort_values(["at", "id"], ascending=False).itertuples():
        if NOT_SO.search(row.text):
            continue
        for id_, thing in things_in(row.text, library).items():
            for one in check([*names, id_], library).findings:
                if one.severity in SERIOUS and thing in (one.a, one.b):
                    yield EventProblem(
                        event=row.id,
                        day=row.day.date(),
                        medicine=one.b if one.a == thing else one.a,
                        thing=thing,
                        why=one.why,
                    )
