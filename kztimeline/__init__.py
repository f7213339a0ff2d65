"""A timeline explorer for the terminal, with evidence for every event."""

__version__ = "0.1.0"
