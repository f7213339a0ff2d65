"""Letters: which count as the same, which stand for others, and which are not seen.

Knows nothing of words of a query, nor of whose names they are written in.
"""
