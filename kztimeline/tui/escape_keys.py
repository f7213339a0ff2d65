"""The escape key, told from what begins a sequence, in what a terminal sends.

A terminal sends the same for escape and a letter after it as for alt and that letter. Which is
meant only who takes the key can tell: in a text alt moves by words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ESCAPE: Final = "\x1b"
_BEGIN_SEQUENCES: Final = "[O]P_^XN\\"
_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"
_ALONE: Final = re.compile(
    f"{ESCAPE}(?:[^{re.escape(_BEGIN_SEQUENCES + ESCAPE)}]|(?={ESCAPE}))", re.DOTALL
)


class EscapeKeys:
    """Takes the escape keys out of what is read, piece by piece."""

    def __init__(self) -> None:
        self._waits = False
        self._pasting = False

    @property
    def waits(self) -> bool:
        """Whether the last thing read was an escape: the key, or what begins a sequence."""
        return self._waits

    def give_up(self) -> str:
        """Return the escape that was waited with, for the key: nothing has followed it."""
        self._waits = False
        return ESCAPE

    def end_paste(self) -> None:
        """Look for escapes again: what was pasted has ended."""
        self._pasting = False

    def split(self, text: str) -> Iterator[str]:
        """Yield what was read in parts: texts to be parsed, and escape keys.

        Such a part is `ESCAPE`, or it and the one character read with it.
        """
        if self._waits and text:
            if text[0] in _BEGIN_SEQUENCES:
                self._waits = False
                text = ESCAPE + text
            else:
                # It was read apart from what follows, which no terminal does with alt.
                yield self.give_up()
        while text:
            before, begins, text = (
                ("", "", text) if self._pasting else text.partition(_PASTE_BEGINS)
            )
            yield from self._keys(before, last=not begins and not text)
            if begins or self._pasting:
                pasted, ends, text = text.partition(_PASTE_ENDS)
                yield begins + pasted + ends
                self._pasting = not ends

    def _keys(self, text: str, last: bool) -> Iterator[str]:
        if last and text.endswith(ESCAPE):
            self._waits, text = True, text[:-1]
        start = 0
        for found in _ALONE.finditer(text):
            yield from filter(None, (text[start : found.start()], found[0]))
            start = found.end()
        yield from filter(None, (text[start:],))


def is_escape(part: str) -> bool:
    """Tell whether a part that was read is an escape key, with a character read with it or not."""
    return part == ESCAPE or _ALONE.fullmatch(part) is not None
