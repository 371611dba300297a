"""Regimens in, doses due and changes out. Pure: reads no file and no clock.

Schedules live on the clock on the wall: times are naive, and every clock change gives one dose, not
zero or two. `instant` and `hours_between` turn them into real time.
"""

from medself.schedule.changes import Change, ChangeKind, changes, lowers
from medself.schedule.clock import day_of, hours_between, instant
from medself.schedule.decided import Decided, decided
from medself.schedule.due import DueDose, due_doses, due_table, holds_table
from medself.schedule.injections import is_injection
from medself.schedule.plans import dose_now, followed, slots_on
from medself.schedule.stretches import Stretch, stretches
from medself.schedule.words import amount_in_words, in_words

__all__ = [
    "Change",
    "ChangeKind",
    "Decided",
    "DueDose",
    "Stretch",
    "amount_in_words",
    "changes",
    "day_of",
    "decided",
    "dose_now",
    "due_doses",
    "due_table",
    "followed",
    "holds_table",
    "hours_between",
    "in_words",
    "instant",
    "is_injection",
    "lowers",
    "slots_on",
    "stretches",
]
