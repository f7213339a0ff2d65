"""The list on rails: one line an event, what is linked drawn between them.

Knows no Textual, and nothing of how the reader came to what is shown.
"""
