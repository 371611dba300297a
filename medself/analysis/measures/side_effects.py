"""Side effects noted."""

from medself.analysis.measures.measure import OWN, Measure

SIDE_EFFECTS = {
    "side_effect_days": Measure(
        name="Days with a side effect",
        unit="days of days",
        definition="The days you noted a side effect, of the days you recorded how you were.",
        formula="The different days with a note above 0, of the days with a check-in or a note of any "
        "side effect.",
        source=OWN,
        least_data="one note",
    ),
    "side_effect_worst": Measure(
        name="At worst",
        unit="a little, quite a bit, a lot",
        definition="The strongest you noted a side effect.",
        formula="The highest of the notes, from 1 to 3.",
        source=OWN,
        least_data="one note",
    ),
    "still_there": Measure(
        name="Still there",
        unit="yes, no, not known",
        definition="Whether a side effect was there at the end of the period.",
        formula="No when your last note says it is gone. Yes when you noted it in the last 14 days. "
        "Otherwise we do not know.",
        source=OWN,
        least_data="one note",
    ),
}
