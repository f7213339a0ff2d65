"""What stands between what the reader does and what the screen shows.

Knows no Textual.
"""
