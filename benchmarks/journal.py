"""The journal at ten years beside one month, a plain TinyDB file, and the bare disk; prints ratios.

python -m benchmarks.journal
"""

import os
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter
from tinydb import TinyDB

from benchmarks.timing import in_turn, once, row
from medself.journal import create_person, open_journal
from medself.journal.backup import list_backups
from medself.journal.file_journal import FileJournal
from medself.journal.tables import COLUMNS
from medself.model import CheckIn, Dose, DoseStatus, Person, Severity, SideEffect

LAST = date(2026, 11, 28)
ZONE = "Europe/London"
MEDICINE = "01a20630-0aa0-7ccd-b71b-3a8f5e39620d"
ROUNDS = 60


def dose(at: datetime) -> Dose:
    return Dose(
        at=at,
        slot=at,
        zone=ZONE,
        medication=MEDICINE,
        status=DoseStatus.TAKEN,
        amount=50,
        unit="mg",
    )


def records_of(day: date) -> list[Any]:
    """Sixteen or seventeen records a day: 60,000 in ten years."""
    doses = [dose(datetime.combine(day, time(8 + n, 30))) for n in range(12 + day.day % 2)]
    check_ins = [
        CheckIn(
            at=datetime.combine(day, time(9 + 5 * n)),
            zone=ZONE,
            ratings={"mood": 4, "worry": 3, "sleep_quality": 5},
            sleep_hours=7,
            note="an ordinary day",
        )
        for n in range(3)
    ]
    at = datetime.combine(day, time(20))
    nausea = SideEffect(at=at, zone=ZONE, effect="nausea", severity=Severity.LITTLE)
    return [*doses, *check_ins, nausea]


def journal_of(home: Path, days: int) -> FileJournal:
    """A journal of so many days up to LAST, its files as old as the months they hold."""
    folder = create_person(home, Person(name="Ann"))
    journal = open_journal(folder)
    journal.add_all(
        [record for n in range(days) for record in records_of(LAST - timedelta(days=n))]
    )
    for path in (folder / "journal").iterdir():
        moment = datetime.strptime(path.stem, "%Y-%m").timestamp() + 31 * 86_400
        os.utime(path, (moment, moment))
    opened = open_journal(folder)
    assert isinstance(opened, FileJournal)
    return opened


def plain_tinydb(home: Path, journal: FileJournal) -> TinyDB:
    """The same records in one file, every field of them, as TinyDB's own storage keeps them."""
    database = TinyDB(home / "plain.json")
    for kind in ("dose", "check_in", "side_effect"):
        documents = [every_field(record) for record in journal.records(kind)]
        database.table(kind).insert_multiple(documents)
    return database


def every_field(record: Any) -> dict[str, Any]:
    """A record as a dictionary that JSON can hold."""
    return TypeAdapter(type(record)).dump_python(record, mode="json")


def bare_write(path: Path, data: bytes, *, whole: bool) -> Callable[[], None]:
    """Write and fsync the bytes; `whole` also renames them into place and syncs the folder."""

    def write() -> None:
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if whole:
            path.replace(path.with_suffix(".put"))
            folder = os.open(path.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)

    return write


def saving(month: FileJournal, years: FileJournal, plain: TinyDB, home: Path) -> list[str]:
    data = (years.folder / "journal" / f"{LAST:%Y-%m}.json").read_bytes()
    at = datetime.combine(LAST, time(23))

    def save(journal: FileJournal) -> Callable[[], Any]:
        return lambda: journal.add(dose(at))

    for backup in list_backups(years):
        backup.path.unlink()
    first = once(lambda: open_journal(years.folder).add(dose(at)))
    found = in_turn(
        {
            "years": save(years),
            "month": save(month),
            "bare": bare_write(home / "bare", data, whole=False),
            "whole": bare_write(home / "whole", data, whole=True),
        },
        ROUNDS,
    )
    tinydb = in_turn(
        {
            "plain": lambda: plain.table("dose").insert(every_field(dose(at))),
            "years": save(years),
        },
        8,
    )
    growth, plainly = found["years"] / found["month"], tinydb["plain"] / tinydb["years"]
    bare, whole = found["years"] / found["bare"], found["years"] / found["whole"]
    return [
        row("save one dose, 10 years", f"{found['years']:.1f} ms", "", True),
        row("… against 1 month", f"{growth:.2f}×", "≤ 2×", growth <= 2),
        row("… against one plain TinyDB file", f"{plainly:.0f}× faster", "≥ 100×", plainly >= 100),
        row("… against an atomic write of the same bytes", f"{whole:.1f}×", "≤ 3×", whole <= 3),
        row("… against write and fsync alone", f"{bare:.1f}×", "≤ 3×", bare <= 3),
        row("first save of a day (makes the backup)", f"{first:.0f} ms", "", True),
    ]


def reading(years: FileJournal, plain: TinyDB) -> list[str]:
    def every_table(journal: FileJournal) -> None:
        for kind in COLUMNS:
            journal.table(kind)

    def cold() -> None:
        opened = open_journal(years.folder)
        assert isinstance(opened, FileJournal)
        every_table(opened)

    every_table(years)
    at = datetime.combine(LAST, time(23))
    found = in_turn(
        {
            "cold": cold,
            "warm": lambda: every_table(years),
            "plain": lambda: [pd.DataFrame(plain.table(kind).all()) for kind in plain.tables()],
        },
        7,
    )
    years.add(dose(at))
    before = years._reading.reads
    after = once(lambda: every_table(years))
    again = years._reading.reads - before
    return [
        row(
            "open and build every table, cold",
            f"{found['cold']:.0f} ms",
            "< 1 s",
            found["cold"] < 1000,
        ),
        row("… warm", f"{found['warm']:.1f} ms", "< 20 ms", found["warm"] < 20),
        row("… after one write", f"{after:.0f} ms, {again} file read", "1 file read", again == 1),
        row("… plain TinyDB, every time", f"{found['plain']:.0f} ms", "", True),
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        years, month = journal_of(home, 3652), journal_of(home, 28)
        number = sum(len(years.table(kind)) for kind in ("dose", "check_in", "side_effect"))
        plain = plain_tinydb(home, years)
        print(f"{number:,} records in {len(years.store.folder.scan()) - 1} months\n")
        print("| what | measured | goal | met |\n|---|---|---|---|")
        for line in [*saving(month, years, plain, home), *reading(years, plain)]:
            print(line)


if __name__ == "__main__":
    main()
