"""The one screen: what is done on it becomes a new view, and is drawn.

Knows everything of the screen but the application; nothing below knows it.
"""
