"""EDTF dates: reading, showing, distance.

Knows nothing of events.
"""
