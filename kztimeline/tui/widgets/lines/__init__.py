"""Widgets of a line or a few.

Know no screen and no command.
"""
