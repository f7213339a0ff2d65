"""Commands that read a timeline and write what it holds.

They change nothing, and know no screen.
"""
