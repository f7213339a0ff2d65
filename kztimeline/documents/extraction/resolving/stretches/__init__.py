"""Resolves stretches of the calendar: what a dash joins, parts of years, decades, centuries.

Knows nothing of what lies a length away from another date.
"""
