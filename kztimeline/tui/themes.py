"""The colours of the screen: dark, light, and the terminal's own sixteen for either.

In the dark and the light theme the first two tracks are amber and blue, which
colour-blind readers tell apart, a third and a fourth green and violet; a letter or a place
on the screen always says the same. Every text of the two has a contrast of at least 4.5:1;
the other two take what colours the terminal has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.theme import BUILTIN_THEMES, Theme

from kztimeline.session.settings import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK: Final = THEMES["dark"]
LIGHT: Final = THEMES["light"]
TERMINAL: Final = THEMES["terminal"]
TERMINAL_LIGHT: Final = THEMES["terminal-light"]
OTHER: Final = {
    DARK: LIGHT,
    LIGHT: DARK,
    TERMINAL: TERMINAL_LIGHT,
    TERMINAL_LIGHT: TERMINAL,
}
"""For each theme the one for the other kind of background."""

_DARK_COLOURS: Final = {
    "kzt-text": "#d7dde6",
    "kzt-strong": "#ffffff",
    "kzt-quiet": "#94a1b2",
    "kzt-line": "#3d4a5c",
    "kzt-first": "#f0a854",
    "kzt-second": "#6db6ff",
    "kzt-third": "#7fcf8f",
    "kzt-fourth": "#c9a0f0",
    "kzt-floor": "#6b7a8c",
    "kzt-bar": "#1b232e",
    "kzt-selected": "#2e363d",
    "kzt-match": "#14191f",
    "kzt-match-back": "#f2d974",
    "kzt-warning": "#f29e8e",
    "kzt-link": "#8fd0c8",
    "kzt-window": "#3d464f",
}
_LIGHT_COLOURS: Final = {
    "kzt-text": "#212832",
    "kzt-strong": "#000000",
    "kzt-quiet": "#525c6b",
    "kzt-line": "#b9c0c9",
    "kzt-first": "#8f4a00",
    "kzt-second": "#0a56a8",
    "kzt-third": "#1b6b30",
    "kzt-fourth": "#6b2f9c",
    "kzt-floor": "#7d8793",
    "kzt-bar": "#ebeae4",
    "kzt-selected": "#e6e9ec",
    "kzt-match": "#212832",
    "kzt-match-back": "#ffe27a",
    "kzt-warning": "#a3291b",
    "kzt-link": "#05625a",
    "kzt-window": "#c9d8e8",
}
_TERMINAL_COLOURS: Final = {
    **BUILTIN_THEMES["ansi-dark"].variables,
    **dict.fromkeys(_DARK_COLOURS, "ansi_default"),
    "kzt-first": "ansi_yellow",
    "kzt-second": "ansi_cyan",
    "kzt-third": "ansi_green",
    "kzt-fourth": "ansi_magenta",
}
_TERMINAL_LIGHT_COLOURS: Final = {
    **BUILTIN_THEMES["ansi-light"].variables,
    **dict.fromkeys(_DARK_COLOURS, "ansi_default"),
    "kzt-first": "ansi_red",
    "kzt-second": "ansi_blue",
    "kzt-third": "ansi_green",
    "kzt-fourth": "ansi_magenta",
}
_LIGHT_BACKGROUNDS: Final = {"7", "15"}


def terminal_theme(environment: Mapping[str, str]) -> str:
    """Return the theme of sixteen colours for the background that COLORFGBG tells of."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return TERMINAL_LIGHT if background in _LIGHT_BACKGROUNDS else TERMINAL


def themes() -> tuple[Theme, ...]:
    """Return the themes of this program."""
    return (
        Theme(
            name=DARK,
            primary=_DARK_COLOURS["kzt-second"],
            accent=_DARK_COLOURS["kzt-first"],
            error=_DARK_COLOURS["kzt-warning"],
            foreground=_DARK_COLOURS["kzt-text"],
            background="#12171d",
            surface="#12171d",
            panel=_DARK_COLOURS["kzt-bar"],
            variables=_DARK_COLOURS,
        ),
        Theme(
            name=LIGHT,
            primary=_LIGHT_COLOURS["kzt-second"],
            accent=_LIGHT_COLOURS["kzt-first"],
            error=_LIGHT_COLOURS["kzt-warning"],
            foreground=_LIGHT_COLOURS["kzt-text"],
            background="#faf9f5",
            surface="#faf9f5",
            panel=_LIGHT_COLOURS["kzt-bar"],
            dark=False,
            variables=_LIGHT_COLOURS,
        ),
        _of_the_terminal(TERMINAL, _TERMINAL_COLOURS),
        _of_the_terminal(TERMINAL_LIGHT, _TERMINAL_LIGHT_COLOURS, dark=False),
    )


def _of_the_terminal(name: str, colours: dict[str, str], dark: bool = True) -> Theme:
    return Theme(
        name=name,
        primary=colours["kzt-second"],
        accent=colours["kzt-first"],
        error="ansi_red",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=dark,
        ansi=True,
        variables=colours,
    )


def default_colours() -> dict[str, str]:
    """Return the colours used under a theme that does not define them."""
    return dict(_DARK_COLOURS)
