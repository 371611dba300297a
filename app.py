"""The router: page set-up and navigation. It draws nothing itself."""

from medself.ui.frame import route

route()
