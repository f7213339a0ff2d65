"""Files as such: the one writer, one writer at a time, and what is safe to read.

Knows no timeline, no card and no YAML.
"""
