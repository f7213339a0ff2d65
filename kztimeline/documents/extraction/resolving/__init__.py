"""Says what the temporal expressions of a text mean.

Knows no card and no event.
"""
