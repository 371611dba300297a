"""Sheets to carry or to hand over: a card, the week's box, forgotten doses, a page for family."""
