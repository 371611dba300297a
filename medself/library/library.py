"""The library as one value: every explainer and list, with what they take from each other."""

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from medself.errors import ContentError
from medself.library.inherit import ancestors, with_inherited
from medself.library.lists import Crisis, SideEffect, Symptom, Term
from medself.library.names import Names, Resolution
from medself.library.read import KINDS, Written, read_data, read_page
from medself.library.schema import DrugClass, Medication, Page, Topic

CONTENT = Path(__file__).resolve().parents[2] / "content"

AnyPage = TypeVar("AnyPage", bound=Page)
AnyItem = TypeVar("AnyItem")


class Library:
    """Every page and list under one folder, read once. See `load`.

    A page that cannot be read is left out, so that the others can still be opened; `broken` keeps
    its error by file, and asking for it raises that error.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.written: dict[str, Written] = {}
        self.broken: dict[str, ContentError] = {}
        for folder in KINDS:
            for path in sorted((root / folder).glob("*.md")):
                self._read(path)
        self.classes: Mapping[str, DrugClass] = self._all(DrugClass)
        self.topics: Mapping[str, Topic] = self._all(Topic)
        self._own: Mapping[str, Medication] = self._all(Medication)

    def _read(self, path: Path) -> None:
        try:
            page = read_page(path, self.root)
            if other := self.written.get(page.front.id):
                raise ContentError(f"{page.file} has the id of {other.file}.")
            self.written[page.front.id] = page
        except ContentError as error:
            self.broken[path.relative_to(self.root).as_posix()] = error

    def _all(self, kind: type[AnyPage]) -> dict[str, AnyPage]:
        pages = (page.front for page in self.written.values())
        return {front.id: front for front in pages if isinstance(front, kind)}

    @cached_property
    def medications(self) -> Mapping[str, Medication]:
        """Every medicine with what it takes from its classes, by slug."""
        return {
            slug: with_inherited(page, ancestors(page, self.classes))
            for slug, page in self._own.items()
        }

    def medication(self, slug: str) -> Medication:
        """Return one medicine's data, what it takes from its classes included.

        Raises:
            ContentError: there is no such explainer, or its file is broken.
        """
        if slug not in self.medications:
            raise self.broken.get(f"medications/{slug}.md") or ContentError(
                f"There is no page about {slug} in the library yet."
            )
        return self.medications[slug]

    def above(self, slug: str) -> list[DrugClass]:
        """Return the class pages a page takes from, nearest first; none for a topic."""
        front = self.written[slug].front
        if isinstance(front, Topic):
            return []
        return [self.classes[page.id] for page in ancestors(front, self.classes)]  # type: ignore[arg-type]

    def resolve(self, name: str) -> Resolution:
        """Tell which medicine a typed or imported name means. See `names.Resolution`."""
        return self.names.resolve(name)

    @cached_property
    def names(self) -> Names:
        """Every name, ready for looking up."""
        return Names(self._own.values(), self.other_names)

    @cached_property
    def other_names(self) -> list[str]:
        """Medicines without a page: known so that no other is taken for a misspelling of ours."""
        return self._list("other_names.yaml", str)

    @cached_property
    def all_names(self) -> list[str]:
        """Every medicine's name, with or without a page."""
        return sorted({*self.other_names, *self.names.ours})

    @cached_property
    def symptoms(self) -> Mapping[str, Symptom]:
        """What a person may follow from 0 to 10, by id, in the order to offer them."""
        return {each.id: each for each in self._list("symptoms.yaml", Symptom)}

    @cached_property
    def side_effects(self) -> Mapping[str, SideEffect]:
        """The side effects a person may record, by id."""
        return {each.id: each for each in self._list("side_effects.yaml", SideEffect)}

    @cached_property
    def crisis(self) -> Crisis:
        """Crisis lines by country.

        Raises:
            ContentError: the file is missing or broken.
        """
        found: Crisis = read_data(self.root / "crisis.yaml", TypeAdapter(Crisis))
        return found

    @cached_property
    def glossary(self) -> Mapping[str, Term]:
        """Words explained, by the word."""
        return {each.term: each for each in self._list("glossary_terms.yaml", Term)}

    def _list(self, name: str, item: Callable[..., AnyItem]) -> list[AnyItem]:
        path = self.root / name
        found: list[AnyItem] = read_data(path, TypeAdapter(list[item])) if path.exists() else []  # type: ignore[valid-type]
        return found


def load(path: Path | str = CONTENT) -> Library:
    """Return the library of a content folder; read again only when a file there has changed.

    Args:
        path: the folder with `medications/`, `classes/`, `topics/` and the lists.

    Raises:
        ContentError: there is no such folder.
    """
    root = Path(path).resolve()
    if not root.is_dir():
        raise ContentError(f"There is no library at {root}. Is medself installed whole?")
    return _load(root, _stamp(root))


@lru_cache(maxsize=2)
def _load(root: Path, _stamp: int) -> Library:
    return Library(root)


def _stamp(root: Path) -> int:
    files = (path for pattern in ("*.yaml", "*/*.md") for path in root.glob(pattern))
    return hash(frozenset((str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files))
