"""Records to documents and back: what is written is checked to be what will be read."""

from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from medself.errors import InvalidRecord
from medself.journal.migrations import Document
from medself.model import (
    CheckIn,
    Dose,
    Entry,
    LifeEvent,
    Measurement,
    Medication,
    Person,
    Question,
    Record,
    Score,
    SideEffect,
    Task,
    Visit,
)

CLASSES: dict[str, type[Any]] = {
    "person": Person,
    "medication": Medication,
    "visit": Visit,
    "question": Question,
    "task": Task,
    "dose": Dose,
    "check_in": CheckIn,
    "side_effect": SideEffect,
    "event": LifeEvent,
    "score": Score,
    "measurement": Measurement,
}
KINDS = {cls: kind for kind, cls in CLASSES.items()}
DAILY_KINDS = tuple(kind for kind, cls in CLASSES.items() if issubclass(cls, Entry))
PERSON_KINDS = tuple(kind for kind in CLASSES if kind not in DAILY_KINDS)

T = TypeVar("T")


def kind_of(record: object) -> str:
    """Return the kind of a record.

    Raises:
        InvalidRecord: a journal does not hold such a thing.
    """
    kind = KINDS.get(type(record))
    if kind is None:
        raise InvalidRecord(f"A journal cannot hold a {type(record).__name__}.")
    return kind


def to_document(record: Record) -> Document:
    """Return what is stored of a record: everything but its id, which is the document's.

    Half-characters that no file can hold become the replacement sign.

    Raises:
        InvalidRecord: a field holds what could not be read back the same.
    """
    kind = kind_of(record)
    try:
        said: Document = _adapter(kind).dump_python(record, mode="json", warnings="none")
        whole = _whole_characters(said)
        document = _without_empty(kind, whole)
        read_back = _adapter(kind).validate_python(orjson.loads(orjson.dumps(document)))
    except ValidationError as error:
        raise _cannot(kind, [str(one["loc"][0]) for one in error.errors()]) from error
    except (PydanticSerializationError, TypeError) as error:
        raise _cannot(kind, [field.name for field in fields(record)]) from error
    if whole is said and read_back != record:
        raise _cannot(kind, _different(record, read_back))
    del document["id"]
    return document


def from_document(kind: str, record_id: str, document: Document) -> Any:
    """Return the record a document holds.

    Raises:
        InvalidRecord: the document is not a record of that kind.
    """
    try:
        return _adapter(kind).validate_python(document | {"id": record_id})
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        raise InvalidRecord(f"The {_words(kind)} {record_id} does not fit at {where}.") from error


@cache
def empty_fields(kind: str) -> Document:
    """Return the fields of a kind that may be left empty, with what empty means for each.

    They are not stored while they are empty: files stay small and say only what the person said.
    """
    found = {field.name: _default(field) for field in fields(CLASSES[kind])}
    return {name: value for name, value in found.items() if not value and value is not MISSING}


def _default(field: Field[Any]) -> Any:
    if field.default_factory is dict:
        return {}
    return [] if field.default == () else field.default


def _without_empty(kind: str, document: Document) -> Document:
    empty = empty_fields(kind)
    return {
        name: value for name, value in document.items() if name not in empty or value != empty[name]
    }


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(CLASSES[kind])


def _whole_characters(value: T) -> T:
    """Return the value itself when a file can hold all of its text, else a mended copy."""
    try:
        orjson.dumps(value)
    except TypeError:
        return _mended(value)  # type: ignore[no-any-return]
    return value


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_mended(item) for item in value]
    return value


def _cannot(kind: str, names: list[str]) -> InvalidRecord:
    return InvalidRecord(f"This {_words(kind)} cannot be kept. Please check: {', '.join(names)}.")


def _different(one: Record, other: Record) -> list[str]:
    names = [field.name for field in fields(one)]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _words(kind: str) -> str:
    return kind.replace("_", " ")
