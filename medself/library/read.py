"""One file of the library: its raw text at once, its head quickly, the whole checked page when asked.

Reading YAML is nearly all of the cost of a large library, so a page is only parsed whole when
somebody opens it. Knows files; knows nothing of other pages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from frontmatter.default_handlers import YAMLHandler
from pydantic import TypeAdapter

from medself.errors import ContentError
from medself.library.files import by_key, checked, one_line, parse
from medself.library.schema import AnyFront, DrugClass, Head, Medication, Topic

KINDS: Mapping[str, type[AnyFront]] = {
    "medications": Medication,
    "classes": DrugClass,
    "topics": Topic,
}
SECTION_MARK = re.compile(r"^<!-- section: ([a-z_]+) -->[ \t]*$", re.MULTILINE)
SOURCE_MARK = re.compile(r"\{([a-z0-9][a-z0-9_/-]*(?:[ ,;]+[a-z0-9][a-z0-9_/-]*)*)\}")
# Begins with what is written, so that no other character of a page is asked about.
PARTED = YAMLHandler(re.compile(r"---(?<=^---)\s*$", re.MULTILINE))


@dataclass(frozen=True)
class Raw:
    """A file's text: front matter by top-level key (each chunk with its key), and body.

    `file` is relative to the content folder, as in "medications/sertraline.md".
    """

    file: str
    front: Mapping[str, str]
    body: str

    @property
    def slug(self) -> str:
        """The page's id, which must be the file's name."""
        return self.file.rpartition("/")[2].removesuffix(".md")

    @property
    def kind(self) -> type[AnyFront]:
        """The model of the file's folder."""
        return KINDS[self.file.split("/")[0]]


@dataclass(frozen=True)
class Written:
    """A page as its author wrote it, checked, with every source id made `page/id`.

    `prose` holds the text under each section mark, in the file's order; a topic's whole text is
    under the empty name.
    """

    file: str
    front: AnyFront
    prose: Mapping[str, str]


def read_raw(path: Path, root: Path) -> Raw:
    """Read a page without looking into it.

    Raises:
        ContentError: it cannot be read, or has no front matter.
    """
    file = path.relative_to(root).as_posix()
    try:
        front, body = PARTED.split(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{file} cannot be read: {one_line(error)}") from error
    except ValueError as error:
        raise ContentError(f"{file} does not begin with front matter between --- lines.") from error
    return Raw(file, by_key(front), body)


def read_head(raw: Raw) -> Head:
    """Read what a page is and is called, and nothing else.

    Raises:
        ContentError: that part is not of the shape of `schema.Head`, or the id is not the file's name.
    """
    wanted = {field.alias or name for name, field in Head.model_fields.items()}
    front = "".join(chunk for key, chunk in raw.front.items() if key in wanted)
    head = checked(parse(front, raw.file), Head.model_validate, raw.file)
    if head.id != raw.slug:
        raise ContentError(f"{raw.file} says its id is {head.id!r}; it must be the file's name.")
    return head


def read_whole(raw: Raw) -> Written:
    """Read and check a whole page.

    Raises:
        ContentError: it is not of the shape of `schema.py`.
    """
    front = _owned(parse("".join(raw.front.values()), raw.file), raw.slug)
    page = checked(front, raw.kind.model_validate, raw.file)
    return Written(raw.file, cast("AnyFront", page), _sections(raw))


def read_part(raw: Raw, key: str, shape: TypeAdapter[Any]) -> Any:
    """Read and check one field of a page's front matter; missing: the page does not have it.

    Raises:
        ContentError: it is not of that shape.
    """
    if key not in raw.front:
        return None
    return checked(parse(raw.front[key], raw.file)[key], shape.validate_python, raw.file)


def _owned(value: Any, page: str, key: str = "") -> Any:
    """Make every source id `page/id`, so that it stays true on the pages that inherit it."""
    if isinstance(value, dict):
        owned = {k: _owned(v, page, k) for k, v in value.items()}
        return {**owned, "id": f"{page}/{value.get('id')}"} if key == "sources" else owned
    if isinstance(value, list):
        return [_owned(item, page, key) for item in value]
    if not isinstance(value, str):
        return value
    return f"{page}/{value}" if key == "source" else _own_marks(value, page)


def _own_marks(text: str, page: str) -> str:
    def owned(mark: re.Match[str]) -> str:
        return "{" + " ".join(f"{page}/{name}" for name in re.split(r"[ ,;]+", mark[1])) + "}"

    return SOURCE_MARK.sub(owned, text)


def _sections(raw: Raw) -> dict[str, str]:
    start, *parts = SECTION_MARK.split(_own_marks(raw.body, raw.slug))
    prose = {"": start.strip()} if start.strip() else {}
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        if name in prose:
            raise ContentError(f"{raw.file} has the section {name!r} twice.")
        prose[name] = text.strip()
    return prose
