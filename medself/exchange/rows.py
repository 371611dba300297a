"""What came out of a file, what that would do to a journal, and doing it: all of it or nothing."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from medself.errors import CannotImport
from medself.journal import Journal
from medself.journal.backup import make_backup
from medself.journal.documents import CLASSES, kind_of
from medself.model import Person, Record
from medself.model.checks import clean_text

_SPACE = uuid.UUID("6f2c1d0e-5a0b-5d3f-9a41-6d656473656c")
_LONGEST_PLACE = 120
# Everything but the person, who is not brought in.
RECORD_KINDS = tuple(kind for kind in CLASSES if kind != "person")


def imported_id(source: str, *key: object) -> str:
    """Make the id of an imported record from what names it in its source.

    The same line of the same file gets the same id every time (a UUID of version 5), so that bringing
    a file in again adds nothing, also after the record was edited.
    """
    return str(uuid.uuid5(_SPACE, "\n".join([source, *(repr(part) for part in key)])))


@dataclass(frozen=True, kw_only=True)
class Refused:
    """One thing of the file that was not kept: `where` it stands and the `reason`, both plain text."""

    where: str
    reason: str

    def __post_init__(self) -> None:
        where = " ".join(clean_text(self.where, "The place", longest=10**9).split())
        object.__setattr__(self, "where", where[:_LONGEST_PLACE])
        object.__setattr__(self, "reason", clean_text(self.reason, "The reason", longest=10**9))


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A file read, with nothing written yet.

    Attributes:
        format: fhir, daylio, daylio-csv or medself.
        records: what can be kept, in the order of the file; a line that is there twice stands twice.
        refused: what cannot, each with its reason.
        notes: sentences about the file as a whole, such as what it holds that medself does not keep.
        mood_words: the person's own words for a mood, each with its level (1 best to 5 worst) as the
            person or else the file gave it; missing where the person has yet to say.
        help_first: a thought of being better off dead is noted in the file: show help before the rest.
        person: whose journal it is, when the file is a copy of a whole journal.
    """

    format: str
    records: tuple[Record, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    mood_words: Mapping[str, int | None] = field(default_factory=dict)
    help_first: bool = False
    person: Person | None = None


@dataclass(frozen=True, kw_only=True)
class MonthCount:
    """One month the file has entries of: how many are `in_file`, were there `before`, and are `added`."""

    month: str
    in_file: int
    before: int
    added: int

    @property
    def after(self) -> int:
        """How many entries of that month there will be."""
        return self.before + self.added


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a reading would do to a journal; nothing is written.

    Every line of the file is in exactly one of `add`, `already_there` and `reading.refused`.

    Attributes:
        reading: what the file holds.
        add: the records to be added, each id once.
        already_there: how many are in the journal, or twice in the file.
        kinds: how many will be added of each kind.
        months: the counts of each month the file has entries of, oldest first.
        warnings: sentences where the file makes less sense than one would expect.
    """

    reading: Reading
    add: tuple[Record, ...]
    already_there: int
    kinds: Mapping[str, int]
    months: tuple[MonthCount, ...]
    warnings: tuple[str, ...]


def plan(reading: Reading, journal: Journal) -> Plan:
    """Work out what a reading would do to a journal.

    Raises:
        CannotImport: it is a copy of an invented person's journal and this is a real one, or the
            other way round.
    """
    _never_mixed(reading, journal)
    kinds = {kind_of(record) for record in reading.records}
    tables = {kind: journal.table(kind) for kind in kinds}
    there = set().union(*(table["id"] for table in tables.values()))
    fresh = {record.id: record for record in reading.records if record.id not in there}
    add = tuple(fresh.values())
    before = Counter(
        month
        for table in tables.values()
        if "at" in table
        for month in table["at"].dt.strftime("%Y-%m")
    )
    in_file, added = _by_month(reading.records), _by_month(add)
    return Plan(
        reading=reading,
        add=add,
        already_there=len(reading.records) - len(add),
        kinds=dict(sorted(Counter(map(kind_of, add)).items())),
        months=tuple(
            MonthCount(month=m, in_file=in_file[m], before=before[m], added=added[m])
            for m in sorted(in_file)
        ),
        warnings=tuple(_warnings(reading, journal)),
    )


def commit(journal: Journal, plan: Plan) -> int:
    """Add what the plan says, all of it or nothing, after a backup; one undo takes it back.

    Returns:
        How many records were added: those of the plan.

    Raises:
        NotSaved: nothing was added.
    """
    if not plan.add:
        return 0
    make_backup(journal)
    journal.add_all(plan.add)
    return len(plan.add)


def _by_month(records: Iterable[Record]) -> Counter[str]:
    return Counter(f"{at:%Y-%m}" for record in records if (at := getattr(record, "at", None)))


def _never_mixed(reading: Reading, journal: Journal) -> None:
    if reading.person and reading.person.invented != journal.person.invented:
        raise CannotImport(
            "This copy and the open record must both be of a real person, or both of an invented one. "
            "The two are never mixed."
        )


def _warnings(reading: Reading, journal: Journal) -> Iterator[str]:
    found, refused = len(reading.records), len(reading.refused)
    if refused > found and None not in reading.mood_words.values():
        yield f"We could read only {found:,} of {found + refused:,} entries of this file."
    if journal.person.invented and not reading.person:
        yield (
            "The open record is of an invented person. Start your own record for what is in this file."
        )
    if reading.person is None:
        return
    if reading.person.name != journal.person.name:
        yield (
            f"This copy is the record of {reading.person.name}. The open record is that of "
            f"{journal.person.name}. Bring it in only if both are you."
        )
    kept = sum(len(journal.table(kind)) for kind in RECORD_KINDS)
    if found < kept:
        yield (
            f"This copy holds {found:,} entries; your record holds {kept:,}. Nothing of yours is "
            "taken away, but please check that it is the copy you meant."
        )
