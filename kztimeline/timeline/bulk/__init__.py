"""What is asked of many events at once: columns, sets of positions, records made when looked at.

Knows what a record is, and no timeline: `model` knows it.
"""
