"""What a terminal is sent for a line: of each style only what the text before has otherwise.

Textual names both colours for every text and takes them back after it. That is three in four bytes
of a page, and a terminal reads all of them before it shows any.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color
    from rich.console import Console
    from textual.strip import Strip

_MANNERS: Final = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "blink": "5",
    "blink2": "6",
    "reverse": "7",
    "conceal": "8",
    "strike": "9",
    "underline2": "21",
    "frame": "51",
    "encircle": "52",
    "overline": "53",
}
"""The codes of ECMA-48 (1991), 8.3.117, by the names that Rich has for them."""
_AS_FOUND: Final = "0"
_NOT_BOLD: Final = "22"
_NO_COLOUR: Final = "39"
_NO_GROUND: Final = "49"
_PLAIN: Final = Style()


def strip_sequences(strip: Strip, console: Console) -> str:
    """Return what draws a strip at the cursor, from and to a terminal that has no style.

    The strip keeps it.
    """
    # Textual has no public name for where a strip keeps it.
    if strip._render_cache is None:
        strip._render_cache = "".join(
            _parts(strip, COLOR_SYSTEMS[console.color_system or "truecolor"])
        )
    return strip._render_cache


def _parts(strip: Strip, colours: ColorSystem) -> Iterator[str]:
    before = _PLAIN
    for text, style, _control in strip:
        now = style or _PLAIN
        if now is not before and text:
            yield _change(before, now, colours)
            before = now
        yield text
    yield _change(before, _PLAIN, colours)


@lru_cache(maxsize=4096)
def _change(before: Style, now: Style, colours: ColorSystem) -> str:
    """Return what a terminal is sent between texts of two styles."""
    return _link(before, now) + _codes(before, now, colours)


def _link(before: Style, now: Style) -> str:
    if before.link == now.link:
        return ""
    return f"\x1b]8;id={now.link_id};{now.link}\x1b\\" if now.link else "\x1b]8;;\x1b\\"


def _codes(before: Style, now: Style, colours: ColorSystem) -> str:
    codes: list[str] = []
    manners, had = _manners(now), _manners(before)
    if had - manners == {"bold"} and "dim" not in manners:
        codes.append(_NOT_BOLD)
    elif had - manners or not now:
        # Others that end are rare: then all begins anew.
        codes.append(_AS_FOUND)
        before, had = _PLAIN, set()
    codes += (_MANNERS[manner] for manner in _MANNERS if manner in manners - had)
    if now.color != before.color:
        codes += _colour(now.color, colours) or [_NO_COLOUR]
    if now.bgcolor != before.bgcolor:
        codes += _colour(now.bgcolor, colours, foreground=False) or [_NO_GROUND]
    return f"\x1b[{';'.join(codes)}m" if codes else ""


def _manners(style: Style) -> set[str]:
    return {manner for manner in _MANNERS if getattr(style, manner)}


def _colour(
    colour: Color | None, colours: ColorSystem, *, foreground: bool = True
) -> tuple[str, ...]:
    return colour.downgrade(colours).get_ansi_codes(foreground) if colour else ()
