"""Tells which day the hours of a text are of."""
