"""How the arguments of a command are read: by Typer, or without it where they are plain.

What there is to give is declared beside each command (`declared.py`), and both read that.
Knows no command and no timeline.
"""
