"""Reads what is written as one token: hours in words, and dates joined by hyphens, dots or slashes.

Knows no text around it, no other token and no rule of the grammar.
"""
