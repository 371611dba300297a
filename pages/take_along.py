"""Take along: lists, dates and a page for family, to carry or to hand over. Composes; decides nothing."""

from medself.ui.frame import need_journal, open_page

open_page("To take along", __file__)

journal = need_journal()
