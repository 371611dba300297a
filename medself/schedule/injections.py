"""Which ways of taking a medicine are injections at long intervals: they are neither in a box nor a daily dose."""

from medself.model import EveryNDays, Medication, Regimen

# A tablet once a week is nothing unusual; one every second week or more seldom is.
LEAST_DAYS = 14
_SAYS_SO = ("inject", "depot", "long-acting")


def is_injection(medication: Medication, regimen: Regimen) -> bool:
    """Tell whether a regimen is an injection: its words say so, or it is every two or more whole weeks."""
    said = " ".join((medication.name, medication.form, regimen.unit, regimen.as_written)).lower()
    plan = regimen.plan
    seldom = isinstance(plan, EveryNDays) and plan.n >= LEAST_DAYS and plan.n % 7 == 0
    return seldom or any(word in said for word in _SAYS_SO)
