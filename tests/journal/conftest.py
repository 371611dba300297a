"""A person's folder and the journal in it."""

from pathlib import Path

import pytest

from medself.journal import Journal, create_person, open_journal
from medself.model import Person


@pytest.fixture
def folder(home: Path) -> Path:
    return create_person(home, Person(name="Ann"))


@pytest.fixture
def journal(folder: Path) -> Journal:
    return open_journal(folder)
