"""Reads that a day is over from what stands beside it: a fire, a verdict, what was said, a picture.

Knows no verb but those that stand there; that of its clause may speak of what is still to come.
"""
