"""Not built yet."""

from medself.ui.frame import open_page

open_page("trends", __file__)
