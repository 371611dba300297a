"""The schema of the files, and one function for each step from an older one.

A step takes the tables of one file as the schema before wrote them and returns them as the next one
does. Files are brought up to date in memory when read; the next write of a file keeps its old bytes.
"""

from collections.abc import Callable
from typing import Any

from medself.errors import JournalTooNew, JournalUnreadable

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Step = Callable[[Tables], Tables]


def _with_what_was_agreed(tables: Tables) -> Tables:
    """To schema 2: things to do, and the appointment at which a change was agreed.

    Nothing old is laid out differently; the number keeps an older program, which would drop what it
    does not know, from writing to such a file.
    """
    return tables


STEPS: tuple[Step, ...] = (_with_what_was_agreed,)

META, META_ID = "meta", "journal"


def newest() -> int:
    """Return the schema this program writes."""
    return 1 + len(STEPS)


def schema_of(tables: Tables) -> int:
    """Return the schema a file says it has.

    Raises:
        JournalUnreadable: it does not say.
    """
    number = tables.get(META, {}).get(META_ID, {}).get("schema")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise JournalUnreadable("it does not say how it is laid out")
    return number


def up_to_date(tables: Tables) -> Tables:
    """Return the tables in the newest schema; `schema_of` the result is still what the file says.

    Raises:
        JournalTooNew: a newer program wrote them.
    """
    number = schema_of(tables)
    if number > newest():
        raise JournalTooNew("it was written by a newer medself than this one")
    said = tables[META]
    for step in STEPS[number - 1 :]:
        tables = step(tables)
    return tables | {META: said}
