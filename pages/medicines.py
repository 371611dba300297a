"""What I take: the list, known problems in it, changes to it, and what was taken before. Composes; decides nothing."""

from medself.ui import known_problems, medicine_add, medicines
from medself.ui.frame import need_journal, open_page

open_page("What I take", __file__)

journal = need_journal()

medicines.taking(journal)
known_problems.draw(journal)
medicine_add.form(journal)
medicines.earlier(journal)
