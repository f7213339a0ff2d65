"""Dialogs over the screen, each asked with values and answered by a value."""
