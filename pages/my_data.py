"""Not built yet."""

from medself.ui.frame import open_page

open_page("my_data", __file__)
