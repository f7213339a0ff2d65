"""The signs of the screen: what each means, and plain ones for other terminals.

Some terminals draw signs such as ● in two cells, and some fonts lack them. `in_ascii`
writes a line of the same length in ASCII.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.dates.edtf import Precision

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

TRACK_ROLES: Final = ("first", "second", "third", "fourth")
"""The roles of up to four tracks, in their order."""

CURSOR: Final = "▌"
CURSOR_END: Final = "▐"
"""The edges of what is selected."""

DAY: Final = "●"
MONTH: Final = "◐"
WIDER: Final = "○"
QUALIFIED: Final = "◌"
LASTING: Final = "▬"
ONGOING: Final = "▷"
POSSIBLE: Final = "?"
PIN: Final = "◆"
INFERRED: Final = "∴"
PASSAGE: Final = "¶"
DISPUTED: Final = "≠"

SIGN_MEANINGS: Final = {
    DAY: "dated to the day",
    MONTH: "dated to the month",
    WIDER: "dated to the year or wider",
    QUALIFIED: "approximate or uncertain date",
    LASTING: "lasted for some time, or still lasts",
    ONGOING: "under way on the as-of day",
    POSSIBLE: "possible match: the date is too wide to tell",
    PIN: "pinned",
    INFERRED: "date or fact inferred",
    PASSAGE: "passage in a document",
    DISPUTED: "sources disagree",
}
"""What each sign says, in the order they are explained."""

_PRECISION_SIGNS: Final = {Precision.DAY: DAY, Precision.MONTH: MONTH}

_DOTS: Final = " ..::||##"
"""What braille becomes, by the number of its dots."""

_PLAIN: Final = str.maketrans(
    {
        **{chr(0x2800 + bits): _DOTS[bits.bit_count()] for bits in range(256)},
        DAY: "*",
        MONTH: "o",
        WIDER: ".",
        QUALIFIED: "~",
        LASTING: "=",
        ONGOING: ">",
        PIN: "+",
        INFERRED: "i",
        PASSAGE: "P",
        DISPUTED: "!",
        "▸": ">",
        "▾": "v",
        CURSOR: "[",
        CURSOR_END: "]",
        "│": "|",
        "┊": ":",
        "╵": "|",
        "╷": "|",
        "─": "-",
        "╰": "`",
        "╭": ",",
        "╯": "'",
        "╮": ".",
        "▲": "^",
        "↑": "^",
        "↓": "v",
        "←": "<",
        "→": ">",
        "‹": "<",
        "›": ">",
        "┃": "|",
        "╱": "/",
        **dict.fromkeys("▏▎▍", "|"),
        **dict.fromkeys("▋▊▉", "#"),
        "█": "#",
        "▓": "#",
        "▒": "+",
        "░": ".",
        "▔": "-",
        "·": "-",
        # Not ">", which is an arrow.
        "…": "~",
        **dict.fromkeys("–—‐‑‒−", "-"),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        "×": "x",
        "§": "S",
        "\xa0": " ",
    }
)

_ARROW_KEYS: Final = "↑↓"
_ARROW_KEYS_IN_WORDS: Final = "up/down"


def date_sign(date: Date) -> str:
    """Return the sign of how well a date is known."""
    if date.is_interval:
        return LASTING
    if date.qualifier:
        return QUALIFIED
    return _PRECISION_SIGNS.get(date.precision, WIDER)


def with_keys_in_words(text: str) -> str:
    """Return a text that names the arrow keys with their names in words.

    As signs in ASCII they would be those of other keys.
    """
    return text.replace(_ARROW_KEYS, _ARROW_KEYS_IN_WORDS)


def in_ascii(text: str) -> str:
    """Return a text with signs of ambiguous width as ASCII, one for one."""
    return text.translate(_PLAIN)
