"""A timeline explorer for the terminal, with evidence for every event.

Imports nothing: every command pays for what is imported here.
"""

__version__ = "0.1.0"
