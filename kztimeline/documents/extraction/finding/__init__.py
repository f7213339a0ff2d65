"""Finds the temporal expressions of a text and reads the clause around each."""
