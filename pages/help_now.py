"""Help now: who to call, text or write to, by country. Readable with no record and no network."""

from medself.ui import help_now
from medself.ui.frame import open_page

open_page("Help now", __file__)

help_now.draw()
