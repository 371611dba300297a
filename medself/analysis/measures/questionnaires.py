"""Questionnaires: what is added up, and when two totals differ."""

from medself.analysis.measures.measure import Measure

QUESTIONNAIRES = {
    "questionnaire_total": Measure(
        name="Questionnaire total",
        unit="points",
        definition="Your answers to one questionnaire, added up.",
        formula="The sum of the points of all answers. With an answer missing there is no total. Where "
        "the first question says that the rest do not apply, it is 0. A clinic's total stands as given.",
        source="the authors of each questionnaire, named on its page",
        least_data="every question answered, or a total from a clinic",
    ),
    "who5_percentage": Measure(
        name="WHO-5 of 100",
        unit="0 to 100",
        definition="The sum of your five answers, put on a scale of 0 to 100.",
        formula="The total times 4.",
        source="WHO-5 Well-Being Index, World Health Organization 1998",
        least_data="all five questions answered",
    ),
    "bigger_than_wobble": Measure(
        name="Bigger than the usual wobble",
        unit="yes, no, not known",
        definition="Whether two totals differ by more than a questionnaire does by itself.",
        formula="Yes when the later total is higher or lower by as many points as its studies give, or "
        "more: 6 for the PHQ-9 and the GAD-7, 2.5 for the WHO-5. Not known for the others.",
        source="named for each questionnaire in its file",
        least_data="two totals of the same questionnaire",
    ),
}
