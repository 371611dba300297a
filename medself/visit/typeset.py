"""Setting a page with typst: a tagged PDF (PDF/UA-1), from a template, plain values and pictures."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typst

from medself.visit.chart import FONTS


class Way(NamedTuple):
    """A way to set the page: with the fonts of this computer too, and to which standards."""

    of_computer: bool
    standards: list[str]


# Our own font gives the same page everywhere. Letters it does not have come from this computer's
# fonts; those nobody has are printed as empty boxes, and then the file cannot claim PDF/UA.
WAYS = (Way(False, ["ua-1"]), Way(True, ["ua-1"]), Way(True, []))


def typeset(
    template: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes], *, made_on: date
) -> bytes:
    """Set a template.

    Args:
        template: a file of ours; what a person typed is never part of it.
        data: what it is filled with, as plain values.
        pictures: SVG by the name the template knows.
        made_on: the day the file says it was made; the same page is then the same file.

    Raises:
        TypstError: the template is broken.
    """
    for way in WAYS[:-1]:
        try:
            return _set(template, data, pictures, way, made_on)
        except typst.TypstError:  # a letter that these fonts do not have
            continue
    return _set(template, data, pictures, WAYS[-1], made_on)


def _set(
    template: Path,
    data: Mapping[str, Any],
    pictures: Mapping[str, bytes],
    way: Way,
    made_on: date,
) -> bytes:
    # The package's types know files only by path; it takes them by name as well.
    sources: Any = {"main": template.read_bytes(), **pictures}
    options: dict[str, Any] = {
        "format": "pdf",
        "font_paths": _fonts(way.of_computer),
        "ignore_system_fonts": True,
        "pdf_standards": way.standards,
        "sys_inputs": {"data": json.dumps(data)},
        "timestamp": datetime.combine(made_on, datetime.min.time(), UTC),
    }
    # Not a Compiler, which keeps everything it ever set in memory.
    return bytes(typst.compile(sources, **options))


@cache
def _fonts(of_computer: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=of_computer, include_embedded_fonts=True, font_paths=[str(FONTS)]
    )
