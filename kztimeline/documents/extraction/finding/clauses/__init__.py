"""Reads the clause around a phrase: its verb, that verb's tense, and how it looks at its time.

Knows no calendar, no publication date and no candidates.
"""
