"""Text of other programs put right before it is read: what does not show, and letters in pieces.

A timeline holds none of that, and in tables and JSON it is common: macOS takes letters apart, pages
of the web hide spaces and hyphens. What changed is said with its row and column.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Any, Final
from urllib.parse import quote

from kztimeline.loading.importing.found import ImportFault
from kztimeline.loading.importing.json_shapes import one_of
from kztimeline.text.letters.unseen import put_right

_MOST_PLACES: Final = 5
_DEEPEST: Final = 100
_LINE_ENDS: Final = re.compile(r"[ \t]*[\t\n\r][ \t\n\r]*")
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)


class Tidying:
    """Puts texts right one by one, and remembers what was changed where."""

    def __init__(self, *, entities: bool = False) -> None:
        """Begin with nothing changed; with `entities`, `&shy;` stands for what it is in HTML."""
        self._places: dict[str, list[str]] = {}
        self._entities = entities

    def text(self, text: str, *place: str) -> str:
        """Return a text in one line as it is meant.

        Args:
            text: The text.
            place: Where it stands, part by part.
        """
        text = _LINE_ENDS.sub(" ", text.strip("\t\n\r"))
        if self._entities and "&" in text:
            text = _ENTITY.sub(_shown, text)
        if text.isascii() and text.isprintable():
            return text
        if _ADDRESS.fullmatch(text) and not unicodedata.is_normalized("NFC", text):
            # Another form of a letter is another address: what a browser asks for stays.
            self._note("letters in pieces are written with % in an address", place)
            text = quote(text, safe=string.punctuation)
        text, changes = put_right(text)
        for change in changes:
            self._note(change, place)
        return text

    def value(self, value: Any, *place: str) -> Any:
        """Return a value of JSON with all its texts, and its keys, as they are meant.

        Raises:
            ImportFault: it is nested deeper than anything that is known.
        """
        if len(place) > _DEEPEST:
            raise ImportFault("its brackets are nested too deeply", "Correct it.")
        if isinstance(value, str):
            return self.text(value, *place)
        if isinstance(value, dict):
            named = {self.text(key, *place, key): each for key, each in value.items()}
            return {key: self.value(each, *place, key) for key, each in named.items()}
        if isinstance(value, list):
            each = enumerate(value, 1)
            return [self.value(item, *_within(place, number)) for number, item in each]
        return value

    def notes(self) -> Iterator[str]:
        """Yield what was changed, each with its places."""
        for change, places in self._places.items():
            shown = places[:_MOST_PLACES]
            more = [f"and {len(places) - len(shown)} more"] if len(places) > len(shown) else []
            yield f"{change}: {'; '.join([*shown, *more])}"

    def _note(self, change: str, place: tuple[str, ...]) -> None:
        self._places.setdefault(change, []).append(", ".join(place))


def _within(place: tuple[str, ...], number: int) -> tuple[str, ...]:
    """Return where a value of the list at a place stands."""
    *before, key = place
    of_a_list = key[-1:].isdecimal()  # which has no name of its own
    return (*place, str(number)) if of_a_list else (*before, one_of(key, number))


def _shown(entity: re.Match[str]) -> str:
    """Return what an entity stands for where that does not show, or is a part of a letter."""
    character = unescape(entity[0])
    strange = put_right(character)[0] != character or any(map(unicodedata.combining, character))
    return character if strange and not character.isspace() else entity[0]
