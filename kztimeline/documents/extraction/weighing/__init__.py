"""Weighs what a mention without its own year or week can mean, by the evidence near it.

Knows no card and no event.
"""
