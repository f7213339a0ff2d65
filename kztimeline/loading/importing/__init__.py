"""From what other programs wrote to a timeline file, with nothing invented.

Knows the format of a timeline file and those of others, and no query and no screen.
"""
