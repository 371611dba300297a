"""Numbers and lists of a page's data, as a person reads them."""

import pytest

from medself.library import explain, load


@pytest.fixture(scope="module")
def library():
    return load()


@pytest.mark.parametrize(
    ("slug", "section", "words"),
    [
        ("buprenorphine", "injection", "**, once a week."),
        ("aripiprazole", "injection", "**, about every 4 weeks."),
        ("aripiprazole", "injection", "**, about every 2 months."),
        ("paliperidone", "injection", "**, about every 3 months."),
        ("paliperidone", "injection", "**, about every 6 months."),
        ("asenapine", "missed_dose", "**Without it for a day or more?** Ask"),
        ("haloperidol", "week_by_week", "movements I cannot stop"),
        ("cytisinicline", "important_warnings", "It is not sold as a medicine in the US"),
        ("acamprosate", "important_warnings", "We looked for a boxed warning on the US label"),
    ],
)
def test_it_reads_as_people_speak(library, slug, section, words):
    shown = {each.name: each.text for each in explain(library, slug, "us").sections}
    assert words in shown[section]


def test_that_there_is_no_figure_is_said_once_before_the_list(library):
    text = next(s.text for s in explain(library, "lithium").sections if s.name == "common_effects")
    assert text.count("we found no figure") == 1
    assert text.index("we found no figure") < text.index("- **")
    assert "- **Worn out or weak.** Often eases within weeks." in text
