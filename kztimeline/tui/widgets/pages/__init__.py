"""Widgets of a page that is read."""
