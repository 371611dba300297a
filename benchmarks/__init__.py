"""Measures how fast medself is; see README.md for how to start it and what came out."""
