"""What a page must have, and ids that must exist."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import yaml

from medself.library.library import Library
from medself.library.read import Written
from medself.library.schema import Medication, Shared, Topic
from medself.library.texts import TITLES, sections

MUST_WRITE = ("at_a_glance", "before_you_take", "how_to_take", "food_drink_drugs")
MUST_READ = ("how_it_works", "long_term", "for_families")
MUST_HAVE = (
    "onset", "food", "effects", "serious", "missed_dose", "too_much", "stopping", "alcohol",
    "driving", "pregnancy", "breastfeeding", "ages", "checks", "week_by_week", "myths", "tags",
)  # fmt: skip
BULLETS = 5
QUESTIONS = range(6, 11)
SHARED_WORDS = 20
"""Words from which a paragraph may not stand on two pages; short advice may."""
_FIELDED = re.compile(r"\*\*(Alcohol|Driving)[.:]?\*\*")
"""Parts of "Mixing" that are drawn below its text from fields of their own."""
_TAG_WORDS = """
    serotonergic bleeding low_sodium qt_label sedating seizure_threshold anticholinergic
    blood_pressure_up blood_pressure_down weight_sugar_lipids prolactin cyp1a2_substrate
    cyp2d6_inhibitor cyp2d6_substrate cyp3a4_substrate cyp2c19_substrate withdrawal dependence
    rash_restart level_monitored blood_count kidney_thyroid pregnancy_programme liver stimulant
    movement suicidality_young smoking_matters
"""
TAGS = frozenset(_TAG_WORDS.split())
"""What rules may rely on."""


def complete(page: Written, library: Library) -> Iterator[tuple[str, str]]:
    """Yield what a medicine page lacks, its own or its classes'.

    A short page is enough for what no pharmacy gives out any more, and for supplements.
    """
    if not isinstance(page.front, Medication):
        return
    if page.prose.get("at_a_glance", "").count("\n- ") + 1 != BULLETS:
        yield "at_a_glance", f"write {BULLETS} bullets"
    if bool(page.front.long_acting) != ("injection" in page.prose):
        yield "injection", "long_acting and the section go together"
    if not page.front.availability.anywhere:
        return
    whole = library.medication(page.front.id)
    readable = {name for each in library.above(whole.id) for name in library.written[each.id].prose}
    for name in MUST_WRITE:
        if name not in page.prose:
            yield name, "this section is missing"
    for name in MUST_READ:
        if name not in page.prose and name not in readable:
            yield name, "this section is missing, here and in its classes"
    for name in MUST_HAVE:
        if not getattr(whole, name):
            yield name, "nothing is said, here or in its classes"
    if whole.boxed_warnings is None:
        yield "boxed_warnings", "say [] when there is none"
    if len(whole.questions) not in QUESTIONS:
        yield "questions_to_ask", f"{len(whole.questions)} questions; 6 to 10 are wanted"


def known_sections(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield sections that no page shows, and text outside every section."""
    if isinstance(page.front, Topic):
        if set(page.prose) != {""} or "\n## " not in f"\n{page.prose['']}":
            yield "", "a topic is text with ## headings"
        return
    for name in page.prose:
        if name not in TITLES:
            yield name, "no section has this name" if name else "text before the first section"


def said_in_its_field(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield what "Mixing" would say twice: in its text, and from the field that is drawn below it."""
    for name in dict.fromkeys(_FIELDED.findall(page.prose.get("food_drink_drugs", ""))):
        yield "food_drink_drugs", f"{name} is said in the field `{name.lower()}`"


def known_ids(page: Written, library: Library) -> Iterator[tuple[str, str]]:
    """Yield ids that nothing has: groups, side effects, what to track, tags."""
    front = page.front
    if not isinstance(front, Shared):
        return
    if isinstance(front, Medication) and front.class_ not in library.classes:
        yield "class", f"there is no class {front.class_!r}"
    for slug in front.inherits:
        if slug not in library.classes:
            yield "inherits", f"there is no class {slug!r}"
    for effect in front.effects:
        if effect.id not in library.side_effects:
            yield "effects", f"there is no side effect {effect.id!r}"
    for span in front.week_by_week:
        for name in span.track:
            if name not in library.side_effects and name not in library.symptoms:
                yield "week_by_week", f"{name!r} cannot be tracked"
        if span.to_day < span.from_day:
            yield "week_by_week", f"day {span.from_day} is after day {span.to_day}"
    for tag in sorted(set(front.tags) - TAGS):
        yield "tags", f"there is no tag {tag!r}"


def once(page: Written, library: Library) -> Iterator[tuple[str, str]]:
    """Yield ids and YAML keys that stand twice on one page; YAML itself would keep the last."""
    for field in ("questions", "effects", "serious", "checks", "boxed_warnings", "sources"):
        ids = [piece.id for piece in getattr(page.front, field, None) or []]
        for name in sorted({each for each in ids if ids.count(each) > 1}):
            yield field, f"{name!r} stands twice"
    text = (library.root / page.file).read_text(encoding="utf-8").split("---\n")[1]
    for key in _doubled(yaml.compose(text, Loader=yaml.CSafeLoader)):
        yield "", f"the key {key!r} stands twice"


def between_pages(pages: Sequence[Written]) -> Iterator[tuple[str, str, str]]:
    """Yield brands of two medicines, and paragraphs that stand on two pages."""
    brands: dict[str, str] = {}
    said: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        if isinstance(page.front, Medication):
            for brand in sorted({*page.front.brands.us, *page.front.brands.uk}):
                if (other := brands.setdefault(brand.casefold(), page.file)) != page.file:
                    yield page.file, "brands", f"{brand!r} is also in {other}"
        for section, texts in sections(page).items():
            for text in texts:
                said[" ".join(text.split("{")[0].lower().split())].append(f"{page.file}\n{section}")
    for text, places in said.items():
        files = dict.fromkeys(place.split("\n")[0] for place in places)
        if len(files) > 1 and len(text.split()) >= SHARED_WORDS:
            file, section = places[-1].split("\n")
            yield file, section, f"also in {next(iter(files))}: {text[:60]!r}"


def _doubled(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from sorted({key for key in keys if keys.count(key) > 1})
        for _, value in node.value:
            yield from _doubled(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _doubled(item)


RULES = (complete, known_sections, said_in_its_field, known_ids, once)
