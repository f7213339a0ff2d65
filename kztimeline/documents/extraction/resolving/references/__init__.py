"""Resolves what refers to a date told before without naming it: "the day after the vote".

Knows no day of publication.
"""
