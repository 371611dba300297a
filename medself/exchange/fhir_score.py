"""Questionnaire totals of a FHIR file, and whether it notes thoughts of being better off dead."""

from collections.abc import Iterator

from medself.errors import InvalidRecord
from medself.exchange.fhir_shape import Json, dicts, first, moment, number, said, text
from medself.exchange.rows import imported_id
from medself.model import Score

SOURCE = "import:fhir"
# LOINC codes of totals, with the highest each can be; reference: LOINC, US Core and HL7's PHR guide.
TOTALS = {
    "44261-6": ("phq-9", 27),
    "70274-6": ("gad-7", 21),
    "55758-7": ("phq-2", 6),
    "89204-2": ("phq-a", 27),
}
ITEM_NINE = "44260-8"
_NOT_AT_ALL = "LA6568-5"


def totals(resource: Json) -> list[tuple[str, Json]]:
    """List the totals of an Observation, its components or a QuestionnaireResponse: (code, holder of the value)."""
    return [(code, holder) for code, holder in _answers(resource) if code in TOTALS]


def better_off_dead(resource: Json) -> bool:
    """Tell whether item 9 of the PHQ-9 is answered with anything but "not at all".

    An answer we cannot read counts: help shown once too often does no harm.
    """
    return any(_above_zero(holder) for code, holder in _answers(resource) if code == ITEM_NINE)


def score(resource: Json, code: str, holder: Json, zone: str) -> Score:
    """Make a score of one total.

    Args:
        resource: the Observation or QuestionnaireResponse it stands in.
        code: its LOINC code, a key of TOTALS.
        holder: what has the `value[x]`.
        zone: the person's time zone (IANA).

    Raises:
        InvalidRecord: entered in error, no date, no number, or a number that cannot be.
    """
    if text(resource.get("status")) in ("entered-in-error", "cancelled"):
        raise InvalidRecord("The file marks it as entered by mistake.")
    instrument, highest = TOTALS[code]
    total = number(holder)
    if total is None:
        raise InvalidRecord("It has no total that we can read.")
    if not 0 <= total <= highest:
        raise InvalidRecord(f"A total of {total:g} cannot be: it runs from 0 to {highest}.")
    at = moment(_when(resource), zone)
    return Score(
        # One total may stand in a file as an observation and as an answer: by its content it is one.
        id=imported_id("fhir", instrument, at.isoformat(), float(total)),
        at=at,
        zone=zone,
        instrument=instrument,
        total=total,
        source=SOURCE,
        raw=f"LOINC {code}: {total:g}",
    )


def _when(resource: Json) -> object:
    period = first(resource.get("effectivePeriod"))
    keys = ("effectiveDateTime", "effectiveInstant", "authored", "issued")
    dates = [resource.get(key) for key in keys]
    return next(filter(None, [*dates[:2], period.get("start"), *dates[2:]]), "")


def _answers(resource: Json) -> Iterator[tuple[str, Json]]:
    if resource.get("resourceType") == "Observation":
        for holder in (resource, *dicts(resource.get("component"))):
            for code in dicts(first(holder.get("code")).get("coding")):
                yield text(code.get("code")), holder
    elif resource.get("resourceType") == "QuestionnaireResponse":
        waiting = dicts(resource.get("item"))
        while waiting:
            item = waiting.pop()
            waiting.extend(dicts(item.get("item")))
            for answer in dicts(item.get("answer")):
                yield text(item.get("linkId")).rpartition("/")[2], answer
                waiting.extend(dicts(answer.get("item")))


def _above_zero(holder: Json) -> bool:
    value = number(holder)
    if value is not None:
        return value > 0
    concept = holder.get("valueCodeableConcept") or {"coding": dicts(holder.get("valueCoding"))}
    listed = [text(code.get("code")) for code in dicts(first(concept).get("coding"))]
    words = said(concept) or text(holder.get("valueString"))
    if _NOT_AT_ALL in listed or words.casefold() == "not at all":
        return False
    return bool(listed or words)
