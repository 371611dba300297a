"""One file of the library to one checked page. Knows files; knows nothing of other pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from pydantic import TypeAdapter, ValidationError

from medself.errors import ContentError
from medself.library.schema import DrugClass, Medication, Page, Topic

KINDS: Mapping[str, type[Page]] = {
    "medications": Medication,
    "classes": DrugClass,
    "topics": Topic,
}
SECTION_MARK = re.compile(r"^<!-- section: ([a-z_]+) -->[ \t]*$", re.MULTILINE)
SOURCE_MARK = re.compile(r"\{([a-z0-9][a-z0-9_/-]*(?:[ ,;]+[a-z0-9][a-z0-9_/-]*)*)\}")
MOST_REASONS = 5


@dataclass(frozen=True)
class Written:
    """A page as its author wrote it, checked, with every source id made `page/id`.

    `prose` holds the text under each section mark, in the file's order; a topic's whole text is
    under the empty name. `file` is relative to the content folder.
    """

    file: str
    front: Page
    prose: Mapping[str, str]


def read_page(path: Path, root: Path) -> Written:
    """Read and check one Markdown page.

    Raises:
        ContentError: it cannot be read, is not of the shape of `schema.py`, or its name and folder
            do not fit what it says it is.
    """
    file = path.relative_to(root).as_posix()
    try:
        post = frontmatter.loads(path.read_text(encoding="utf-8"))
        front = KINDS[path.parent.name].model_validate(_owned(post.metadata, path.stem))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{file} cannot be read: {_one_line(error)}") from error
    except ValidationError as error:
        raise ContentError(f"{file} is not as it should be: {_reasons(error)}") from error
    if front.id != path.stem:
        raise ContentError(f"{file} says its id is {front.id!r}; it must be the file's name.")
    return Written(file, front, _split(post.content, path.stem, file))


def read_data(path: Path, shape: TypeAdapter[Any]) -> Any:
    """Read and check a YAML file.

    Raises:
        ContentError: it cannot be read or is not of that shape.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return shape.validate_python(data)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{path.name} cannot be read: {_one_line(error)}") from error
    except ValidationError as error:
        raise ContentError(f"{path.name} is not as it should be: {_reasons(error)}") from error


def own(marks: str, page: str) -> str:
    """Make the ids inside one source mark `page/id`, so that they stay true on other pages."""
    return " ".join(f"{page}/{name}" for name in re.split(r"[ ,;]+", marks))


def _owned(value: Any, page: str, key: str = "") -> Any:
    if isinstance(value, dict):
        owned = {k: _owned(v, page, k) for k, v in value.items()}
        if key == "sources":
            owned["id"] = f"{page}/{value.get('id')}"
        return owned
    if isinstance(value, list):
        return [_owned(item, page, key) for item in value]
    if not isinstance(value, str):
        return value
    return f"{page}/{value}" if key == "source" else _own_marks(value, page)


def _own_marks(text: str, page: str) -> str:
    return SOURCE_MARK.sub(lambda mark: "{" + own(mark[1], page) + "}", text)


def _split(body: str, page: str, file: str) -> dict[str, str]:
    start, *parts = SECTION_MARK.split(_own_marks(body, page))
    prose = {"": start.strip()} if start.strip() else {}
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        if name in prose:
            raise ContentError(f"{file} has the section {name!r} twice.")
        prose[name] = text.strip()
    return prose


def _reasons(error: ValidationError) -> str:
    found = error.errors(include_url=False)
    first = "; ".join(
        f"{'.'.join(str(part) for part in problem['loc']) or 'the whole'}: {problem['msg']}"
        for problem in found[:MOST_REASONS]
    )
    return first + (f"; and {len(found) - MOST_REASONS} more" if len(found) > MOST_REASONS else "")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
