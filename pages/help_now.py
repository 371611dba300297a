"""Not built yet."""

from medself.ui.frame import open_page

open_page("help_now", __file__)
