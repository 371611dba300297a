"""Days, counts and names as they stand in questions and reasons."""

import pandas as pd

WORST = {1: "a little", 2: "quite a bit", 3: "a lot"}


def counted(number: int, word: str) -> str:
    """Write "1 day" or "6 days"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def length(days: int) -> str:
    """Write how long something lasts, in whole weeks from two weeks on."""
    return counted(days, "day") if days < 14 else counted(days // 7, "week")


def span(low: float, high: float) -> str:
    """Write "5 to 7", or "5"."""
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def ids(table: pd.DataFrame) -> tuple[str, ...]:
    """The ids of a table's rows, oldest first."""
    return tuple(table.sort_values(["at", "id"])["id"])
