"""Not built yet."""

from medself.ui.frame import open_page

open_page("learn", __file__)
