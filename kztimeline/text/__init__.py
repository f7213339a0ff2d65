"""Text itself: made safe, measured, compared, counted.

Knows nothing of this program.
"""
