"""The commands of `kzt`: what they are given, what they write, how they end.

Knows no widget and no key of the screen.
"""
