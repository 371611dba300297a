"""Blocks of text set as a tagged PDF (PDF/UA-1) by typst, on as many sheets as they need.

A block is a plain dictionary that `sheet.typ` knows how to set. Text in it is never source.
"""

import json
import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from medself.visit.chart import FONTS

TEMPLATE = Path(__file__).with_name("sheet.typ")
Paper = Literal["a4", "us-letter", "card"]
Block = dict[str, Any]
LONGEST = 400
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")


def pdf(
    blocks: list[Block],
    *,
    made_on: date,
    footer: str,
    paper: Paper = "a4",
    flipped: bool = False,
    pieces: str = "Page",
) -> bytes:
    """Set blocks one after the other; the sheets are counted in the footer as `pieces`.

    The letters are at least 8.5 points. The file's own title is neutral and it names nobody.
    """
    data = {
        "blocks": blocks,
        "paper": paper,
        "flipped": flipped,
        "footer": footer,
        "pieces": pieces,
        "file_title": f"Notes, {made_on.day} {made_on:%b %Y}",
    }
    # Our own font gives the same sheet everywhere; letters it lacks come from this computer's, and a
    # letter that nobody has is an empty box, with which a file cannot claim to be PDF/UA.
    for of_computer, standards in ((False, ["ua-1"]), (True, ["ua-1"])):
        try:
            return _set(data, made_on, of_computer=of_computer, standards=standards)
        except typst.TypstError:
            continue
    return _set(data, made_on, of_computer=True, standards=[])


def _set(data: Block, made_on: date, *, of_computer: bool, standards: list[str]) -> bytes:
    # The package's types know files only by path; it takes them by name as well.
    sources: Any = {"main": TEMPLATE.read_bytes()}
    options: dict[str, Any] = {
        "format": "pdf",
        "font_paths": _fonts(of_computer),
        "ignore_system_fonts": True,
        "pdf_standards": standards,
        "sys_inputs": {"data": json.dumps(data)},
        "timestamp": datetime.combine(made_on, datetime.min.time(), UTC),
    }
    return bytes(typst.compile(sources, **options))


@cache
def _fonts(of_computer: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=of_computer, include_embedded_fonts=True, font_paths=[str(FONTS)]
    )


def heading(text: str, level: int = 1) -> Block:
    """A heading; levels follow each other without a gap."""
    return {"kind": "heading", "text": text, "level": level}


def words(text: str, *, small: bool = False) -> Block:
    """A paragraph exactly as it is, such as text a person typed."""
    return {"kind": "words", "runs": [_run(text)], "small": small}


def bullets(lines: list[str]) -> Block:
    """Lines as they are, one under the other."""
    return {"kind": "list", "items": [[_run(line)] for line in lines]}


def table(head: list[str], rows: list[list[list[str]]]) -> Block:
    """A table; each cell holds lines. The first column is narrow and says what its row is."""
    return {"kind": "table", "head": head, "rows": rows}


def boxed(blocks: list[Block]) -> Block:
    """Blocks in a frame that is not torn apart by the end of a sheet."""
    return {"kind": "box", "blocks": blocks}


def short(text: str, longest: int = LONGEST) -> str:
    """Cut what would push everything else off the sheet."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def markdown(text: str, *, level: int = 3) -> list[Block]:
    """Turn Markdown of ours into blocks: paragraphs, lists, bold, headings of `level`; no tables or links."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n|\n(?=#)", text.strip()):
        lines = part.strip().splitlines()
        while lines:
            if lines[0].startswith("#"):
                blocks.append(heading(lines.pop(0).lstrip("# "), level))
            elif _ITEM.match(lines[0]):
                blocks.append({"kind": "list", "items": _items(lines)})
            else:
                blocks.append({"kind": "words", "runs": _runs(" ".join(_paragraph(lines)))})
    return blocks


def _items(lines: list[str]) -> list[list[Block]]:
    items: list[str] = []
    while lines and (_ITEM.match(lines[0]) or lines[0].startswith(" ")):
        line = lines.pop(0)
        if _ITEM.match(line):
            items.append(_ITEM.sub("", line))
        else:
            items[-1] += f" {line.strip()}"
    return [_runs(item) for item in items]


def _paragraph(lines: list[str]) -> list[str]:
    found = []
    while lines and not _ITEM.match(lines[0]) and not lines[0].startswith("#"):
        found.append(lines.pop(0).strip())
    return found


def _runs(text: str) -> list[Block]:
    parts = _BOLD.split(text)
    return [
        _run(_ITALIC.sub(r"\1", part), bold=number % 2 == 1)
        for number, part in enumerate(parts)
        if part
    ]


def _run(text: str, *, bold: bool = False) -> Block:
    return {"text": text, "bold": bold}
