"""The overview: time shared out to cells, how much happened in each, and what stands under it.

Knows no Textual.
"""
