"""Ratings: how a person was, day by day, and before and after a change."""

from medself.analysis.measures.measure import OWN, Measure

RATINGS = {
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
    "typical_week": Measure(
        name="Days of the week",
        unit="0 to 10",
        definition="Your middle score on each day of the week, and the range of the middle half.",
        formula="The median of the scores of all Mondays, all Tuesdays and so on, with their lower and "
        "upper quartile.",
        source="median and quartiles (pandas' linear rule); the least days as on the ambulatory glucose "
        "profile",
        least_data="14 days rated in the period",
    ),
    "hours_slept": Measure(
        name="Hours slept",
        unit="hours",
        definition="The middle of the hours you slept, and the range of the middle half of the nights.",
        formula="The median of the nights recorded, with the lower and upper quartile. With several "
        "check-ins on a day, the middle one counts.",
        source="median and quartiles (pandas' linear rule)",
        least_data="one night for the number, 3 nights for a chart",
    ),
    "before_and_after": Measure(
        name="Before and after a change",
        unit="0 to 10",
        definition="Your middle score in the days before a change and in the days after it settled.",
        formula="The median and quartiles of each side. No comparison when another change falls in these days.",
        source="median and quartiles; the days compared are our own rule",
        least_data="10 of 14 days before, and 14 of 28 after in 3 different weeks",
    ),
    "times_in_ten": Measure(
        name="Times in 10 the later day was better",
        unit="times in 10",
        definition="How often the later day is better, if you pick one day before and one day after.",
        formula="All pairs of a day before and a day after: those in which the later is better, plus half "
        "of the ties, divided by all.",
        source="non-overlap of all pairs, Parker and Vannest 2009, doi:10.1016/j.beth.2008.10.006",
        least_data="as for before and after",
    ),
    "stood_out": Measure(
        name="Stood out",
        unit="yes, no",
        definition="A difference so large that it comes up by chance in fewer than 2 of 100 records.",
        formula="The middle score moved by 2 or more, and the later day is better, or worse, in at least "
        "85 of 100 pairs; in 90 when more than 1 day in 14 is left out. Only when the days after are over.",
        source="our own rule, held by a simulation",
        least_data="as for before and after",
    ),
}
