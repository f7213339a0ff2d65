"""Where a text falls into sentences, said only where there is no doubt.

What is not known to end a sentence is taken to go on: a sentence may come out too long, but
none is cut in two.
"""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"([^\s.!?]*)([.!?]+)([”’\")\]]*)\s+(?=[“‘\"(\[]?[A-ZÀ-ÞА-ЯЁ])")
_ABBREVIATIONS: Final = frozenset(
    re.findall(
        r"\w+",
        "adm al amb approx apr art aug ave bros ca capt cf co col corp dec dept dr ed eds est etc "
        "feb fig gen gov hon inc jan jr jul jun lt ltd maj mar messrs mr mrs ms mt no nos nov oct "
        "pp prof pvt rep reps rev sec sen sens sep sept sgt sr st univ vol vs",
    )
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text in order; put together with spaces they are the text.

    An initial, an abbreviation and a word with points in it (U.S., D.C.) end none.
    """
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if _ends(match, text):
            found.append(text[start : match.end()].strip())
            start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _ends(match: re.Match[str], text: str) -> bool:
    """Tell whether a sentence ends at a match of `_END`."""
    word, stop = match[1].strip("“”‘’\"'([{"), match[2]
    before = text[match.start() - 1 : match.start()]
    if stop != "." and stop != "...":
        return True
    if before == "." or stop == "...":
        return False
    last = word.rpartition("-")[2]
    letters = _LETTERS.fullmatch(last) is not None
    return not (letters and (len(last) == 1 or last.casefold() in _ABBREVIATIONS)) and bool(last)
