"""Dialogs over the screen, each asked with values and answered by a value.

Know no screen and no command.
"""
