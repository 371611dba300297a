"""What is found, in words."""

from datetime import date

from medself.interactions import About, Finding
from medself.interactions.words import beside, source_line
from medself.library.basics import Source

SOURCE = Source(
    id="leaflet",
    title="Wine",
    publisher="NHS",
    url="https://www.nhs.uk/wine",
    section="Whole page",
    accessed=date(2026, 11, 3),
)
FINDING = Finding(
    row="x", a="beer", b="wine", severity="caution", why="Both.", action="Ask.", sources=(SOURCE,)
)


def test_a_source_says_when_it_was_read_as_a_reader_would_write_it():
    assert source_line(SOURCE).endswith("https://www.nhs.uk/wine (read on 3 November 2026)")
    copy = SOURCE.model_copy(update={"seen_at": "https://example.org/wine"})
    assert source_line(copy).endswith("(read in a copy on 3 November 2026)")


def test_a_problem_of_one_medicine_names_the_others_and_its_sources():
    assert beside(About(FINDING, ("beer", "cider"))) == (
        "Beer, cider.",
        "Both. Ask.",
        "Source: NHS: Wine, Whole page, read on 3 November 2026.",
    )
