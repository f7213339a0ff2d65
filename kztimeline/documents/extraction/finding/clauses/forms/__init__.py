"""Reads single words of a clause: which are verbs in the present, intents, ways somewhere.

Knows no tense and no date; the groups that these words make up stand above.
"""
