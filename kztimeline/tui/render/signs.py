"""Every sign that is drawn, what it means, and the roles of the tracks: all of them once.

The help lists `SIGNS` as they stand here, so that no sign is drawn that it does not explain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.edtf import Precision

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

TRACK_ROLES: Final = ("first", "second", "third", "fourth")
"""The roles in which the tracks are drawn, in their order."""


class Sign(NamedTuple):
    """A sign: what is drawn, what that means, and its role where it has one of its own."""

    text: str
    meaning: str
    role: str = ""


DAY: Final = Sign("●", "known to the day")
MONTH: Final = Sign("◐", "known to the month")
YEAR: Final = Sign("○", "known to the year or less")
VAGUE: Final = Sign("◌", "approximate or uncertain")
LASTING: Final = Sign("▬", "lasted from one date to another")
POSSIBLE: Final = Sign(
    "?", "may match the dates of the filter, but its own date is too wide to tell", "possible"
)
DOCUMENT: Final = Sign(
    "¶", "a document at hand says so; without it only outside references do", "sign"
)
DISPUTED: Final = Sign("≠", "the sources disagree", "sign")
PINNED: Final = Sign("◆", "pinned", "pin")
ONGOING: Final = Sign("▷", "was under way on the day asked for; its end came later")
FOLDED, OPENED = "▸", "▾"
EMPTY_TIME: Final = Sign("┊", "empty time, to scale", "axis")
SURE, UNSURE, ASKED = "━", "╌", "┃"
UNKNOWN: Final = Sign("╱", "in the overview: after the day asked for, not to be known", "rule")

SIGNS: Final = (
    *(DAY, MONTH, YEAR, VAGUE, LASTING, POSSIBLE, DOCUMENT, DISPUTED, PINNED, ONGOING),
    Sign(f"{FOLDED} {OPENED}", "years folded into a line, and opened"),
    EMPTY_TIME,
    Sign("P A E M C", "in the margin: presidency, administration, envoy, membership, capital"),
    Sign(f"{SURE} {UNSURE} {ASKED}", "surely then, perhaps then, the date asked about"),
    UNKNOWN,
    Sign("c d o", "in the coverage, a date that is cited, dismissed with a reason, still open"),
    Sign("bold", "important events; paler titles are details"),
)
"""What the help explains, in its order."""

AXIS: Final = "│"
"""What the time runs along, between the lanes."""
CURSOR: Final = "▌"
"""The edge of what is selected."""

_PRECISIONS: Final = {Precision.DAY: DAY, Precision.MONTH: MONTH}


def mark_of(date: Date) -> str:
    """Return the sign of how well a date is known."""
    if date.is_interval:
        return LASTING.text
    if date.qualifier:
        return VAGUE.text
    return _PRECISIONS.get(date.precision, YEAR).text
