"""What a page takes from the pages it names in `inherits`: the nearest wins."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from medself.library.schema import DrugClass, Head, Shared

AnyShared = TypeVar("AnyShared", bound=Shared)
AnyClass = TypeVar("AnyClass", DrugClass, Head)

MERGED = ("boxed_warnings", "effects", "serious", "checks")
NEAREST = ("onset", "missed_dose", "too_much", "stopping", "alcohol", "driving", "pregnancy",
           "breastfeeding", "ages", "week_by_week", "myths")  # fmt: skip
MOST_QUESTIONS = 10


def ancestors(page: Shared | Head, classes: Mapping[str, AnyClass]) -> list[AnyClass]:
    """Return the class pages `page` takes from, nearest first, each once: whole pages or their heads.

    A name without a page is passed over here; the library's check reports it.
    """
    found: dict[str, AnyClass] = {}
    waiting = list(page.inherits)
    while waiting:
        slug = waiting.pop(0)
        if slug in classes and slug not in found and slug != page.id:
            found[slug] = classes[slug]
            waiting += classes[slug].inherits
    return list(found.values())


def with_inherited(page: AnyShared, above: Sequence[Shared]) -> AnyShared:
    """Return `page` with what it leaves out filled in from `above` (nearest first).

    Pieces with an `id` are merged by it. Warnings are only ever added: a medicine whose own list is
    empty still shows those of its class. Single statements, week by week and myths come whole from
    the nearest page that has them. At most ten questions, the page's own first.
    """
    pages: list[Shared] = [page, *above]
    taken: dict[str, object] = {
        name: _merged(getattr(each, name) or () for each in pages) for name in MERGED
    }
    if all(each.boxed_warnings is None for each in pages):
        taken["boxed_warnings"] = None
    for name in NEAREST:
        taken[name] = next((value for each in pages if (value := getattr(each, name))), None)
    taken["week_by_week"] = taken["week_by_week"] or []
    taken["questions"] = _merged(each.questions for each in pages)[:MOST_QUESTIONS]
    taken["myths"] = taken["myths"] or []
    taken["tags"] = list(dict.fromkeys(tag for each in pages for tag in each.tags))
    taken["sources"] = [source for each in pages for source in each.sources]
    return page.model_copy(update=taken)


def _merged(lists: Iterable[Sequence[object]]) -> list[object]:
    found: dict[str, object] = {}
    for pieces in lists:
        for piece in pieces:
            found.setdefault(piece.id, piece)  # type: ignore[attr-defined]
    return list(found.values())
