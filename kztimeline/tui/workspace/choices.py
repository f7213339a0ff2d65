"""What a dialog is asked with: options to choose from, and things to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PREVIEWED: Final = 10
"""So many lines of what comes of a menu's item are shown beforehand, where there is room."""

BULLET = Piece("▸", "label")


class Option(NamedTuple):
    """One thing to choose.

    Attributes:
        target: What choosing it returns.
        text: What it is, in the first lines.
        note: What it has to do with the event, in a quieter role below.
        sign: Its sign and the role of that.
    """

    target: str
    text: str
    note: str = ""
    sign: Piece = BULLET


class Item(NamedTuple):
    """An entry of a menu: its letter, its name, a few words, what it does.

    `preview` has the first lines of what comes of it, for where there is room.
    """

    key: str
    label: str
    help: str
    do: Callable[[], None]
    preview: Sequence[str] = ()
