"""The register of every number the app shows. About prints it; a drawn table proves each one."""

from dataclasses import dataclass

OWN = "our own rule"
VRIJENS = "Vrijens et al. 2012, doi:10.1111/j.1365-2125.2012.04167.x"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One number: what it is in a sentence, how it is worked out, and the least it needs."""

    name: str
    unit: str
    definition: str
    formula: str
    source: str
    least_data: str


MEASURES: dict[str, Measure] = {
    "doses_due": Measure(
        name="Doses due",
        unit="doses",
        definition="The doses your plan asks for in a period.",
        formula="Each planned time counts once, from the moment the plan starts until it ends. A time "
        "before 03:00 belongs to the day before. Doses in a pause are counted apart.",
        source=OWN,
        least_data="a written plan; medicines taken as needed have no doses due",
    ),
    "doses_by_state": Measure(
        name="Taken, skipped, missed, not recorded",
        unit="doses",
        definition="What you recorded for each dose due. Not recorded means that we do not know.",
        formula="Each dose due counts in one of the four, or as paused. Together they are all the doses "
        "due. A dose recorded for a time you moved later stands for the nearest new time that day.",
        source=OWN,
        least_data="one dose due",
    ),
    "taken_of_recorded": Measure(
        name="Taken, of what was recorded",
        unit="share",
        definition="How much of the medicine you took on the occasions you recorded.",
        formula="The amount taken, divided by the amount due, over the doses recorded as taken, skipped "
        "or missed. No dose counts for more than was due. Pauses and skips agreed with the prescriber "
        "are left out.",
        source=f"dose-taking, {VRIJENS}",
        least_data="one dose recorded as taken, skipped or missed",
    ),
    "bounds": Measure(
        name="Between this and that in every 100",
        unit="in every 100",
        definition="The least and the most you can have taken, as some doses were not recorded.",
        formula="The least counts every dose not recorded as not taken, the most counts it as taken. "
        "Pauses and agreed skips are left out.",
        source=OWN,
        least_data="one dose due outside pauses",
    ),
    "extra_doses": Measure(
        name="Extra doses",
        unit="doses",
        definition="Doses you took beyond the plan. They never make up for missed ones.",
        formula="Doses taken without a planned time, in a pause, or on top of a dose already complete.",
        source=OWN,
        least_data="none",
    ),
    "as_needed_use": Measure(
        name="Taken when needed",
        unit="times, days",
        definition="How often you took a medicine that is for when you need it. It has no percentage.",
        formula="The doses recorded as taken, and the different days they fall on.",
        source=OWN,
        least_data="none",
    ),
    "most_in_24h": Measure(
        name="Most in 24 hours",
        unit="doses",
        definition="The most doses you took within any 24 hours.",
        formula="For each dose, the doses in the 24 hours up to it, in hours that really passed. Two "
        "doses exactly 24 hours apart do not count together.",
        source=OWN,
        least_data="one dose",
    ),
    "least_gap": Measure(
        name="Shortest time between two doses",
        unit="hours",
        definition="The shortest time between two doses of a medicine taken when needed.",
        formula="The hours that really passed, clock changes and travel included.",
        source=OWN,
        least_data="two doses",
    ),
    "days_recorded": Measure(
        name="Days recorded",
        unit="days of days",
        definition="The days of a period on which you recorded anything.",
        formula="The different days with an entry, of all the days from the first to the last.",
        source=OWN,
        least_data="none",
    ),
    "longest_gap": Measure(
        name="Longest gap",
        unit="days",
        definition="The most days in a row without an entry.",
        formula="Counted inside the period, its beginning and its end included.",
        source=OWN,
        least_data="none",
    ),
    "filled_in_later": Measure(
        name="Filled in later",
        unit="share",
        definition="The part of the entries typed more than 48 hours after what they are about.",
        formula="Entries typed more than 48 hours later, of all entries typed here. Imported entries "
        "are left out, as we do not know when they were typed.",
        source=OWN,
        least_data="one entry typed here",
    ),
    "score_of_a_day": Measure(
        name="Score of a day",
        unit="0 to 10",
        definition="Your rating of a symptom on a day. With several, the middle one and the range.",
        formula="The median of the day's ratings, with the lowest and the highest.",
        source=OWN,
        least_data="one rating that day",
    ),
    "level": Measure(
        name="Level over 7 days",
        unit="0 to 10",
        definition="The line through the dots: the middle score of the last 7 days.",
        formula="The median of the scores of the day and the 6 days before. The line breaks after more "
        "than 3 days in a row without a record.",
        source="rolling median over time (pandas); window, least days and gap are our own rule",
        least_data="4 days recorded of the 7",
    ),
    "middle_score": Measure(
        name="Middle score, and where most days lay",
        unit="0 to 10",
        definition="The middle of your scores in a period, and the range of the middle half of the days.",
        formula="The median of the scores of the days, with the lower and the upper quartile.",
        source="median and quartiles (pandas' linear rule)",
        least_data="one day rated",
    ),
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
    "dose_a_day": Measure(
        name="Dose in the chart",
        unit="as on the label",
        definition="The height of a medicine's bar: what is due on a day with doses.",
        formula="The sum of the day's planned amounts. Each medicine has its own scale, so heights of "
        "two medicines cannot be compared.",
        source="after the life chart of the US National Institute of Mental Health",
        least_data="a plan with amounts",
    ),
}
