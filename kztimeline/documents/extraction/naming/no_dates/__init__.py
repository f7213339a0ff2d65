"""Tells what has the words of a date and is none: a fall, a last year in office, a birthday.

Knows nothing of publication and weighs nothing.
"""
