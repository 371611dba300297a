"""Words: none that are forbidden, no doses, nothing Streamlit rewrites, easy to read."""

import re
from collections.abc import Iterator

from medself.library.library import Library
from medself.library.read import SOURCE_MARK, Written
from medself.library.schema import Shared
from medself.library.texts import sections
from medself.readability import Counts, counts, sentences, words_of

FORBIDDEN = re.compile(
    r"\b(safe|safer|safest|no risk|risk-free|cures?|cured|non-?complian(?:t|ce)|addicts?"
    r"|suffer(?:s|ing|ed)? from|medication guide|approved by the FDA)\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\b\d[\d.,]*\s?(?:mg|mcg|micrograms?|milligrams?|grams?|g)\b", re.IGNORECASE)
A_LIMIT = re.compile(
    r"\b(?:most|maximum|more than|above|over|limit|highest|up to)\b", re.IGNORECASE
)
TAKE_SOME = re.compile(
    r"(?<!never )(?<!not )\btake (?:\d+|one|two|three|four|half an?) (?:tablets?|capsules?|pills?|drops)\b",
    re.IGNORECASE,
)
TRAPS = {
    "~": re.compile(r"~"),
    "$": re.compile(r"\$"),
    "an arrow": re.compile(r"<-|->|=>|←|→"),
    "<": re.compile(r"<"),
    ":word:": re.compile(r":[a-z_+-]+:|:material/", re.IGNORECASE),
    ":red[...]": re.compile(r":[a-z-]+\["),
    "a picture": re.compile(r"!\["),
    "a brace that is no source mark": re.compile(r"[{}]"),
    "an address": re.compile(r"https?://|\bwww\.", re.IGNORECASE),
    "a link": re.compile(r"\]\("),
    "code": re.compile(r"`|^ {4,}\S", re.MULTILINE),
}
WISH_TO_DIE = re.compile(
    r"\bsuicid|\bdying\b|self-harm|not wanting to live|harming yourself|thoughts of death",
    re.IGNORECASE,
)
WHOM_TO_CALL = re.compile(r"\bambulance\b|\bcrisis line\b|\bhelp (?:at once|now)\b", re.IGNORECASE)
CRISIS = "crisis.yaml"
PAGE_GRADE, SECTION_GRADE, LONGEST = 8.0, 9.0, 25
NAMES_ONLY = "what_it_is_for"
"""The names of conditions are no sentences; they count in the page's grade."""
MOST_COLUMNS = 4
"""More do not fit beside each other on a phone of 390 pixels."""
ENOUGH = 30
"""Words a section must have for its grade to mean something."""

NOTHING = Counts(0, 0, 0)


def said(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each paragraph, list item and statement of a page."""
    myths = {myth.myth for myth in page.front.myths}
    for section, texts in sections(page).items():
        for text in texts:
            for what in of_text(text, quoted=text in myths):
                yield section, what


def of_text(text: str, *, quoted: bool = False) -> Iterator[str]:
    """Yield forbidden words, doses, signs that are rewritten on screen, and long sentences.

    `quoted` is for a myth, which may hold a forbidden word, as its fact answers it.
    """
    for found in FORBIDDEN.finditer("" if quoted else text):
        yield f"{found[0]!r} is not a word of ours: {_round(text, found)}"
    if text.startswith("|"):
        yield from _of_row(text)
    for sentence in sentences(text):
        if (amount := AMOUNT.search(sentence)) and not A_LIMIT.search(sentence):
            yield f"an amount: {_round(sentence, amount)}"
        if some := TAKE_SOME.search(sentence):
            yield f"how many to take: {_round(sentence, some)}"
        if (length := len(words_of(sentence))) > LONGEST:
            yield f"a sentence of {length} words: {sentence[:70]!r}"
    bare = SOURCE_MARK.sub("", text)
    for name, sign in TRAPS.items():
        if trap := sign.search(bare):
            yield f"{name} is rewritten on screen: {_round(bare, trap)}"


def _of_row(row: str) -> Iterator[str]:
    """Yield what is wrong with a row of a table; the line below its head tells how many columns it has."""
    if amount := AMOUNT.search(row):
        yield f"a table of doses: {_round(row, amount)}"
    if set(row) <= set("|-: ") and "-" in row and (columns := row.count("|") - 1) > MOST_COLUMNS:
        yield f"a table of {columns} columns, too wide for a phone"


def of_lists(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the words of the lists: file, entry, problem."""
    texts = [("glossary_terms.yaml", t.term, t.plain) for t in library.glossary.values()]
    texts += [("side_effects.yaml", e.id, e.label) for e in library.side_effects.values()]
    texts += [("symptoms.yaml", s.id, s.label) for s in library.symptoms.values()]
    lines = [line for country in library.crisis.countries for line in country.lines]
    texts += [(CRISIS, line.id, text) for line in lines for text in (line.name, line.note or "")]
    for file, entry, text in texts:
        for what in of_text(text):
            yield file, entry, what


def unsplit(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield a mistyped section mark, which would swallow its section."""
    for section, text in page.prose.items():
        if "<!--" in text:
            yield section, "< is rewritten on screen: a section mark is mistyped"


def headings(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield headings of the wrong level: ## in a topic, none inside a section of a medicine."""
    for section, text in page.prose.items():
        for line in text.splitlines():
            if line.startswith("#") and (section or not line.startswith("## ")):
                yield section, f"no heading here: {line!r}"


def reading_ease(page: Written, library: Library) -> Iterator[tuple[str, str]]:
    """Yield sections and pages that are too hard."""
    counted = _counted(page, library)
    for section, measured in counted.items():
        graded = measured.words >= ENOUGH and section != NAMES_ONLY
        if graded and measured.grade > SECTION_GRADE:
            yield section, f"reading grade {measured.grade:.1f}; {SECTION_GRADE:g} at most"
    if (grade := sum(counted.values(), NOTHING).grade) > PAGE_GRADE:
        yield "", f"reading grade {grade:.1f}; {PAGE_GRADE:g} at most"


def page_grade(page: Written, library: Library) -> float:
    """Return the reading grade of all a page says itself, names of medicines masked."""
    return sum(_counted(page, library).values(), NOTHING).grade


def _counted(page: Written, library: Library) -> dict[str, Counts]:
    return {
        section: counts(text, names=library.all_names)
        for section, text in texts_for_grading(page).items()
    }


def texts_for_grading(page: Written) -> dict[str, str]:
    """Return each section's text with a blank line between its pieces."""
    return {section: "\n\n".join(texts) for section, texts in sections(page).items()}


def _round(text: str, found: re.Match[str]) -> str:
    start = max(0, found.start() - 25)
    return repr(" ".join(text[start : found.end() + 25].split()))


def wish_to_die(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield signs of a wish to die that can wait for an office to open, and name nobody else to call."""
    for each in page.front.serious if isinstance(page.front, Shared) else ():
        words = " ".join((each.title, *each.signs))
        urgent = each.action == "emergency" or WHOM_TO_CALL.search(words)
        if WISH_TO_DIE.search(words) and not urgent:
            yield "serious", f"{each.id}: say when to call an ambulance or a crisis line"


RULES = (said, unsplit, headings, reading_ease, wish_to_die)
