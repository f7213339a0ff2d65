"""From values to lines of pieces.

Knows no Textual and no command.
"""
