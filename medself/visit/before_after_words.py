"""Before and after a change, in the words of the visit page: counts, two middles, or why there are none."""

from collections.abc import Sequence

from medself.visit.lines import CompareLine, SideLine
from medself.visit.sentences import day

CANNOT_TELL = (
    "Scores often drift back after a bad patch, and other things may have changed too. "
    "So this cannot tell why."
)
COMING_OFF = (
    "In the first weeks after a stop or a lower dose, signs of coming off can look like the old problem. "
    "This cannot tell which it is."
)


def compared(lines: Sequence[CompareLine], year: int | None = None) -> tuple[str, ...]:
    """Write every comparison, or why it could not be made."""
    return tuple(_one(line, year) for line in lines)


def cautions(lines: Sequence[CompareLine]) -> tuple[str, ...]:
    """Write what none of the comparisons can say; nothing without any."""
    shown = [line for line in lines if line.compared]
    off = (COMING_OFF,) if any(line.coming_off for line in shown) else ()
    return (*off, CANNOT_TELL) if shown else ()


def _one(line: CompareLine, year: int | None) -> str:
    begin = f"{day(line.day, year)}, {line.name} {line.did}."
    if line.in_the_way:
        return f"{begin} {line.in_the_way}"
    assert line.before is not None
    assert line.after is not None
    so_far = f" These days go on until {day(line.until, year)}." if line.until else ""
    if not line.compared:
        return (
            f"{begin} {line.label}: rated on {_of(line.before)} days before and {_of(line.after)} after "
            f"({_after(line)}). To compare, {_needed(line.before)} and {_needed(line.after)} are needed.{so_far}"
        )
    return (
        f"{begin} {line.label} before: {_middle(line.before)} ({_of(line.before)} days rated). "
        f"In {_after(line)}: {_middle(line.after)} ({_of(line.after)} days rated).{so_far}"
    )


def _of(side: SideLine) -> str:
    return f"{side.days} of {side.of_days}"


def _needed(side: SideLine) -> str:
    return f"{side.needed} in {side.needed_weeks} different weeks"


def _middle(side: SideLine) -> str:
    most = f"{side.low}" if side.low == side.high else f"{side.low} to {side.high}"
    return f"middle rating {side.middle:g} of 10, most days {most}"


def _after(line: CompareLine) -> str:
    """The days after as weeks or days since the change, of which its own day is the first."""
    if (line.from_day - 1) % 7 == 0 and line.to_day % 7 == 0:
        return f"weeks {line.from_day // 7 + 1} to {line.to_day // 7}"
    return f"days {line.from_day} to {line.to_day}"
