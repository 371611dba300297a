"""YAML read and checked, with errors that name the file and say what is wrong in a sentence."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from medself.errors import ContentError
from medself.library import plain_yaml

# In a block mapping only its own keys stand at the start of a line. The pattern begins with what is
# written: no other character is asked about, which is five times as quick as "^".
TOP_KEY = re.compile(r"\n(?=([A-Za-z_]+):)")
MOST_REASONS = 5

Value = TypeVar("Value")


def read_list(path: Path, shape: TypeAdapter[Any]) -> Any:
    """Read and check a YAML file.

    Raises:
        ContentError: it cannot be read or is not of that shape.
    """
    return parsed(read_text(path), shape, path.name)


def read_text(path: Path) -> str:
    """Read a file.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name} cannot be read: {one_line(error)}") from error


def parsed(text: str, shape: TypeAdapter[Any], file: str) -> Any:
    """Read and check YAML; `file` is what an error names.

    Raises:
        ContentError: it cannot be read or is not of that shape.
    """
    return checked(parse(text, file), shape.validate_python, file)


def parse(text: str, file: str) -> Any:
    """Read YAML; `file` is what an error names.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return plain_yaml.load(text)
    except yaml.YAMLError as error:
        raise ContentError(f"{file} cannot be read: {one_line(error)}") from error


def checked(value: Any, validate: Callable[[Any], Value], file: str) -> Value:
    """Return what a model makes of a value.

    Raises:
        ContentError: it is not of the model's shape.
    """
    try:
        return validate(value)
    except ValidationError as error:
        raise ContentError(f"{file} is not as it should be: {_reasons(error)}") from error


def by_key(text: str) -> dict[str, str]:
    """Part a YAML mapping at its own keys without reading it; each part begins with its key."""
    _, *parts = TOP_KEY.split(f"\n{text.strip()}")
    chunks = (f"{chunk}\n" for chunk in parts[1::2])
    return dict(zip(parts[::2], chunks, strict=True))


def one_line(error: Exception) -> str:
    """Return what an error says, without line breaks."""
    return " ".join(str(error).split())


def _reasons(error: ValidationError) -> str:
    found = error.errors(include_url=False)
    first = "; ".join(
        f"{'.'.join(str(part) for part in problem['loc']) or 'the whole'}: {problem['msg']}"
        for problem in found[:MOST_REASONS]
    )
    return first + (f"; and {len(found) - MOST_REASONS} more" if len(found) > MOST_REASONS else "")
