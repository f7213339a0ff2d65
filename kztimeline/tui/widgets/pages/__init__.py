"""Widgets of a page that is read.

Know no screen and no command.
"""
