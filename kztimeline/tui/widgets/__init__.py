"""Widgets draw what they are given and report what is done to them.

They know no screen.
"""
