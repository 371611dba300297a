"""The names of everything kept in session state: the only place they are spelled.

Widget keys are `<page>_<thing>` and live beside their widgets; these outlive a page.
"""

ROUTED = "routed"
"""True while a run came through app.py; `open_page` takes it away."""

WANTED = "wanted_page"
"""The page a cold link asked for, while it takes the way through app.py."""

PERSON = "person_folder"
"""The folder of the open journal, as text. Absent: nobody's journal is open."""

COUNTRY = "country"
"""The country chosen for crisis lines when no journal is open."""

REGION = "region"
"""us or uk, chosen in the library when no journal is open."""

PAGE_ID = "page_id"
"""The explainer open in the library. Kept here, never in the address: it says what someone takes."""

PAGE_PART = "page_part"
"""The part of that explainer to be read first: where a search or a link led to."""

PAGE_VISIT = "page_visit"
"""The explainer read last and how many were read before it: a list of two."""

COMPARED = "compared"
"""The group whose medicines are read side by side in the library."""

PRESENTING = "presenting"
"""True while a screen is shown to others: the library then says nothing of anyone's record."""

NOTE = "note"
"""What the last action did, shown once on the next run: a sentence, or (kind, sentence)."""

SCORED = "scored"
"""The id of the questionnaire just saved, while its result stands in place of the form."""

HELP_KEPT = "help_kept"
"""Where the help panel stays open although the text that opened it is saved and gone: a list of places."""

QUESTION_EDITED = "question_edited"
"""The id of the question for a visit whose words are being changed. Absent or missing: none."""

SHARED = "shared"
"""The folder of the person who shares their screen, as this tab saw it last. Kept for when it cannot be read."""

SHARING_ENDED = "sharing_ended"
"""The folder of a person who ended sharing in this tab when that could not be saved."""
