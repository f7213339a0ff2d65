"""The lines of the overview.

Knows no Textual.
"""
