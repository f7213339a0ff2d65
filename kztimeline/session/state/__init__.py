"""The files in which what a reader leaves behind is kept, and how a view is written down.

Knows no pins, no saved views and no screen.
"""
