"""The commands of `kzt`: what they are given, what they write, how they end.

Knows no widget; of the screen only how it is opened, and its keys, which `kzt keys` lists.
"""
