"""Times things in turn, so that whatever else the machine does falls on all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any


def in_turn(
    actions: Mapping[str, Callable[[], Any]],
    rounds: int,
    *,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Return the median milliseconds of each action; every round does each of them once.

    With `time.process_time` as the clock, what other programs do meanwhile does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            taken[name].append(once(action, clock=clock))
    return {name: statistics.median(times) for name, times in taken.items()}


def once(action: Callable[[], Any], *, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the milliseconds one call takes."""
    start = clock()
    action()
    return (clock() - start) * 1000


def row(what: str, value: str, goal: str, met: bool) -> str:
    """Return one row of the table in benchmarks/README.md."""
    return f"| {what} | {value} | {goal} | {'yes' if met else 'no'} |"
