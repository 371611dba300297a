"""Tests and checks: which record stands for which, and when one was last done."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medself.model import Task, TaskKind


@dataclass(frozen=True, kw_only=True)
class Done:
    """A test that was done on a day. `result` is as written down ("0.7 mmol/L"), empty where none was.

    `entry` is the id of the record.
    """

    day: date
    result: str
    entry: str


def stands_for(written: str, test: str) -> bool:
    """Tell whether a test as a person wrote it is one a page names: all its words are among those."""
    words = _words(written)
    return bool(words) and words <= _words(test)


def last_done(test: str, measurements: pd.DataFrame, tasks: Iterable[Task]) -> Done | None:
    """Return when a test was last done; missing where nothing that stands for it is recorded.

    Args:
        test: as the page names it.
        measurements: as `Journal.table` gives them.
        tasks: things to do; those that are tests and done count.
    """
    fits = measurements["what"].map(lambda what: stands_for(what, test)).astype("bool")
    measured = measurements[fits].sort_values(["at", "id"])
    found = [
        Done(day=row.day.date(), result=f"{row.value:g} {row.unit}".strip(), entry=row.id)
        for row in measured.tail(1).itertuples()
    ]
    found += [
        Done(day=task.done_on, result="", entry=task.id)
        for task in tasks
        if task.kind is TaskKind.TEST and task.done_on and stands_for(task.text, test)
    ]
    # Of one day, the one with a result.
    return max(found, key=lambda done: (done.day, bool(done.result), done.entry), default=None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
