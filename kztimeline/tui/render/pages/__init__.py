"""The lines of the pages that are read.

Knows no Textual.
"""
