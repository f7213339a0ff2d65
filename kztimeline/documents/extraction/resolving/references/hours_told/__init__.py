"""Tells which day the hours of a text are of.

Knows no evidence to weigh.
"""
