"""The little Markdown our pages use, taken apart for typesetting: paragraphs, lists, quotations, tables,
bold, italic.

What is set is data, never source: no letter of a page can be read as a command.
"""

import re
from typing import Any

Run = dict[str, str]
Block = dict[str, Any]

_MARKED = re.compile(r"(\*\*.+?\*\*|\*[^*\s][^*]*\*)", re.DOTALL)
_BULLET = re.compile(r"^\s*[-*+]\s+")
_QUOTE = re.compile(r"^\s*>\s?")
_NUMBER = re.compile(r"^\s*\d+[.)]\s+")
_RULE = re.compile(r"^\|?[\s:|-]+\|?$")


def blocks(markdown: str) -> list[Block]:
    """Return paragraphs, lists and tables in order, each with its runs of bold, italic and plain text."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", markdown.strip()):
        found += _of_part([line for line in part.splitlines() if line.strip()])
    return found


def runs(text: str) -> list[Run]:
    """Split one paragraph by its bold and italic words."""
    found = []
    for piece in _MARKED.split(" ".join(text.split())):
        if piece.startswith("**") and len(piece) > 4:
            found.append({"text": piece[2:-2], "style": "bold"})
        elif piece.startswith("*") and len(piece) > 2:
            found.append({"text": piece[1:-1], "style": "italic"})
        elif piece:
            found.append({"text": piece, "style": ""})
    return found


def _of_part(lines: list[str]) -> list[Block]:
    """Take apart lines that stand together: a list may follow its introduction without a gap."""
    found: list[Block] = []
    for line in lines:
        kind, text = _line(line)
        last = found[-1] if found else None
        if last and last["kind"] == kind == "para":
            last["said"] += f" {text}"
        elif last and last["kind"] in ("bullets", "numbers") and kind == "para":
            last["items"][-1] += f" {text}"
        elif last and last["kind"] == kind:
            last["items"].append(text)  # each line of a quotation is an item of its own
        else:
            found.append(
                {"kind": kind, "said": text} if kind == "para" else {"kind": kind, "items": [text]}
            )
    return [_ready(block) for block in found]


def _line(line: str) -> tuple[str, str]:
    for kind, mark in (("bullets", _BULLET), ("numbers", _NUMBER), ("quote", _QUOTE)):
        if mark.match(line):
            return kind, mark.sub("", line)
    return ("table", line) if line.lstrip().startswith("|") else ("para", line)


def _ready(block: Block) -> Block:
    if block["kind"] == "para":
        return {"kind": "para", "runs": runs(block["said"])}
    if block["kind"] != "table":
        return {
            "kind": block["kind"],
            "items": [runs(item) for item in block["items"] if item.strip()],
        }
    rows = [line.strip().strip("|").split("|") for line in block["items"] if not _RULE.match(line)]
    return {"kind": "table", "rows": [[runs(cell) for cell in row] for row in rows]}
