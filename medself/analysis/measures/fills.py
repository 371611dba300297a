"""Fills: what the pharmacy gave out."""

from medself.analysis.measures.measure import Measure

FILLS = {
    "days_covered": Measure(
        name="Days covered",
        unit="share",
        definition="The days of a period for which the pharmacy had given you enough.",
        formula="Days with supply, divided by the days from the first fill to the end, both included. An "
        "early refill is used after what is left. Days in a pause are left out. It says nothing of "
        "doses taken.",
        source="Pharmacy Quality Alliance, proportion of days covered",
        least_data="one fill, or supply left from before",
    ),
    "supply_ratio": Measure(
        name="Supply for each day",
        unit="share, may pass 1",
        definition="How many days of medicine the pharmacy gave you for each day that passed.",
        formula="The days supplied, divided by the days from the first fill to the end. Early refills can "
        "take it above 1.",
        source="medication possession ratio, CMA2 of AdhereR; Vollmer et al. 2012",
        least_data="one fill",
    ),
}
