"""The year that words give a day or month: beside it, behind it, or counted from another.

Knows no evidence to weigh.
"""
