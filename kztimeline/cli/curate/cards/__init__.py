"""What becomes of the dates in cards: `kzt seeds cite`, `dismiss` and `reopen`.

Knows the files and what is said on the way; what may become of a date stands in `documents`.
"""
