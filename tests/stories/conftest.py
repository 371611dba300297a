"""The journals of the twelve, each told once, and what the app shows of them on a day."""

from collections.abc import Callable
from functools import cache

import pytest
from diary import Diary, ago
from look import Look, look

from medself.journal import Journal, create_person, open_journal
from medself.model import Person


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Diary], None]], Journal]:
    """Tell a story through the journal, once."""

    @cache
    def tell(story: Callable[[Diary], None]) -> Journal:
        diary = Diary(story.__name__)
        story(diary)
        person = Person(
            name=story.__name__, region="uk", country="uk", symptoms=diary.follows, invented=True
        )
        journal = open_journal(create_person(tmp_path_factory.mktemp("home"), person))
        journal.add_all(diary.records)
        return journal

    return tell


@pytest.fixture(scope="session")
def seen(told) -> Callable[..., Look]:
    """Look at a story today, or so many days ago."""

    @cache
    def see(story: Callable[[Diary], None], days_ago: int = 0) -> Look:
        return look(told(story), ago(days_ago))

    return see
