"""Letters of Cyrillic keyboard layouts as the Latin keys that they lie on.

The Russian layout (ЙЦУКЕН) and what the Kazakh one has of its own, in the row of digits;
letters of the Ukrainian and Belarusian ones where neither has another.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_PAIRS: Final = (
    ("йцукенгшщзхъ", "qwertyuiop[]"),
    ("фывапролджэ", "asdfghjkl;'"),
    ("ячсмитьбю", "zxcvbnm,."),
    ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
    ("ФЫВАПРОЛДЖЭ", 'ASDFGHJKL:"'),
    ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
    ("ёЁ", "`~"),
    ("әіңғүұқөһ", "234589" + "0-="),
    ("ӘІҢҒҮҰҚӨҺ", "@#$%*()_+"),
    ("№", "/"),
    ("ўїєґЎЇЄҐ", "o]'\\O}\"|"),
)
_LATIN: Final = {
    letter: key for letters, keys in _PAIRS for letter, key in zip(letters, keys, strict=True)
}
_RENAMED: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Textual calls signs whose name in Unicode is another."""


def latin(key: str) -> str:
    """Return the key that a key is on a Latin keyboard; most are themselves.

    Args:
        key: A character, or the name of a key, maybe with modifiers before it.
    """
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join((*modifiers, _LATIN.get(_character(last), last)))


def key_named(character: str) -> str:
    """Return the name that Textual has for the key of a character."""
    if len(character) != 1 or character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


def _character(name: str) -> str:
    """Return the character that a key is named after: 'ж', or 'cyrillic_small_letter_zhe'."""
    if len(name) == 1 or not name.startswith(("cyrillic", "numero")):
        return name
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return name
