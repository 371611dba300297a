"""Read a FHIR file (R4, and the older shapes phones still export): medicines and questionnaire totals."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from medself.errors import CannotImport, InvalidRecord
from medself.exchange import fhir_medicine, fhir_score
from medself.exchange.fhir_medicine import Resolve
from medself.exchange.fhir_shape import Contents, Json, first, text, unpack
from medself.exchange.rows import Reading, Refused
from medself.model import Medication, Record, Score

ITEM_NINE_NOTE = (
    "One answer in this file says there were thoughts of being better off dead or of self-harm."
)
_SUPPORTING = {"Medication", "Patient"}
_OTHER = "other things"
_IN_WORDS = {
    "AllergyIntolerance": "allergies",
    "Condition": "conditions",
    "DiagnosticReport": "reports",
    "DocumentReference": "documents",
    "Encounter": "visits to a clinic",
    "Immunization": "vaccinations",
    "MedicationAdministration": "doses given by a clinic",
    "MedicationDispense": "medicines handed out",
    "Observation": "test results and answers",
    "Procedure": "procedures",
    "Questionnaire": "empty questionnaires",
}


def read(content: object, *, zone: str, resolve: Resolve) -> Reading:
    """Read a Bundle of any type, a single resource or a list of resources (NDJSON).

    Args:
        content: the parsed JSON.
        zone: the person's time zone (IANA), for totals whose time is written in UTC.
        resolve: gives the explainer's slug for a medicine's name, or nothing.

    Returns:
        Medications (all only *prescribed*) and scores; what the file holds beside them is in `notes`.

    Raises:
        CannotImport: the file is about more than one person.
    """
    contents = unpack(content)
    records: list[Record] = []
    refused: list[Refused] = []
    left_out = Counter(contents.kinds)
    people = set()
    for where, resource in contents.resources:
        makers = _makers(resource, contents, zone, resolve)
        if makers:
            people.add(_subject(resource))
            left_out[text(resource.get("resourceType"))] -= 1
        for make in makers:
            try:
                records.append(make())
            except InvalidRecord as error:
                refused.append(Refused(where=where, reason=str(error)))
    if len(people - {""}) > 1:
        raise CannotImport(
            "This file is about more than one person. Please choose a file that is only about you."
        )
    help_first = any(fhir_score.better_off_dead(item) for _, item in contents.resources)
    notes = [*_about(contents), *_nothing(records, refused), *_beside(left_out)]
    return Reading(
        format="fhir",
        records=tuple(records),
        refused=tuple(refused),
        notes=(*([ITEM_NINE_NOTE] if help_first else []), *notes),
        help_first=help_first,
    )


def _makers(
    resource: Json, contents: Contents, zone: str, resolve: Resolve
) -> list[Callable[[], Medication | Score]]:
    if resource.get("resourceType") in fhir_medicine.KINDS:
        return [partial(fhir_medicine.medication, resource, contents, resolve)]
    return [
        partial(fhir_score.score, resource, code, holder, zone)
        for code, holder in fhir_score.totals(resource)
    ]


def _subject(resource: Json) -> str:
    """Name whom a resource is about by the end of its reference, however that is written."""
    reference = first(resource.get("subject") or resource.get("patient")).get("reference")
    return text(reference).replace(":", "/").rpartition("/")[2]


def _about(contents: Contents) -> list[str]:
    people = [item for _, item in contents.resources if item.get("resourceType") == "Patient"]
    names = []
    for person in people:
        name = first(person.get("name"))
        given = name.get("given")
        parts = [*(given if isinstance(given, list) else [given]), name.get("family")]
        spoken = text(name.get("text")) or " ".join(filter(None, map(text, parts)))
        born = text(person.get("birthDate"))
        names.append(f"{spoken or 'someone without a name'}{f', born {born}' if born else ''}")
    return [f"The file says it is about {name}. Please check that this is you." for name in names]


def _nothing(records: list[Record], refused: list[Refused]) -> list[str]:
    found = records or refused
    return [] if found else ["We found no medicines and no questionnaire totals in this file."]


def _beside(left_out: Counter[str]) -> list[str]:
    counts = Counter[str]()
    for kind, number in left_out.items():
        if kind not in _SUPPORTING:
            counts[_IN_WORDS.get(kind, _OTHER)] += number
    others = counts.pop(_OTHER, 0)
    parts = [f"{words} ({number:,})" for words, number in counts.most_common() if number]
    parts += [f"{_OTHER} ({others:,})"] if others else []
    return [f"It also holds what we do not keep: {', '.join(parts)}."] if parts else []
