"""The items of a list in a file, by id, each read when it is asked for.

Of a long list only a few items are asked for, and reading YAML is nearly all that a list costs. A
list that is not written as ours are, each item's id first and every value on its key's line, is read
whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from medself.errors import ContentError
from medself.library.basics import Identified
from medself.library.files import parsed
from medself.library.lazy import Lazy

Item = TypeVar("Item", bound=Identified)

# One way only to read each line: a list of another shape is told as fast as one of ours.
_OURS = re.compile(r"[a-z_]+:\n(?:(?:  - \{?id: [a-z0-9]|    [a-z_]+: |  # ).*\n)+")
_ITEM = re.compile(r"\n(?=  - \{?id: ([a-z0-9_-]+))")


def items(chunk: str, item: type[Item], file: str) -> Mapping[str, Item]:
    """Return the items of a list by their ids.

    Args:
        chunk: the list with its key: "sources:", and its items.
        item: the model of one.
        file: what an error names.

    Raises:
        ContentError: an id stands twice, or the list is read whole and is not of that shape. An item
            that is not of that shape raises it when it is asked for.
    """
    if not _OURS.fullmatch(chunk):
        whole = [(one.id, one) for one in _all(chunk, item, file)]
        only_once((id_ for id_, _ in whole), file)
        return dict(whole)
    _, *parts = _ITEM.split(chunk)
    only_once(parts[::2], file)
    texts = dict(zip(parts[::2], parts[1::2], strict=True))
    return Lazy([*texts], lambda id_: _all(f"items:\n{texts[id_]}", item, file)[0])


def heads(chunk: str, item: type[Item], file: str) -> list[Item]:
    """Return some fields of every item of a list, at once: those of `item`, which ignores others.

    Raises:
        ContentError: they are not of that shape.
    """
    if _OURS.fullmatch(chunk):
        keys = "|".join(item.model_fields)
        lines = re.findall(rf"\n(?:  - |    )(?:{keys}): .*", chunk)
        chunk = "".join(("items:", *lines))
    return _all(chunk, item, file)


def joined(lists: Sequence[Mapping[str, Item]]) -> Mapping[str, Item]:
    """Return the items of several lists as one; no id may stand in two of them."""
    home = {id_: each for each in lists for id_ in each}
    return Lazy([*home], lambda id_: home[id_][id_])


def only_once(ids: Iterable[str], file: str) -> None:
    """Raise a ContentError when an id stands twice."""
    if twice := [one for one, times in Counter(ids).items() if times > 1]:
        raise ContentError(f"{file} has {twice[0]!r} twice.")


def _all(chunk: str, item: type[Item], file: str) -> list[Item]:
    ((_, found),) = parsed(chunk, _under_a_key(item), file).items()
    return list(found)


@lru_cache(maxsize=10)
def _under_a_key(item: type[Identified]) -> TypeAdapter[Any]:
    return TypeAdapter(dict[str, list[item]])  # type: ignore[valid-type]
