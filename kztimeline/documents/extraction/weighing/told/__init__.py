"""Evidence from the dates told before a mention: in a story, a chronicle, beside a weekday.

Knows no date of publication.
"""
