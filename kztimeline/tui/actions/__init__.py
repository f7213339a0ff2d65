"""What can be done, when, and by which key.

Knows no Textual and no command.
"""
