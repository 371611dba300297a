"""What a person means by a name: a medicine of the library, or a thing that has no page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from medself.library import Library
from medself.library.groups import above, tags
from medself.library.names import fold
from medself.library.pieces import Names as Written
from medself.library.problems_table import Thing, things
from medself.library.schema import Head

LONG = 8
"""Letters from which one may be wrong in a name of several words."""
_WORDS = re.compile(r"[\w-]+")
TAG = 9
"""How far a tag is from a medicine; its class is 1 away, the class above that 2."""


@dataclass(frozen=True)
class Known:
    """A name that is understood. `id` is that of a page or thing, `name` what it is called.

    `misspelt` when the name is only like one of ours: show what it was read as.
    """

    asked: str
    id: str
    name: str
    misspelt: bool = False


@dataclass(frozen=True)
class Unknown:
    """A name our table has nothing on. `name` is the medicine it is, where we know that much.

    `suggestions` are names of ours that look like it, best first.
    """

    asked: str
    name: str = ""
    suggestions: tuple[str, ...] = ()


class Identities:
    """Every name of medicines and things, made ready for looking up."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._things = {thing.id: thing for thing in things(library).things}
        pages = [head for head in library.heads.values() if head.names]
        self._called = {thing.id: thing.label for thing in self._things.values()}
        self._called |= {head.id: head.names.us for head in pages if head.names}
        self._names = library.names.and_of(_as_head(thing) for thing in self._things.values())
        self._phrases = {fold(word): t.id for t in self._things.values() for word in t.words}

    def find(self, asked: str) -> Known | Unknown:
        """Tell what a name means. Words of several parts are taken whole: water is no water tablet."""
        whole = fold(asked)
        if phrase := self._phrases.get(whole):
            return Known(asked, phrase, self._called[phrase])
        found = self._names.resolve(asked)
        if found.slug:
            return Known(asked, found.slug, self._called[found.slug], found.how == "misspelling")
        if found.how == "unknown" and (near := self._near(whole)):
            return Known(asked, near, self._called[near], misspelt=True)
        meant = tuple(self._called.get(name, name) for name in found.suggestions)
        return Unknown(asked, found.name, meant)

    def in_text(self, text: str) -> list[str]:
        """Return the things that whole words of a text name, each once: the longest name of each place.

        Things only, and only as they are written in content/things.yaml: a guess would be worse.
        """
        left, found = f" {' '.join(_WORDS.findall(fold(text)))} ", []
        for phrase, id_ in self._longest_first.items():
            if f" {phrase} " in left:
                left = left.replace(f" {phrase} ", " | ")
                found.append(id_)
        return list(dict.fromkeys(found))

    @cached_property
    def _longest_first(self) -> dict[str, str]:
        labels = {fold(thing.label): thing.id for thing in self._things.values()}
        every = labels | self._phrases
        return {phrase: every[phrase] for phrase in sorted(every, key=len, reverse=True)}

    def called(self, id_: str) -> str:
        """Return what a medicine or thing is called."""
        return self._called[id_]

    @property
    def every(self) -> Sequence[str]:
        """The id of everything that has a name here: medicines, then things."""
        return [*self._called]

    def is_one_medicine(self, id_: str) -> bool:
        """Tell whether all names of an id are of one medicine, not of a kind of medicine."""
        return id_ in self._library.heads or self._things[id_].single

    def kinds(self, id_: str) -> dict[str, int]:
        """Return everything a medicine or thing counts as, with how far that is from it."""
        kinds = {id_: 0}
        if id_ in self._library.medications:
            class_ = self._library.heads[id_].class_
            for group in [*([class_] if class_ else []), *above(self._library, id_)]:
                kinds.setdefault(group, len(kinds))
            kinds |= {f"tag:{tag}": TAG for tag in tags(self._library, id_)}
        waiting = [(id_, 0)]
        while waiting:
            thing, away = waiting.pop()
            for kind in self._things[thing].of if thing in self._things else []:
                kinds.setdefault(kind, TAG if kind.startswith("tag:") else away + 1)
                waiting.append((kind, away + 1))
        return kinds

    def _near(self, whole: str) -> str | None:
        if len(whole) < LONG:
            return None
        found = process.extract(whole, list(self._phrases), scorer=OSA.distance, score_cutoff=1)
        meant = {self._phrases[phrase] for phrase, _, _ in found}
        return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=2)
def identities(library: Library) -> Identities:
    """Return the names of a library, ready for looking up.

    Raises:
        ContentError: content/things.yaml is broken.
    """
    return Identities(library)


def things_in(text: str, library: Library) -> dict[str, str]:
    """Return the things that a sentence names, by id, with what each is called. See `in_text`.

    Raises:
        ContentError: content/things.yaml is broken.
    """
    known = identities(library)
    return {id_: known.called(id_) for id_ in known.in_text(text)}


def _as_head(thing: Thing) -> Head:
    # Names of one word may be misspelt, or stand beside a strength or a form.
    single = [word for word in thing.words if " " not in word]
    label = thing.label if " " not in thing.label else thing.id
    return Head(id=thing.id, kind="topic", names=Written(us=label, uk=label, also=single))
