"""Runs writers as child processes and kills them; started once, so that each trial costs a fork.

`random TRIALS SEED`: a writer is killed at a random moment, over and over. `steps`: a writer is
killed before each single thing it does to the disk, for each kind of write. `together WRITERS
WRITES`: nobody is killed, all write at once. Prints one JSON object; the tests assert on it.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from recorded import check_in, dose

from medself.journal import (
    create_person,
    open_journal,
    people,
    verify,
)
from medself.journal.backup import list_backups, make_backup, restore
from medself.journal.recovery import put_back, set_aside
from medself.model import Medication, Person

State = dict[str, Any]
MONTHS = ("2026-09", "2026-10", "2026-11")
KILLED = 9


def state(folder: Path) -> State:
    """Everything in a journal by id; fails when a file cannot be read."""
    report = verify(folder)
    assert report.whole, report.problems
    journal = open_journal(folder)
    kinds = ("dose", "check_in", "medication")
    return {
        record.id: (record.at.month, record.note) if hasattr(record, "at") else record.name
        for kind in kinds
        for record in journal.records(kind)
    }


# A writer killed at a random moment


def writer(folder: Path, seed: int, out: int) -> None:
    """Write at random for ever; say before each write what it will do, and after it that it did."""
    rng, journal = random.Random(seed), open_journal(folder)
    known = state(folder)
    os.write(out, b"ready\n")
    while True:
        after, write = _any_write(rng, journal, known)
        os.write(out, json.dumps(after).encode() + b"\n")
        write()
        os.write(out, b"done\n")
        known = after


def _any_write(rng: random.Random, journal: Any, known: State) -> tuple[State, Callable[[], Any]]:
    month = rng.randrange(9, 12)
    new = dose(f"2026-{month:02}-05", note="new")
    chosen = rng.choice(sorted(known)) if known else None
    choice = rng.random()
    if choice < 0.4 or chosen is None:
        return known | {new.id: (month, "new")}, lambda: journal.add(new)
    if choice < 0.55:
        several = [check_in(f"{name}-07", note="many") for name in MONTHS]
        added = {one.id: (one.at.month, "many") for one in several}
        return known | added, lambda: journal.add_all(several)
    if choice < 0.75:
        at = datetime(2026, month, 9, 9)
        return known | {chosen: (month, "moved")}, lambda: journal.revise(
            chosen, at=at, note="moved"
        )
    left = {key: value for key, value in known.items() if key != chosen}
    return left, lambda: journal.remove(chosen)


def random_kills(trials: int, seed: int) -> dict[str, int]:
    """Kill a writer at random moments; count what was acknowledged, lost, or half done."""
    rng = random.Random(seed)
    counted = {"trials": 0, "acknowledged": 0, "lost": 0, "between": 0}
    for trial in range(trials):
        if trial % 20 == 0:
            home = Path(tempfile.mkdtemp(prefix="power-cut-"))
            folder = create_person(home, Person(name="Ann"))
            acknowledged: State = {}
        lines = _run_and_kill(folder, rng)
        before = acknowledged
        intents = [line for line in lines if line not in ("ready", "done")]
        done = lines.count("done")
        states = [before, *(json.loads(line) for line in intents)]
        acknowledged = {k: tuple(v) for k, v in states[done].items()}
        allowed = [{k: tuple(v) for k, v in one.items()} for one in states[done:]]
        found = state(folder)
        counted["trials"] += 1
        counted["acknowledged"] += done
        counted["lost"] += found not in allowed
        counted["between"] += done < len(intents)
        acknowledged = found
        if trial % 20 == 19:
            shutil.rmtree(home)
    return counted


def _run_and_kill(folder: Path, rng: random.Random) -> list[str]:
    """Kill a writer a moment after it said something; return all it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        writer(folder, rng.random(), writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        lines = [pipe.readline() for _ in range(rng.randrange(1, 9))]
        time.sleep(rng.uniform(0, 0.004))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += pipe.readlines()
    whole = [line for line in lines if line.endswith(b"\n")]  # one that was cut short was not said
    return [line.decode().strip() for line in whole]


# A writer killed before each thing it does to the disk


class Scene:
    """A household with three months of entries, one month damaged, one backup, one medicine."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="power-cut-"))
        self.folder = create_person(self.home, Person(name="Ann"))
        self.damaged: bytes | None = None
        self.journal = open_journal(self.folder)
        self.records = [dose(f"{month}-03", note="old", id=f"old-{month}") for month in MONTHS]
        self.journal.add_all([*self.records, Medication(name="Lithium")])
        self.backup = make_backup(self.journal)
        self.journal.revise(self.records[0].id, note="newer")

    def damage(self) -> None:
        path = self.folder / "journal" / f"{MONTHS[2]}.json"
        self.damaged = path.read_bytes()[:40]
        path.write_bytes(self.damaged)

    def look(self) -> Any:
        """What a person would find: who, what cannot be read, every entry, how many backups."""
        found = people(self.home)
        journal = open_journal(self.folder)
        entries = [
            journal.table(kind)[["id", "day", "note"]].astype(str).to_numpy().tolist()
            for kind in ("dose", "check_in")
        ]
        names = [medication.name for medication in journal.medications()]
        problems = [problem.partition for problem in journal.problems()]
        return [[(one.name, one.problem) for one in found], problems, names, entries]

    def broken(self) -> list[str]:
        """What must never be, whatever is cut short: stray files, lost bytes, backups not whole."""
        strays = [str(path) for path in self.folder.rglob("*") if path.suffix == ".tmp"]
        backups = [backup.path for backup in list_backups(self.journal)]
        strays += [str(path) for path in backups if not verify(path).whole]
        files = [path.read_bytes() for path in self.home.rglob("*.json")]
        return strays if self.damaged is None or self.damaged in files else [*strays, "lost bytes"]


def _add_many(scene: Scene) -> None:
    scene.journal.add_all([dose(f"{month}-04", id=f"new-{month}") for month in MONTHS])


def _move(scene: Scene) -> None:
    scene.journal.revise(scene.records[1].id, at=datetime(2026, 9, 20, 9))


WRITES: dict[str, Callable[[Scene], Any]] = {
    "add": lambda scene: scene.journal.add(dose(id="new")),
    "add to a new month": lambda scene: scene.journal.add(dose("2027-01-01", id="new")),
    "add many": _add_many,
    "move": _move,
    "remove": lambda scene: scene.journal.remove(scene.records[0].id),
    "undo": lambda scene: scene.journal.undo(),
    "back up": lambda scene: make_backup(scene.journal),
    "restore": lambda scene: restore(scene.journal, scene.backup.path),
    "second person": lambda scene: create_person(scene.home, Person(name="Bob", id="bob")),
}
ON_DAMAGE: dict[str, Callable[[Scene], Any]] = {
    "set aside": lambda scene: set_aside(scene.journal, MONTHS[2]),
    "put back": lambda scene: put_back(scene.journal, MONTHS[2], scene.backup),
    "restore over damage": lambda scene: restore(scene.journal, scene.backup.path),
}


def step_kills() -> dict[str, Any]:
    """Kill each kind of write at each step: what is found must be as before it or as after it."""
    result = {}
    for name, write in (WRITES | ON_DAMAGE).items():
        found: list[Any] = []
        broken: list[str] = []
        killed = True
        while killed:
            scene = Scene()
            if name in ON_DAMAGE:
                scene.damage()
            before = scene.look()
            killed = _killed_at(len(found), lambda scene=scene, write=write: write(scene))
            found.append(scene.look())
            broken += scene.broken()
            shutil.rmtree(scene.home)
        mixed = [step for step, look in enumerate(found) if look not in (before, found[-1])]
        result[name] = {"steps": len(found), "mixed": mixed, "broken": broken}
    return result


def _killed_at(step: int, write: Callable[[], Any]) -> bool:
    """Run `write` in a child that dies before its `step`-th touch of the disk; False if it lived."""
    child = os.fork()
    if child == 0:
        left = [step]

        def die(event: str, arguments: tuple[Any, ...]) -> None:
            writes = (
                event == "open"
                and isinstance(arguments[2], int)
                and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            )
            if writes or event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.utime"):
                if left[0] == 0:
                    os._exit(KILLED)
                left[0] -= 1

        sys.addaudithook(die)
        write()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, KILLED), status
    return os.waitstatus_to_exitcode(status) == KILLED


# Several writers at once


def together(writers: int, writes: int) -> dict[str, int]:
    """Let several processes write at the same time and count what is there afterwards."""
    home = Path(tempfile.mkdtemp(prefix="power-cut-"))
    folder = create_person(home, Person(name="Ann"))
    children = [_write_many(folder, number, writes) for number in range(writers)]
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    wanted = {f"{number}-{n}" for number in range(writers) for n in range(writes)}
    found = open_journal(folder).records("dose")
    shutil.rmtree(home)
    return {
        "failed": failed,
        "missing": len(wanted - {record.id for record in found}),
        "twice": len(found) - len({record.id for record in found}),
        "unchanged": sum(record.note != "changed" for record in found),
    }


def _write_many(folder: Path, number: int, writes: int) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            journal = open_journal(folder)
            for n in range(0, writes, 2):
                pair = [dose(f"{MONTHS[n % 3]}-05", id=f"{number}-{n + one}") for one in (0, 1)]
                journal.add(pair[0])
                journal.add_all(pair)
                for record in pair:
                    journal.revise(record.id, note="changed")
            status = 0
        finally:
            os._exit(status)
    return child


COMMANDS: dict[str, Callable[..., Any]] = {
    "random": random_kills,
    "steps": step_kills,
    "together": together,
}

if __name__ == "__main__":
    print(json.dumps(COMMANDS[sys.argv[1]](*map(int, sys.argv[2:]))))
