"""How much is recorded."""

from medself.analysis.measures.measure import OWN, Measure

RECORDED = {
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
}
