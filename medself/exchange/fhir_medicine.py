"""One prescription or statement of a FHIR file as a medication that is only *prescribed*, whatever it says.

"Active" in a file is not "I take this": the person is asked. Codes are passed through, never looked up.
"""

import json
from collections.abc import Callable

from medself.errors import InvalidRecord
from medself.exchange.fhir_shape import Contents, Json, codes, day_of, dicts, first, said, text
from medself.exchange.rows import imported_id
from medself.model import Medication, MedicationStatus

KINDS = ("MedicationRequest", "MedicationStatement", "MedicationOrder")
SOURCE = "import:fhir"
_LONGEST_DOSAGE = 20_000
_DATES = ("authoredOn", "dateWritten", "effectiveDateTime", "dateAsserted")

Resolve = Callable[[str], str | None]


def medication(resource: Json, contents: Contents, resolve: Resolve) -> Medication:
    """Make a medication of a MedicationRequest, MedicationStatement or (DSTU2) MedicationOrder.

    Args:
        resource: the resource, of any FHIR version.
        contents: the file, in which a referenced Medication may stand.
        resolve: gives the explainer's slug for a name, or nothing.

    Returns:
        The medication with status *prescribed* and no regimen. `raw` keeps the file's date, status,
        codes and dosage; `fhir_dosage.told` reads them back.

    Raises:
        InvalidRecord: it was entered in error, says not to take it, or names no medicine.
    """
    if text(resource.get("status")) == "entered-in-error":
        raise InvalidRecord("The file marks it as entered by mistake.")
    if resource.get("doNotPerform") is True:
        raise InvalidRecord("The file says not to take it.")
    drug = _drug(resource, contents)
    names = _names(resource, drug)
    if not names:
        raise InvalidRecord(_nameless(resource, drug))
    slug = next(filter(None, map(resolve, names)), None)
    kind, on = text(resource.get("resourceType")), _on(resource)
    return Medication(
        # The name and date are part of it: two clinics may both have an order number 1.
        id=imported_id("fhir", kind, resource.get("id"), names[0], on),
        name=names[0],
        slug=slug,
        status=MedicationStatus.PRESCRIBED,
        form=said(drug.get("form")),
        why=_why(resource),
        prescriber=_prescriber(resource),
        note="\n".join(
            filter(None, (text(note.get("text")) for note in dicts(resource.get("note"))))
        ),
        source=SOURCE,
        raw=_raw(resource, drug, on),
    )


def _drug(resource: Json, contents: Contents) -> Json:
    """Find the Medication resource it points to: inside it, elsewhere in the file, or nowhere."""
    return contents.find(text(_reference(resource).get("reference")), resource)


def _reference(resource: Json) -> Json:
    return first(resource.get("medicationReference")) or first(
        first(resource.get("medication")).get("reference")
    )


def _concept(resource: Json) -> Json:
    return first(resource.get("medicationCodeableConcept")) or first(
        first(resource.get("medication")).get("concept")
    )


def _names(resource: Json, drug: Json) -> list[str]:
    """List every name it is called by, the one to show first, each once."""
    concepts = (_concept(resource), first(drug.get("code")))
    ingredients = dicts(drug.get("ingredient"))
    found = [
        *(name for concept in concepts for name in (said(concept), *_displays(concept))),
        text(_reference(resource).get("display")),
        " / ".join(filter(None, (said(part.get("itemCodeableConcept")) for part in ingredients))),
    ]
    return list(dict.fromkeys(filter(None, found)))


def _displays(concept: Json) -> list[str]:
    return [text(code.get("display")) for code in dicts(concept.get("coding"))]


def _nameless(resource: Json, drug: Json) -> str:
    only = [*codes(_concept(resource)), *codes(drug.get("code"))]
    if only and (code := only[0].get("code")):
        return f"It has a code ({code[:40]}) but no name, and we never guess a name."
    return "It does not name a medicine."


def _on(resource: Json) -> str:
    period = first(resource.get("effectivePeriod"))
    dates = [resource.get(key) for key in _DATES]
    # When it was begun says more than when somebody wrote that down.
    return next(filter(None, map(day_of, [*dates[:3], period.get("start"), dates[3]])), "")


def _why(resource: Json) -> str:
    reasons = [
        *(said(reason) for key in ("reasonCode", "reasonCodeableConcept", "reasonForUseCodeableConcept") for reason in dicts(resource.get(key))),
        *(text(reason.get("display")) for reason in dicts(resource.get("reasonReference"))),
    ]  # fmt: skip
    return ", ".join(dict.fromkeys(filter(None, reasons)))


def _prescriber(resource: Json) -> str:
    asked = first(resource.get("requester"))
    holders = (asked, first(asked.get("agent")), first(resource.get("prescriber")))
    return next(filter(None, (text(holder.get("display")) for holder in holders)), "")


def _raw(resource: Json, drug: Json, on: str) -> str:
    dosage = dicts(resource.get("dosageInstruction") or resource.get("dosage"))
    if len(json.dumps(dosage)) > _LONGEST_DOSAGE:
        dosage = []
    not_taken = resource.get("wasNotTaken") is True or resource.get("taken") == "n"
    return json.dumps(
        {
            "kind": resource.get("resourceType"),
            "id": resource.get("id"),
            "status": "not-taken" if not_taken else text(resource.get("status")),
            "on": on,
            "codes": [*codes(_concept(resource)), *codes(drug.get("code"))],
            "dosage": dosage,
        }
    )
