"""Commands for who keeps a timeline: checking, documents, cards."""
