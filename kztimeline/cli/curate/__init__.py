"""Commands for who keeps a timeline: checking, documents, cards.

Know no screen and no query.
"""
