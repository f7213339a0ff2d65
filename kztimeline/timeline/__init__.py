"""What a timeline is made of, and what follows from it.

Knows no files and no views.
"""
