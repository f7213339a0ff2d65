"""A drawn screen as plain values: rows of text, each stretch of it in a style.

Only values are kept, and only values that a screen of ours can have are read back; the
sequences that a terminal obeys are made here, from them.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple, TypeAlias

from kztimeline.text.cells import clean

FLAGS: Final = {"bold": 1, "dim": 2, "italic": 3, "underline": 4, "reverse": 7, "strike": 9}
"""How a text may be set off, by the number that a terminal knows it by."""
_COLOUR: Final = re.compile("|#[0-9a-f]{6}|(?:0|[1-9][0-9]{0,2})(?:/16|/256)")
_MOST_STYLES: Final = 1_000
_MOST_MARKS: Final = 4
"""Characters that a cell may have on average: a letter and what stands over it."""
LARGEST: Final = 1_000
"""Columns or lines that a screen may have."""


class FrameError(ValueError):
    """Values that are no screen of ours."""


class Style(NamedTuple):
    """How a stretch of text looks.

    Attributes:
        colour: `#rrggbb`, or `n/16` or `n/256` of a palette, or '' for the terminal's own.
        background: The same of what is behind it.
        flags: Names of FLAGS.
    """

    colour: str = ""
    background: str = ""
    flags: tuple[str, ...] = ()


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: Style


StyledRow: TypeAlias = tuple[Run, ...]


class Frame(NamedTuple):
    """A whole screen, its rows from the top."""

    columns: int
    rows: tuple[StyledRow, ...]

    @property
    def size(self) -> tuple[int, int]:
        """The columns and lines of the terminal that it fills."""
        return self.columns, len(self.rows)


def to_plain(frame: Frame) -> dict[str, Any]:
    """Return a frame as JSON can say it."""
    styles: dict[Style, int] = {}
    rows = [
        [part for run in row for part in (run.text, styles.setdefault(run.style, len(styles)))]
        for row in frame.rows
    ]
    return {"columns": frame.columns, "styles": list(styles), "rows": rows}


def from_plain(data: object) -> Frame:
    """Return the frame that JSON says.

    Raises:
        FrameError: a text holds what a terminal might obey, a style is none of ours, or
            there is more of anything than a screen has.
    """
    try:
        return _frame(data)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
        raise FrameError(str(error)) from None


def _frame(data: Any) -> Frame:
    columns = data["columns"]
    if type(columns) is not int or not 0 < columns <= LARGEST:
        raise FrameError("the columns")
    if not 0 < len(data["rows"]) <= LARGEST or len(data["styles"]) > _MOST_STYLES:
        raise FrameError("the size")
    styles = [_style(*values) for values in data["styles"]]
    return Frame(columns, tuple(_row(row, styles, columns) for row in data["rows"]))


def _row(parts: list[Any], styles: list[Style], columns: int) -> StyledRow:
    texts, numbers = parts[::2], parts[1::2]
    if sum(map(len, texts)) > columns * _MOST_MARKS or len(texts) != len(numbers):
        raise FrameError("the length of a row")
    if any(type(number) is not int or number < 0 for number in numbers):
        raise FrameError("the number of a style")
    if any(clean(text) != text for text in texts):
        raise FrameError("a text")
    return tuple(map(Run, texts, (styles[number] for number in numbers)))


def _style(colour: str, background: str, flags: list[str]) -> Style:
    if not (_is_colour(colour) and _is_colour(background)) or not FLAGS.keys() >= set(flags):
        raise FrameError("a style")
    return Style(colour, background, tuple(flags))


def _is_colour(text: str) -> bool:
    number, _, colours = text.partition("/")
    return bool(_COLOUR.fullmatch(text)) and (not colours or int(number) < int(colours))


def sequences(frame: Frame) -> str:
    """Return what draws a frame on a terminal, whatever stands there."""
    codes = {style: _codes(style) for style in {run.style for row in frame.rows for run in row}}
    lines = (
        f"\x1b[{number};1H" + "".join(codes[run.style] + run.text for run in row)
        for number, row in enumerate(frame.rows, 1)
    )
    return "".join(lines) + "\x1b[0m\x1b[H"


def _codes(style: Style) -> str:
    numbers = ["0", *(str(FLAGS[flag]) for flag in style.flags)]
    numbers += _colour_codes(style.colour, 30) + _colour_codes(style.background, 40)
    return f"\x1b[{';'.join(numbers)}m"


def _colour_codes(colour: str, first: int) -> list[str]:
    """Return the numbers for a colour; `first` is 30 for a text and 40 for what is behind."""
    if not colour:
        return []
    if colour.startswith("#"):
        parts = (str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        return [str(first + 8), "2", *parts]
    number, _, colours = colour.partition("/")
    if colours == "256":
        return [str(first + 8), "5", number]
    bright = int(number) > 7
    return [str(first + int(number) + (52 if bright else 0))]
