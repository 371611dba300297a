"""The library as one value: every explainer and list, with what they take from each other."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, cast

from pydantic import TypeAdapter

from medself.errors import ContentError
from medself.library.everyday import Everyday, EverydayWords
from medself.library.files import read_list
from medself.library.inherit import ancestors, with_inherited
from medself.library.lazy import Lazy
from medself.library.lists import Crisis, SectionQuestion, SideEffect, Symptom, Term
from medself.library.names import Names, Resolution
from medself.library.read import KINDS, Raw, Written, read_head, read_raw, read_whole
from medself.library.schema import AnyFront, DrugClass, Head, Medication, Topic
from medself.library.search import Hit, Index

CONTENT = Path(__file__).resolve().parents[2] / "content"


class Library:
    """Every page and list under one folder. See `load`.

    Heads (what a page is and is called) are read at once, whole pages when they are asked for. A
    page whose file is broken does not keep the others from being read: asking for it raises its
    ContentError, and `broken` lists them all.

    Attributes:
        heads: what each page is and is called, by slug.
        written: each page as its author wrote it, by slug.
        medications: each medicine's data with what it takes from its classes, by slug.
        classes, topics: the front matter of those pages, by slug.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw: dict[str, Raw] = {}
        self.heads: dict[str, Head] = {}
        self._unreadable: dict[str, ContentError] = {}
        for path in (path for folder in KINDS for path in sorted((root / folder).glob("*.md"))):
            self._take_in(path)
        self.written: Mapping[str, Written] = Lazy([*self.heads], lambda s: read_whole(self.raw[s]))
        self.classes = cast("Mapping[str, DrugClass]", Lazy(self._of("class"), self.page))
        self.topics = cast("Mapping[str, Topic]", Lazy(self._of("topic"), self.page))
        self.medications: Mapping[str, Medication] = Lazy(self._of("medication"), self._whole)

    def _take_in(self, path: Path) -> None:
        try:
            raw = read_raw(path, self.root)
            if raw.slug in self.raw:
                raise ContentError(f"{raw.file} has the name of {self.raw[raw.slug].file}.")
            self.heads[raw.slug] = read_head(raw)
            self.raw[raw.slug] = raw
        except ContentError as error:
            self._unreadable[path.relative_to(self.root).as_posix()] = error

    def _of(self, kind: str) -> list[str]:
        return [slug for slug, head in self.heads.items() if head.kind == kind]

    def _whole(self, slug: str) -> Medication:
        front = self.page(slug)
        assert isinstance(front, Medication)
        return with_inherited(front, self.above(slug))

    def page(self, slug: str) -> AnyFront:
        """Return the front matter of any page as its author wrote it, nothing taken from others.

        Raises:
            ContentError: there is no such page, or its file is broken.
        """
        if slug in self.written:
            return self.written[slug].front
        broken = (self._unreadable.get(f"{folder}/{slug}.md") for folder in KINDS)
        raise next(filter(None, broken), None) or ContentError(
            f"There is no page about {slug} in the library yet."
        )

    def medication(self, slug: str) -> Medication:
        """Return one medicine's data, what it takes from its classes included.

        Raises:
            ContentError: there is no such explainer, or its file is broken.
        """
        if slug not in self.medications:
            raise ContentError(f"{self.page(slug).id} is not a medicine.")
        return self.medications[slug]

    def above(self, slug: str) -> list[DrugClass]:
        """Return the class pages a page takes from, nearest first; none for a topic."""
        front = self.page(slug)
        return [] if isinstance(front, Topic) else ancestors(front, self.classes)

    @property
    def broken(self) -> dict[str, ContentError]:
        """The error of every page that cannot be read, by file; reads them all."""
        found = dict(self._unreadable)
        for slug, raw in self.raw.items():
            try:
                self.page(slug)
            except ContentError as error:
                found[raw.file] = error
        return found

    def find(self, text: str) -> list[Hit]:
        """Return the pages that fit a search, best first. See `search.Hit`."""
        return self.index.find(text)

    def resolve(self, name: str) -> Resolution:
        """Tell which medicine a typed or imported name means. See `names.Resolution`."""
        return self.names.resolve(name)

    @cached_property
    def index(self) -> Index:
        """Every word of every page, ready for searching."""
        words = EverydayWords(self._list("everyday_words.yaml", Everyday))
        return Index(self.raw, self.heads, self.names, self.side_effects, words)

    @cached_property
    def names(self) -> Names:
        """Every name, ready for looking up."""
        return Names(self.heads.values(), self.other_names)

    @cached_property
    def other_names(self) -> list[str]:
        """Medicines without a page: known so that no other is taken for a misspelling of ours."""
        return cast("list[str]", self._list("other_names.yaml", str))

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
    def glossary(self) -> Mapping[str, Term]:
        """Words explained, by the word."""
        return {each.term: each for each in self._list("glossary_terms.yaml", Term)}

    @cached_property
    def section_questions(self) -> Mapping[str, str]:
        """What a part of a page becomes as a question for a visit, by the part's name."""
        found = self._list("section_questions.yaml", SectionQuestion)
        return {each.id: each.text for each in found}

    @cached_property
    def crisis(self) -> Crisis:
        """Crisis lines by country.

        Raises:
            ContentError: the file is missing or broken.
        """
        return cast("Crisis", read_list(self.root / "crisis.yaml", TypeAdapter(Crisis)))

    def _list(self, name: str, item: type[Any]) -> list[Any]:
        path = self.root / name
        shape: TypeAdapter[Any] = TypeAdapter(list[item])  # type: ignore[valid-type]
        return cast("list[Any]", read_list(path, shape)) if path.exists() else []


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
    files = (
        path
        for pattern in ("*.yaml", "*/*.md", "interactions/*.yaml")
        for path in root.glob(pattern)
    )
    return hash(frozenset((str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files))
