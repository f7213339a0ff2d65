"""The screen as the next start will draw it: kept, checked, and shown before Textual is loaded.

Knows no Textual, no timeline and no view: what is kept are cells, and what they depend on.
"""
