"""Every error medself raises on purpose; the text of each is written for the person who reads it."""


class MedselfError(Exception):
    """Base of all deliberate errors: a sentence that says what is wrong and what to do."""


class InvalidRecord(MedselfError):
    """A value that cannot be right, such as a rating above 10 or a stop before its start."""


class ContentError(MedselfError):
    """A page or data file of the library does not have the shape it must have."""


class CannotImport(MedselfError):
    """A file that cannot be read as what it says it is."""


class JournalError(MedselfError):
    """Base of everything that can go wrong with a journal on disk."""


class JournalUnreadable(JournalError):
    """A journal file is empty, cut short or damaged; its bytes are kept as they are."""


class JournalTooNew(JournalError):
    """A journal file was written by a newer medself than this one."""


class NotSaved(JournalError):
    """A write did not happen: full disk, read-only folder, or someone else holds the lock."""


class NoSuchRecord(JournalError):
    """The record asked for is not in the journal (any more)."""


class NothingToUndo(JournalError):
    """There is no earlier write to take back."""


class CannotRestore(JournalError):
    """A backup that cannot be put back; nothing was changed."""
