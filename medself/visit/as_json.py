"""The visit page as JSON: every number of the page, and the sentences it is printed in."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from medself.visit import words
from medself.visit.summary import Summary


def as_json(summary: Summary) -> dict[str, Any]:
    """Turn the summary into plain values. Days are ISO text, missing is null; what the chart is drawn from is left out."""
    facts = {
        field.name: _plain(getattr(summary, field.name))
        for field in fields(summary)
        if field.name != "life"
    }
    printed = {name: list(lines) for name, lines in words.sections(summary)}
    return {**facts, "printed": printed, "recorded": words.recorded(summary)}


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
