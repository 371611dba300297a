"""A comparison in the words a person reads: counts, two middles, and what it cannot say."""

import math

from medself.analysis.change import Comparison
from medself.analysis.windows import Side
from medself.days import day_in_words
from medself.schedule import ChangeKind
from medself.schedule.words import listed

CANNOT_TELL = (
    "Scores often drift back after a bad patch, and other things may have changed too. "
    "So this cannot tell you why. It is worth talking about."
)
COMING_OFF = (
    "In the first weeks after you stop or lower a medicine, signs of coming off it can look like the old "
    "problem coming back. We cannot tell which it is."
)
DID = {
    ChangeKind.START: "started",
    ChangeKind.STOP: "stopped",
    ChangeKind.COMPLETED: "finished",
    ChangeKind.DOSE: "changed dose",
    ChangeKind.TIMES: "changed times",
    ChangeKind.PAUSE: "was paused",
    ChangeKind.RESUME: "went on after a pause",
}
MOST_NAMED = 3


def in_words(comparison: Comparison, label: str, *, coming_off: bool = False) -> str:
    """Say what was recorded before and after, or why the two cannot be compared.

    Args:
        comparison: what to say.
        label: the name of the symptom, as on the screen.
        coming_off: whether the days after are the first weeks of stopping or lowering a medicine.
    """
    words = [
        f"{label}. {told(comparison)}",
        *(fixed(coming_off=coming_off) if comparison.nap is not None else ()),
    ]
    return " ".join(words)


def told(comparison: Comparison) -> str:
    """Say the same without the name of the symptom and without the fixed sentences."""
    if comparison.others:
        return in_the_way(comparison)
    if not comparison.enough:
        return _missing(comparison)
    before, after = comparison.before, comparison.after
    words = (
        f"In {_span_before(comparison)} you recorded {before.days} days.",
        f"Your middle score was {_middle(before)}.",
        f"{_when_after(comparison)} you recorded {after.days} of {after.of_days} days.",
        f"Your middle score was {_middle(after)}.",
        _standing_out(comparison),
    )
    return " ".join(words)


def fixed(*, coming_off: bool) -> tuple[str, ...]:
    """The sentences that go with every comparison that is shown: what it cannot say."""
    return (COMING_OFF, CANNOT_TELL) if coming_off else (CANNOT_TELL,)


def in_ten(comparison: Comparison, *, neutral: bool = False) -> str:
    """Say the share of pairs as times in 10; empty without a comparison.

    Args:
        comparison: what to say.
        neutral: say higher and lower, for a symptom of which neither end is the good one.
    """
    if comparison.nap is None:
        return ""
    more, less = ("higher", "lower") if neutral else ("better", "worse")
    word, share = (more, comparison.nap) if comparison.nap >= 0.5 else (less, 1 - comparison.nap)
    times = math.floor(10 * share + 0.5)
    pick = "Pick one day from each time: the later day was"
    if times == 5:
        return f"{pick} {more} about as often as {less}."
    return f"{pick} {word} {'nearly every time' if times == 10 else f'about {times} times in 10'}."


def in_the_way(comparison: Comparison) -> str:
    """Name the other changes that keep the days from being compared; there must be one."""
    others = comparison.others
    named = [
        f"{other.name} {DID[other.kind]} on {day_in_words(other.day)}"
        for other in others[:MOST_NAMED]
    ]
    if len(others) > MOST_NAMED:
        named.append(f"{len(others) - MOST_NAMED} more changed")
    return f"{listed(named)} too, so these changes cannot be told apart."


def _missing(comparison: Comparison) -> str:
    before, after = comparison.before, comparison.after
    words = [] if before.enough else [_short(before, _span_before(comparison))]
    if not after.enough:
        span = f"the {after.of_days} days from {day_in_words(after.start)} to {day_in_words(after.end)}"
        words.append(_short(after, span))
        if not (comparison.over or after.too_short):
            words.append(f"{after.more_days} more to go.")
    return " ".join(words)


def _short(side: Side, span: str) -> str:
    if side.too_short:
        return f"{side.of_days} days are too few to compare. Choose a longer time than {span}."
    least = (
        f"{side.needed}"
        if side.days < side.needed
        else f"days in {side.needed_weeks} different weeks"
    )
    return f"You recorded {side.days} of {span}. With {least} we can show a before and after."


def _span_before(comparison: Comparison) -> str:
    return f"the {comparison.before.of_days} days before {day_in_words(comparison.change_day)}"


def _when_after(comparison: Comparison) -> str:
    """The days after as weeks or days since the change, of which its own day is the first."""
    first = (comparison.after.start - comparison.change_day).days + 1
    last = first + comparison.after.of_days - 1
    if (first - 1) % 7 == 0 and last % 7 == 0:
        return f"In weeks {first // 7 + 1} to {last // 7} after"
    return f"From day {first} to day {last} after"


def _middle(side: Side) -> str:
    return f"{side.middle:g}, and most days were {most_days(side)}"


def most_days(side: Side) -> str:
    """Write `whole_range`."""
    low, high = whole_range(side)
    return f"{low}" if low == high else f"{low} to {high}"


def whole_range(side: Side) -> tuple[int, int]:
    """The whole scores around the quartiles of a side that has them: half of the days or more lie there."""
    assert side.low is not None
    assert side.high is not None
    return math.floor(side.low), math.ceil(side.high)


def _standing_out(comparison: Comparison) -> str:
    if not comparison.over:
        return f"These days go on until {day_in_words(comparison.after.end)}, so this may still change."
    if comparison.stood_out:
        return "This difference stood out from your usual ups and downs."
    return "This difference did not stand out from your usual ups and downs."
