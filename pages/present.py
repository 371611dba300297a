"""Share: choose what may be seen on a shared screen, then show that and nothing else. Composes only."""

from medself.ui import present
from medself.ui.frame import open_page

open_page("Share my screen", __file__)

present.draw()
