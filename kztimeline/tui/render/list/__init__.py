"""The lines of the list.

Knows no Textual.
"""
