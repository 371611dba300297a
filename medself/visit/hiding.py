"""The visit page without names: medicines as their group or a letter, the person as initials.

A known name is replaced wherever it stands as a word. A line in which one may still stand, misspelt,
shortened or inside another word, is left out and counted: what is not sure is not shown.
"""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any

from medself.visit.names import Names, initials, seen, spelt
from medself.visit.summary import Summary

INSTEAD = {"why": "", "detail": "", "strength": "", "how": "how I take it is not shown"}
"""Parts that can be left out of a line alone, and what stands in their place."""
OTHERS = ("with_whom", "prescriber")
"""Names of other people: always left out."""


@dataclass(frozen=True)
class Hidden:
    """A visit page without names; `left_out` counts the lines, and parts of lines, left out for it."""

    summary: Summary
    left_out: int


class _NotSure(Exception):
    """A name may stand in a text, so that the line with it cannot be shown."""


def hide_names(summary: Summary, names: Names) -> Hidden:
    """Return the page with no name of a medicine or of the person in any of its texts.

    The chart and with whom the appointment is are left out. Every text of the page is gone through,
    whatever it is called; a kind of value that is not known here is an error, not an oversight.

    Raises:
        TypeError: the page holds something in which names could not be looked for.
    """
    hiding = _Hiding(names)
    bare = replace(summary, person=initials(summary.person), life=None)
    found = {
        field.name: hiding.of_page(field.name, getattr(bare, field.name))
        for field in fields(bare)
        if field.name != "person"
    }
    return Hidden(replace(bare, **found), hiding.left_out)


class _Hiding:
    def __init__(self, names: Names) -> None:
        self._names = names
        self.left_out = 0

    def of_page(self, name: str, value: Any) -> Any:
        """Return one field of the page itself without names; a text that is not sure is empty."""
        try:
            return self.part(name, value)
        except _NotSure:
            self.left_out += 1
            return ""

    def part(self, name: str, value: Any) -> Any:
        """Return one field of a page or line without names."""
        if isinstance(value, str):
            return self._text(name, value)
        if isinstance(value, tuple):
            return tuple(self._sure_ones(value))
        if is_dataclass(value) and not isinstance(value, type):
            return self._line(value)
        if value is None or isinstance(value, bool | int | float | date | datetime):
            return value
        raise TypeError(f"cannot look for names in {name}")

    def _sure_ones(self, values: tuple[Any, ...]) -> list[Any]:
        kept = []
        for value in values:
            try:
                kept.append(self.part("", value))
            except _NotSure:
                self.left_out += 1
        return kept

    def _line(self, line: Any) -> Any:
        found = {
            field.name: self.part(field.name, getattr(line, field.name)) for field in fields(line)
        }
        return replace(line, **found)

    def _text(self, name: str, text: str) -> str:
        if name in OTHERS:
            return ""
        plain = seen(text)
        pattern = self._names.pattern
        if not self._names.may_stand_in(pattern.sub(" ", plain)):
            return pattern.sub(self._stand_in, plain)
        if name not in INSTEAD:
            raise _NotSure
        self.left_out += 1
        return INSTEAD[name]

    def _stand_in(self, found: re.Match[str]) -> str:
        known = self._names.stand_in.get(spelt(found[1]))
        if known is None:  # a letter that has no one small form
            raise _NotSure
        return known
