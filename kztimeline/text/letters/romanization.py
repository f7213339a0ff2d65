"""Words in Latin letters, and names whatever romanization they went through.

Cyrillic is romanized as BGN/PCGN does for Russian, letters of Kazakh and other languages
as the Russian ones they stand for in names. One name then still has many spellings, Tokayev,
Tokaev, Toqaev; `name_key` is the same for all of them.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.text.letters.exonyms import in_english
from kztimeline.text.letters.folding import SIBILANTS
from kztimeline.text.patterns import pattern

ROMAN: Final = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфъыьэ", "abvgdeziiklmnoprstuf y e", strict=True)),
        **dict(zip("ғқңөұүһәіґјѓќҳҝћђўӏѵѳѣ", "gknouuhaiqjgkhkcduiife", strict=True)),
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ж": "zh",
        "ю": "yu",
        "я": "ya",
        "є": "ye",
        "ё": "ye",
        "ї": "yi",
        "љ": "lj",
        "њ": "nj",
        "џ": "dzh",
        "җ": "zh",
        "ҷ": "j",
        "ҹ": "j",
        "ѕ": "dz",
        "ъ": None,
        "ь": None,
        "ґ": "g",
    }
)
BEFORE_SOFT_E: Final = "аеиоуыэюяіїәөүұєъь"
"""After which letters, as at the beginning of a word, е is romanized as ye."""
_SOFT_E: Final = pattern(rf"(?:(?<=[{BEFORE_SOFT_E}])|\A)е")
_CYRILLIC: Final = pattern(r"[\u0400-\u052f]")
_LATIN: Final = pattern(r"[A-Za-z]")
_LOOK_ALIKE: Final = dict(
    zip("АВЕКМНОРСТХУІЈЅасеорхуіјѕһ", "ABEKMHOPCTXYIJSaceopxyijsh", strict=True)
)
AS_CYRILLIC: Final = str.maketrans({latin: letter for letter, latin in _LOOK_ALIKE.items()})
AS_LATIN: Final = str.maketrans(_LOOK_ALIKE)
_DIGRAPHS: Final = ("sh", "zh", "ch", "sh", "Sh", "Zh", "Ch", "Sh")
WITH_H: Final = str.maketrans(dict(zip(SIBILANTS, _DIGRAPHS, strict=True)))
WITHOUT_H: Final = str.maketrans(SIBILANTS, "szcsSZCS")


def in_latin(word: str) -> tuple[str, ...]:
    """Return the ways to write a word, without accents, in Latin letters; the first is usual.

    Letters of both alphabets in one word may be there for their looks or for their sound,
    so that each is tried.
    """
    if word.isascii():
        return (word,)
    if any(letter in SIBILANTS for letter in word):
        return (word.translate(WITHOUT_H), word.translate(WITH_H))
    if not _CYRILLIC.search(word):
        return (word,)
    if not _LATIN.search(word):
        return (_romanized(word),)
    looks = (word.translate(AS_CYRILLIC), word.translate(AS_LATIN))
    alike = (look for look in looks if not (_CYRILLIC.search(look) and _LATIN.search(look)))
    return tuple(dict.fromkeys(map(_romanized, (*alike, word))))


def is_cyrillic(word: str) -> bool:
    """Tell whether a word has Cyrillic letters, and no Latin ones."""
    return not word.isascii() and bool(_CYRILLIC.search(word)) and not _LATIN.search(word)


def _romanized(word: str) -> str:
    """A word with its Cyrillic letters romanized, in small or capital letters as before."""
    small = word.lower()
    english = in_english(small)
    if english.isupper():
        return english
    roman = (english or _SOFT_E.sub("ye", small).translate(ROMAN)).lower()
    if len(word) > 1 and word.isupper():
        return roman.upper()
    return roman.capitalize() if word[0].isupper() else roman


ONE_LETTER: Final = str.maketrans({"q": "k", "w": "v", "y": "i", "x": "ks"})
SPELLINGS: Final = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "ts"),
)
"""What stands for one letter in names, and another way to write it, the longest first."""
_HARD_C: Final = re.compile(r"c(?![eih])")
_SOFT: Final = re.compile(r"(?:\A|(?<=[aeou]))i+e")
_TWICE: Final = re.compile(r"(.)\1+")


def name_key(word: str) -> str:
    """Return what all romanizations of one name, in small Latin letters, have in common."""
    key = word.translate(ONE_LETTER)
    for spelling, other in SPELLINGS:
        key = key.replace(spelling, other)
    if "c" in key:
        key = _HARD_C.sub("k", key)
    if "ie" in key:
        key = _SOFT.sub("e", key)
    if _TWICE.search(key):
        key = _TWICE.sub(r"\1", key)
    # The country wrote itself Kazakstan once, and Qazaqstan in the new alphabet.
    return f"kazah{key[5:]}" if key.startswith("kazak") else key
