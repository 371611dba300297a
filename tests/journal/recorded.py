"""Invented records to write into a journal."""

from datetime import datetime
from typing import Any

from medself.model import CheckIn, Dose, DoseStatus

ZONE = "Europe/London"


def dose(on: str = "2026-11-03", time: str = "08:00", **fields: Any) -> Dose:
    fields = {"medication": "m1", "status": DoseStatus.TAKEN, "amount": 50.0, "unit": "mg"} | fields
    return Dose(at=datetime.fromisoformat(f"{on}T{time}"), zone=ZONE, **fields)


def check_in(on: str = "2026-11-03", time: str = "20:00", **fields: Any) -> CheckIn:
    fields = {"ratings": {"mood": 4}} | fields
    return CheckIn(at=datetime.fromisoformat(f"{on}T{time}"), zone=ZONE, **fields)
