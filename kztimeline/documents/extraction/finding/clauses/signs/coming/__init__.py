"""Reads that a day is to come from what stands beside it: a squad for it, hopes, preparations.

Knows no verb but those that stand there; that of its clause may be in the past.
"""
