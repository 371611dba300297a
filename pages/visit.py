"""Not built yet."""

from medself.ui.frame import open_page

open_page("visit", __file__)
