"""What a dialog is asked with: options and things to do; and what an answer to one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kztimeline.text.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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

    `preview` has the lines of what comes of it, shown beforehand where there is room.
    """

    key: str
    label: str
    help: str
    do: Callable[[], None]
    preview: Sequence[str] = ()


class Doing(NamedTuple):
    """What an answer begins that takes a while.

    Attributes:
        said: What is said meanwhile.
        begin: Does it, and calls with '' or why the answer must be given again.
        give_up: Gives it up and says so; returns False where it is too late for that.
    """

    said: str
    begin: Callable[[Callable[[str], object]], object]
    give_up: Callable[[], bool]
