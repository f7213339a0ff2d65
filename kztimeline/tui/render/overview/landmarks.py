"""The events that an overview names: the weightiest, each with a short name of its own.

An event is called by its id, without the year, spelled as its own text spells it:
`osce-summit-2010` is 'OSCE summit', and `unrest-january-2022` is 'January unrest'.
An id that only counts, such as `e12`, says nothing: the title's first words stand for it.
Cells are counted from the first one of the axis.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.text.cells import ELLIPSIS, clean, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Event, Position, Timeline

MOST: Final = 6
"""So many events are named at most on a line."""

_LONGEST: Final = 20
_WORD: Final = re.compile(r"[\w’'.-]+")
_COUNTING: Final = re.compile(r"[a-z]{1,3}-?\d+")
_VOWEL: Final = re.compile("[aeiouy]")
_WEIGHTIEST: Final = 120
_TICK: Final = "╷"
_NO_WORDS: Final[Mapping[str, str]] = {}


class Name(NamedTuple):
    """A name on a line: the cell it begins in, and its text with the mark before it."""

    cell: Cell
    text: str
    position: Position


_LEADING_ON: Final = frozenset(
    {
        "a", "an", "the", "of", "for", "in", "on", "at", "to", "by", "with", "from", "and", "or",
        "as", "his", "her", "its", "their", "is", "are", "was",
    }
)  # fmt: skip
"""Words that no name ends in."""


def abbreviations(timeline: Timeline) -> dict[str, str]:
    """Return the abbreviations that titles are written with, by their small letters."""
    written = _WORD.findall("\n".join(timeline.columns.titles))
    return {word.casefold(): word for word in written if len(word) > 1 and word.isupper()}


def short_name(event: Event, known: Mapping[str, str] = _NO_WORDS) -> str:
    """Return what an event is called in a few letters; `known` are abbreviations."""
    if _COUNTING.fullmatch(event.id):
        return _first_words(clean(event.title))
    words = [word for word in event.id.split("-") if not word.isdigit()] or [event.id]
    words.sort(key=lambda word: not _is_month(word))
    texts = [_WORD.findall(clean(text)) for text in (event.summary, event.title)]
    spelled = {word: known[word] for word in words if word in known}
    spelled |= {
        small: written
        for text in texts
        for written in text
        if (small := written.casefold()) in words
    }
    for text in texts:
        rest = [word for word in words if word not in spelled]
        initials = _initials(text) if rest else ()
        spelled |= {word: word.upper() for word in rest if word in initials}
    name = " ".join(_spelling(word, spelled) for word in words)
    return name[:1].upper() + name[1:]


class ShortNames(dict["Position", str]):
    """What the events of a timeline are called in a few letters, found out once for each."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._timeline = timeline
        self._known = abbreviations(timeline)

    def __missing__(self, position: Position) -> str:
        name = self[position] = short_name(self._timeline.events[position], self._known)
        return name


def _first_words(title: str) -> str:
    """Return as many words of a title as a name has room for, one at least; none that leads on."""
    words = whole = title.split()
    while len(words) > 1 and width(" ".join(words)) >= _LONGEST:
        words = words[:-1]
    while len(words) > 1 and words[-1].casefold() in _LEADING_ON:
        words = words[:-1]
    return " ".join(words) + ELLIPSIS * (len(words) < len(whole))


def _initials(written: Sequence[str]) -> set[str]:
    """Return what names of two words or more are cut to: 'unsc' for 'UN Security Council'."""
    found: set[str] = set()
    for start in range(len(written)):
        run = ""
        for length, word in enumerate(written[start:], 1):
            if not word[:1].isupper():
                break
            run += word.casefold() if word.isupper() else word[:1].casefold()
            if length > 1:
                found.add(run)
    return found


def _spelling(word: str, spelled: dict[str, str]) -> str:
    if _is_month(word):
        return word.title()
    written = spelled.get(word)
    if written is None:
        return word if _VOWEL.search(word) and word.isalpha() else word.upper()
    # A common word may have begun a sentence; a name or abbreviation never loses capitals.
    return written if written[1:] != written[1:].lower() or _is_name(written) else word


def _is_month(word: str) -> bool:
    return word.title() in MONTHS


def _is_name(written: str) -> bool:
    return written[:1].isupper() and written[1:2].islower()


def weightiest(weight: Sequence[int], among: Iterable[Position]) -> list[Position]:
    """Return the positions that weigh most, the weightiest first."""
    return sorted(among, key=lambda at: (-weight[at], at))[:_WEIGHTIEST]


def names_placed(
    timeline: Timeline,
    ranked: Sequence[Position],
    cell_of: Callable[[Position], Cell],
    cells: int,
    names: Mapping[Position, str] | None = None,
) -> list[Name]:
    """Return the names that have room on a line, the weightiest taken first.

    None covers another, and none is cut: one without room is left out.

    Args:
        timeline: Where the events are.
        ranked: Their positions, the weightiest first.
        cell_of: Returns the cell that an event begins in.
        cells: The cells of the line.
        names: What events are called, where they are named again and again.
    """
    found: list[Name] = []
    taken_cells: list[tuple[Cell, Cell]] = []
    for position in ranked:
        cell = cell_of(position)
        if any(start <= cell <= end for start, end in taken_cells):
            continue  # However short its name is.
        name = short_name(timeline.events[position]) if names is None else names[position]
        taken = width(name) + 1
        if taken > _LONGEST:
            continue
        text = f"{_TICK}{name}"
        if cell + taken > cells:
            text, cell = f"{name}{_TICK}", cell + 1 - taken
        if cell >= 0 and all(cell > end or cell + taken < start for start, end in taken_cells):
            found.append(Name(cell, text, position))
            taken_cells.append((cell, cell + taken))
        if len(found) == MOST:
            break
    return sorted(found)
