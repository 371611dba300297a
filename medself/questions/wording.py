"""content/questions.yaml: what each rule asks and gives as reasons, and which signs cannot wait."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from pydantic import Field, TypeAdapter

from medself.library import Library
from medself.library.basics import Part, Slug, Text
from medself.library.files import read_list

Action = Literal["emergency", "same_day"]


class Asking(Part):
    """What a rule says. `{names}` are filled in by the rule; `reasons` are sentences by name.

    `urgency`: 1 cannot wait long, 2 belongs into the next visit, 3 when there is time.
    """

    rule: Slug
    urgency: Literal[1, 2, 3]
    ask: Text
    reasons: Mapping[str, Text] = Field(min_length=1)


class Signs(Part):
    """Side effects that together cannot wait; ids of side_effects.yaml.

    `for_` names pages or groups, `tag` a tag of the page; neither: whatever the person takes. It fits
    with `least` different signs, all of `must` among them. With `after_change`, only noted up to so
    many days after such a medicine was new or its dose went up. How fast to act is what the page says
    in one of its `serious` entries, or `action` where no medicine is meant.
    """

    id: Slug
    for_: list[Slug] = Field(default=[], alias="for")
    tag: Slug | None = None
    serious: list[Slug] = []
    action: Action | None = None
    signs: list[Slug] = Field(min_length=1)
    must: list[Slug] = []
    least: int = Field(default=1, ge=1)
    after_change: int | None = None


class Now(Part):
    """What a card says, by how fast to act; and the sentences about what it goes back to."""

    title: Mapping[Action, Text]
    call: Mapping[Action, Text]
    say: Text
    alone_here: Text
    gap: Text
    noted: Text
    listed: Text
    alone: Text
    signs: list[Signs]


class Wording(Part):
    """content/questions.yaml. Of two questions of one urgency, the one that stands first is first."""

    rules: list[Asking]
    now: Now

    def of(self, rule: str) -> Asking:
        """Return what a rule says."""
        return next(each for each in self.rules if each.rule == rule)


@lru_cache(maxsize=2)
def wording(library: Library) -> Wording:
    """Return what content/questions.yaml says.

    Raises:
        ContentError: the file is missing or broken.
    """
    found: Wording = read_list(library.root / "questions.yaml", TypeAdapter(Wording))
    return found
