"""The program's own tables of letters and names, for the page's script to compare words by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kztimeline.text.letters import exonyms, folding, romanization

if TYPE_CHECKING:
    from collections.abc import Mapping


def letter_tables() -> dict[str, Any]:
    """Return them by name: for a character what stands for it, for a name what English says."""
    names, capitals = exonyms.english_names()
    return {
        "plain": _by_character(folding.PLAIN_LETTERS),
        "unspaced": "".join(f"{first}-{last}" for first, last in folding.UNSPACED),
        "sibilants": folding.SIBILANTS,
        "withH": _by_character(romanization.WITH_H),
        "withoutH": _by_character(romanization.WITHOUT_H),
        "roman": _by_character(romanization.ROMAN),
        "beforeSoftE": romanization.BEFORE_SOFT_E,
        "asCyrillic": _by_character(romanization.AS_CYRILLIC),
        "asLatin": _by_character(romanization.AS_LATIN),
        "oneLetter": _by_character(romanization.ONE_LETTER),
        "spellings": romanization.SPELLINGS,
        "names": names,
        "capitals": capitals,
        "longestEnding": exonyms.LONGEST_ENDING,
        "shortestDeclined": exonyms.SHORTEST_DECLINED,
    }


def _by_character(table: Mapping[int, str | int | None]) -> dict[str, str]:
    """Return a table of `str.translate` with characters for their numbers."""
    return {chr(code): chr(to) if isinstance(to, int) else to or "" for code, to in table.items()}
