"""Doses: what was due, what happened to it, and how long a medicine was taken."""

from medself.analysis.measures.measure import OWN, VRIJENS, Measure

DOSES = {
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
    "days_by_state": Measure(
        name="Days in the dose calendar",
        unit="days",
        definition="What you recorded for the doses of one day, one mark a day.",
        formula="Taken, skipped, missed, not recorded or in a pause when all doses of the day are the "
        "same, and not all the same when two differ. Days without doses due have no mark.",
        source=OWN,
        least_data="one day with doses due",
    ),
    "in_time": Measure(
        name="In time",
        unit="doses of doses",
        definition="How many doses you took near their planned time, of those whose time is known.",
        formula="In time is no further away than a quarter of the time to the nearest other dose: 6 hours "
        "with one dose a day, 3 with two. A time nobody gave does not count: one that is exactly as "
        "planned and was typed later than that.",
        source=f"timing within 25 % of the interval, a convention; the term: {VRIJENS}",
        least_data="one dose taken with a known time, and another one planned in these days",
    ),
    "days_as_planned": Measure(
        name="Days as planned",
        unit="days of days",
        definition="Days on which you took all that was due and no more, of the days you recorded in full.",
        formula="Days with every dose due taken in full and none beyond, divided by days on which every "
        "dose due is recorded. Pauses and agreed skips are left out. A day without doses due counts only "
        "when you took one.",
        source=f"correct days, {VRIJENS}; days of rest are left out by our own rule",
        least_data="one day with every dose due recorded",
    ),
    "one_dose_twice": Measure(
        name="One dose taken twice",
        unit="days",
        definition="The days on which you recorded more for one planned time than was due.",
        formula="The days of the records that came on top of a dose already complete.",
        source=OWN,
        least_data="none",
    ),
    "reasons_given": Measure(
        name="Why skipped or missed",
        unit="times",
        definition="The reasons you gave for doses you did not take, in your words.",
        formula="How often you gave the same reason. Doses without a reason are not counted.",
        source=OWN,
        least_data="one reason",
    ),
    "by_time_of_day": Measure(
        name="By time of day",
        unit="doses of doses",
        definition="The doses you took in the morning, afternoon, evening and at night.",
        formula="Doses taken, of those recorded as taken, skipped or missed. Morning is from 04:00, "
        "afternoon from 12:00, evening from 18:00, night from 21:00. Agreed skips are left out.",
        source=OWN,
        least_data="14 doses recorded at each time of day that is planned, and two such times",
    ),
    "by_weekday": Measure(
        name="By day of the week",
        unit="doses of doses",
        definition="The doses you took on each day of the week.",
        formula="Doses taken, of those recorded as taken, skipped or missed. Agreed skips are left out.",
        source=OWN,
        least_data="8 doses recorded on each day of the week that is planned, and two such days",
    ),
    "run": Measure(
        name="In a row",
        unit="doses",
        definition="Doses missed one after the other, or not recorded one after the other.",
        formula="Planned doses next to each other with the same answer. The two are never added up.",
        source=OWN,
        least_data="one dose due",
    ),
    "time_taken": Measure(
        name="From the first dose to the last",
        unit="days",
        definition="How long you took a medicine, up to the first gap that matters for it.",
        formula="The days from the first with a dose to the last before such a gap, both counted.",
        source=f"persistence, {VRIJENS}",
        least_data="one dose taken",
    ),
    "gap": Measure(
        name="Gap",
        unit="days",
        definition="Days in a row without a dose, counted when it is as long as the limit of the medicine.",
        formula="From the first day with doses due and none taken to the day before the next dose. Days "
        "not recorded are told apart. Days in hospital end a gap.",
        source=OWN,
        least_data="one dose taken before it",
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
