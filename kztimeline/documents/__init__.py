"""The texts a timeline is made from, what is found in them, and what became of it.

Knows no view and no screen.
"""
