"""What a tap means for the journal: one slot one record, one change one new way of taking it."""
