"""Parts what a rule of the grammar matched, and is more than one phrase, into its phrases.

Knows the symbols of words, and no date that they mean.
"""
