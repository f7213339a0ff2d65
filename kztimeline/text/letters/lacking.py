"""What stands for letters and signs that the encoding of a terminal or file lacks."""

from __future__ import annotations


def instead_of(letter: str, encoding: str) -> str:
    """Return a letter without its accent, a plain dash or quotation mark; else a question mark.

    A date keeps its dash, and é is still an e, where an encoding is that of another script.
    """
    from kztimeline.text.letters.folding import PLAIN_LETTERS, plain

    for found in (letter.translate(PLAIN_LETTERS), plain(letter)):
        if found.strip() and _is_in(found, encoding):
            return found
    return "?"


def _is_in(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
