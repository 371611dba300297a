"""Week by week and the side effects, drawn: what is noticed, how often, how fast to act."""

import math
from collections.abc import Sequence

from medself.library.drawing import Drawing, ended, low, statement
from medself.library.pieces import Effect, Span

BANDS = {
    "very_common": "More than 10 in 100 people.",
    # Not "1 to 10 in 100": to the NHS and US lists "common" has no upper end (docs/decisions/0113).
    "common": "More than 1 in 100 people.",
    "uncommon": "Fewer than 1 in 100 people.",
    "rare": "Fewer than 1 in 1,000 people.",
    "unknown": "We found no figure for how often.",
}
SOME_UNKNOWN = "Where nothing is said of how often, we found no figure."
PASSES = {
    "days": "Often passes within days.",
    "weeks": "Often eases within weeks.",
    "may_stay": "It may stay.",
    "unknown": "",
}
ACTIONS = {
    "emergency": "Get emergency help now",
    "same_day": "Call for help the same day",
    "next_visit": "Tell them at your next visit",
}
DAYS_A_MONTH = 365.25 / 12


def weeks(d: Drawing) -> list[str]:
    """Draw when it starts to work and what people notice, span by span."""
    return statement(d, d.page.onset) + [_span(d, span) for span in d.page.week_by_week]


def effects(d: Drawing) -> list[str]:
    """Draw the common side effects, the most frequent first.

    That there is no figure is said once, before the list, and not beside each of them.
    """
    if not (lines := effect_lines(d)):
        return []
    some = any(effect.band == "unknown" for effect in d.page.effects)
    return [*([SOME_UNKNOWN] if some else []), "\n".join(lines.values())]


def effect_lines(d: Drawing) -> dict[str, str]:
    """Draw each common side effect as an item of a list, by its id, the most frequent first."""
    return {effect.id: _effect(d, effect) for effect in by_frequency(d.page.effects)}


def by_frequency(effects: Sequence[Effect]) -> list[Effect]:
    """Return the most frequent effects first."""
    order = list(BANDS)
    return sorted(effects, key=lambda e: (order.index(e.band), -(e.rate_pct or 0)))


def serious(d: Drawing) -> list[str]:
    """Draw the serious side effects by how fast to act."""
    blocks = []
    for action, title in ACTIONS.items():
        found = [each for each in d.page.serious if each.action == action]
        lines = [
            d.refs.cite(f"- **{each.title}:** {_listed(each.signs)}.", each.source)
            for each in found
        ]
        blocks += [f"**{title}**", "\n".join(lines)] if found else []
    return blocks


def period(span: Span) -> str:
    """Name the days of a span as a reader would: days, then weeks, then months."""
    if span.to_day <= 7:
        unit, length = "Day", 1.0
    elif span.to_day < 3 * DAYS_A_MONTH:
        unit, length = "Week", 7.0
    else:
        unit, length = "Month", DAYS_A_MONTH
    first, last = math.ceil(span.from_day / length), math.ceil(span.to_day / length)
    return f"{unit} {first}" if first == last else f"{unit}s {first} to {last}"


def _span(d: Drawing, span: Span) -> str:
    text = f"**{period(span)}.** {span.expect}"
    if span.track:
        text += f" *Keep an eye on: {', '.join(low(d.label(name)) for name in span.track)}.*"
    if span.call_if:
        text += f" **Call if** {ended(low(span.call_if))}"
    return d.refs.cite(text, span.source)


def _effect(d: Drawing, effect: Effect) -> str:
    rate = BANDS[effect.band] if effect.band != "unknown" else ""
    if effect.rate_pct is not None and d.level == "detailed":
        rate = f"About {effect.rate_pct:g} in 100 people"
        dummy = effect.placebo_pct
        rate += f", against {dummy:g} in 100 on a dummy pill." if dummy is not None else "."
    parts = (f"**{d.label(effect.id)}.**", rate, PASSES[effect.passes], effect.help)
    return d.refs.cite("- " + " ".join(part for part in parts if part), effect.source)


def _listed(signs: list[str]) -> str:
    return "; ".join([signs[0], *map(low, signs[1:])])
