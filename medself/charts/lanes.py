"""The lanes of the life chart from top to bottom: medicines, symptoms, days recorded, what else was noted."""

import pandas as pd

from medself.analysis.side_effects import episodes
from medself.charts import medicine_lanes
from medself.charts.facts import Facts
from medself.charts.sheet import DAY, NOON, PHONE, Sheet, midnight, width
from medself.charts.theme import SYMPTOMS
from medself.schedule import changes

MOST_EFFECTS = 6
MOST_ROWS = 6
WORST = {1: "a little", 2: "quite a bit", 3: "a lot"}


def draw(facts: Facts, *, tight: bool = False) -> Sheet:
    """Lay out every lane that has something in the period."""
    sheet = Sheet(facts.start, facts.end, tight)
    medicine_lanes.draw(sheet, facts)
    _symptoms(sheet, facts)
    sheet.heading(f"Days recorded: {len(facts.recorded)} of {facts.period_days}", tone="quiet")
    sheet.comb(facts.recorded, tone="recorded", tip="Recorded")
    _side_effects(sheet, facts)
    _events(sheet, facts)
    return sheet


def _symptoms(sheet: Sheet, facts: Facts) -> None:
    top = sheet.y
    for tone, (symptom, label) in zip(SYMPTOMS, facts.symptoms.items(), strict=False):
        own = facts.daily[facts.daily["symptom"] == symptom]
        if not own.empty:
            _panel(sheet, own, label=label, tone=tone)
    if sheet.y == top:
        return
    found = changes(facts.medications, start=facts.start, end=facts.end, day_start=facts.day_start)
    for day in sorted({change.day for change in found}):
        sheet.mark("change", tone="quiet", x=midnight(day), y=top + 2, y2=sheet.y - 8)


def _panel(sheet: Sheet, daily: pd.DataFrame, *, label: str, tone: str) -> None:
    sheet.heading(label, tone=tone, extra=2)
    bottom = sheet.y + sheet.panel
    sheet.mark("panel", x=sheet.first, x2=sheet.after, y=sheet.y, y2=bottom)
    sheet.scales.append((sheet.y, bottom))

    def height(rating: float) -> float:
        return bottom - sheet.panel * rating / 10

    for row in _thinned(sheet, daily).itertuples():
        at = row.day + NOON
        tip = f"{label}, {row.day.day} {row.day:%b %Y}: {row.value:g}"
        if row.low < row.high:
            sheet.mark("range", tone=tone, x=at, y=height(row.low), y2=height(row.high), tip=tip)
        sheet.mark("late" if row.late else "dot", tone=tone, x=at, y=height(row.value), tip=tip)
    for row in _line(sheet, daily).itertuples():
        place = {"x": row.day + NOON, "y": height(row.level)}
        sheet.mark("line", tone=tone, strand=f"{tone} {row.segment}", **place)
    sheet.y = bottom + sheet.gap


def _thinned(sheet: Sheet, daily: pd.DataFrame) -> pd.DataFrame:
    """One row for the days drawn as one: the median of their scores, and their whole range."""
    return daily.groupby(sheet.number(daily["day"]), as_index=False).agg(
        day=("day", "median"),
        value=("value", "median"),
        low=("low", "min"),
        high=("high", "max"),
        late=("late", "all"),
    )


def _line(sheet: Sheet, daily: pd.DataFrame) -> pd.DataFrame:
    """The levels that are drawn; none over years, where a line of weeks would be a scribble."""
    known = daily.dropna(subset="level")
    if sheet.size > 7:
        return known.head(0)
    return known.groupby([known["segment"], sheet.number(known["day"])]).tail(1)


def _side_effects(sheet: Sheet, facts: Facts) -> None:
    found = episodes(facts.side_effects)
    shown = facts.noted["effect"].head(MOST_EFFECTS)
    if not shown.empty:
        sheet.heading("Side effects", tone="quiet")
    for effect in shown:
        own = found[found["effect"] == effect]
        words = f"{facts.effects.get(effect, effect)}, {WORST[int(own['worst'].max())]}"
        begin = sheet.inside(own["start"].iloc[0])
        sheet.label(_cut(words, 44), at=begin, until=own["end"].iloc[-1] + DAY, y=sheet.y + 10)
        middle = sheet.y + (15 if sheet.tight else 19)
        for row in own.itertuples():
            half = 1.5 * row.worst
            sheet.mark(
                "bar",
                tone="side_effect",
                x=sheet.inside(row.start),
                x2=row.end + DAY,
                y=middle - half,
                y2=middle + half,
                strength=0.4 + 0.2 * row.worst,
                tip=words,
            )
        sheet.y = middle + 1 + sheet.gap


def _events(sheet: Sheet, facts: Facts) -> None:
    """Labels stand in a few rows; what finds no room there is a mark alone, with its words in the table."""
    if not facts.happened:
        return
    sheet.heading("What else happened", tone="quiet")
    high, most = (15, MOST_ROWS // 2) if sheet.tight else (18, MOST_ROWS)
    written: list[float] = []
    for day, text, appointment in facts.happened:
        at, words = midnight(day), _cut(text, 28)
        left = sheet.left(at)
        begin = min(left, PHONE - width(words) - 10)
        row = next((n for n, until in enumerate(written) if until <= begin), len(written))
        has_room = row < most
        row = min(row, most)
        written[row : row + 1] = [max(left, begin + width(words)) + 22 if has_room else 0]
        x, y = at + NOON, sheet.y + 8 + high * row
        tip = f"{text}, {day.day} {day:%b %Y}"
        sheet.mark("visit" if appointment else "event", tone="event", x=x, y=y, tip=tip)
        if has_room:
            beside = "beside" if left <= begin else "beside_end"
            sheet.mark(beside, tone="text", x=x, y=y + 4, text=words)
    sheet.y += high * len(written) + 4


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
