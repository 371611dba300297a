"""Reading everything, to be sure: a journal's folder, or a backup."""

from dataclasses import dataclass
from pathlib import Path

from medself.errors import JournalError
from medself.journal import storage, unzip
from medself.journal.folder import Folder
from medself.journal.seal import PlainSeal
from medself.journal.views import Counts, counts, every_record


@dataclass(frozen=True)
class Report:
    """What reading every record found.

    `counts` are the records by month (or `person`) and kind; `problems` says by partition what
    cannot be read.
    """

    counts: Counts
    problems: dict[str, str]

    @property
    def whole(self) -> bool:
        """Whether everything can be read."""
        return not self.problems


def verify(path: Path | str) -> Report:
    """Read every record of a person's folder, or of a backup file, and count them.

    Raises:
        CannotRestore: the file is no whole backup.
    """
    path = Path(path)
    if path.is_file():
        return Report(counts(unzip.read(path, PlainSeal()).tables), {})
    tables, problems = {}, {}
    folder = Folder(path)
    if folder.scan_one("person") is None:
        problems["person"] = "There is no person.json in this folder."
    for partition in folder.scan():
        try:
            found, _ = storage.read(folder.file(partition), partition, PlainSeal())
            every_record(found, partition)
            tables[partition] = found
        except JournalError as error:
            problems[partition] = str(error)
    return Report(counts(tables), problems)
