"""Blocks of text set as a tagged PDF (PDF/UA-1) by typst, on as many sheets as they need.

A block is a plain dictionary that `sheet.typ` knows how to set. Text in it is never source.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal

from medself.visit.typeset import typeset

TEMPLATE = Path(__file__).with_name("sheet.typ")
Paper = Literal["a4", "us-letter", "card"]
Block = dict[str, Any]

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
    return typeset(TEMPLATE, data, {}, made_on=made_on)


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
