"""Which explainer a name in a file means; never by guessing at a misspelling."""

from collections.abc import Callable

from medself.library import Library

# In a file that another program wrote, a name that is nearly ours is another medicine, not a slip.
SURE = ("name", "brand", "other_name")


def slug_in(library: Library) -> Callable[[str], str | None]:
    """Return a function from a medicine's name to the slug of its explainer, or nothing."""

    def find(name: str) -> str | None:
        found = library.resolve(name)
        return found.slug if found.how in SURE else None

    return find
