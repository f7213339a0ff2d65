"""Finds the temporal expressions of a text and reads the clause around each.

Knows no date that any of them means.
"""
