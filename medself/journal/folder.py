"""Where the files of one person lie, and by what each file is told apart from its next version."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

PERSON = "person"
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")

Signature = tuple[int, int, int]


def signature(status: os.stat_result) -> Signature:
    """Tell one version of a file from the next: inode, time of change in nanoseconds, size."""
    return status.st_ino, status.st_mtime_ns, status.st_size


def month_of(day: date) -> str:
    """Name the partition that holds the records of a day: `2026-11`."""
    return f"{day:%Y-%m}"


def in_words(partition: str) -> str:
    """Name a partition as a person would: "November 2026"."""
    if partition == PERSON:
        return "your medicines, appointments and settings"
    return f"{datetime.strptime(partition, '%Y-%m'):%B %Y}"


@dataclass(frozen=True)
class Folder:
    """One person's folder. A *partition* is `person` or a month such as `2026-11`: one file each."""

    root: Path

    @property
    def months(self) -> Path:
        """The folder with one file a month."""
        return self.root / "journal"

    @property
    def backups(self) -> Path:
        """The folder with dated zips."""
        return self.root / "backups"

    @property
    def undo(self) -> Path:
        """The folder with what the last writes changed."""
        return self.root / "undo"

    @property
    def trash(self) -> Path:
        """The folder where files that could not be read are kept byte for byte."""
        return self.root / "trash"

    @property
    def pending(self) -> Path:
        """The folder of a write to several files that is being made."""
        return self.root / "pending"

    @property
    def lock(self) -> Path:
        """The file every writer locks."""
        return self.root / ".lock"

    @property
    def places(self) -> tuple[Path, ...]:
        """Every folder inside the person's folder that files are written to."""
        return self.months, self.backups, self.undo, self.trash

    @property
    def holds_a_journal(self) -> bool:
        """Whether there is anything of a person here, were it only a backup."""
        return self.file(PERSON).exists() or any(place.is_dir() for place in self.places)

    def file(self, partition: str) -> Path:
        """Return the path of a partition's file, there or not."""
        if partition == PERSON:
            return self.root / "person.json"
        if not MONTH.fullmatch(partition):
            raise ValueError(f"not a partition: {partition!r}")
        return self.months / f"{partition}.json"

    def scan_one(self, partition: str) -> Signature | None:
        """Return the signature of a partition's file; None when there is no file."""
        try:
            return signature(self.file(partition).stat())
        except FileNotFoundError:
            return None

    def scan(self) -> dict[str, Signature]:
        """Return the signature of every partition that has a file, oldest month first."""
        person, months = self.scan_one(PERSON), self.scan_months()
        return months if person is None else months | {PERSON: person}

    def scan_months(self, first: str = "", last: str = "9999-99") -> dict[str, Signature]:
        """Return the signature of every month from `first` to `last` that has a file, oldest first.

        Only these are looked at: a few days cost the same after ten years as after one.
        """
        found: dict[str, Signature] = {}
        with suppress(FileNotFoundError), os.scandir(self.months) as entries:
            for entry in entries:
                name = entry.name.removesuffix(".json")
                if name != entry.name and MONTH.fullmatch(name) and first <= name <= last:
                    found[name] = signature(entry.stat())
        return dict(sorted(found.items()))
