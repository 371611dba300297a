"""The journal: everything a person records, kept so that nothing is lost."""

from medself.journal.household import (
    PersonFolder,
    create_journal,
    create_person,
    default_home,
    may_share,
    open_journal,
    people,
    remove_person,
)
from medself.journal.interface import Journal, Problem
from medself.journal.verifying import Report, verify

__all__ = [
    "Journal",
    "PersonFolder",
    "Problem",
    "Report",
    "create_journal",
    "create_person",
    "default_home",
    "may_share",
    "open_journal",
    "people",
    "remove_person",
    "verify",
]
