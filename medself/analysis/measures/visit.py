"""What goes along to a visit, and what is different since the last one."""

from medself.analysis.measures.measure import OWN, Measure

VISIT = {
    "on_the_page": Measure(
        name="On the page",
        unit="days, entries",
        definition="What is on your page for the appointment, counted part by part.",
        formula="The days chosen, the check-ins in them, and the lines of each part. Parts you left off are "
        "not named; what is private is named also when there is none of it.",
        source=OWN,
        least_data="none",
    ),
    "open_questions": Measure(
        name="Open questions",
        unit="questions",
        definition="The questions on your list that are not marked as asked.",
        formula="All open questions, and those of them written in the days shown.",
        source=OWN,
        least_data="none",
    ),
    "measured": Measure(
        name="Tests and measurements",
        unit="as written",
        definition="A number from a scale, a cuff or a laboratory, as it was typed or imported.",
        formula="Nothing is worked out.",
        source=OWN,
        least_data="one measurement",
    ),
}
