"""The screen of the timeline: lays out, and is the workspace of the commands.

Knows no application; only the application makes it.
"""
