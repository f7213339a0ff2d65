"""What one reader has chosen to see, and what outlives a run.

Knows no screen.
"""
