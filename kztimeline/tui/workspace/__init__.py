"""What stands between what the reader does and what the screen shows: state and ports.

Knows no widget and no Textual; a command can be tried with it and without an application.
"""
