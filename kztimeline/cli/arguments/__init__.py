"""How the arguments of a command are read: by Typer, or without it where they are plain.

What there is to give is declared beside each command (`declared.py`), and both read that.
Names of files and timelines are written as arguments again for messages (`pasted.py`).
Knows no command and no timeline.
"""
