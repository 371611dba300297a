"""Tables → charts, each with its twin: the same message as sentences, and as a table."""
