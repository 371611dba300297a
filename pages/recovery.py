"""Not built yet."""

from medself.ui.frame import open_page

open_page("recovery", __file__)
