"""My appointment: get ready, the one page to take along, and at the visit. Composes; decides nothing."""

from medself.ui import visit
from medself.ui.frame import need_journal, open_page

open_page("My appointment", __file__)
visit.draw(need_journal())
