"""What can be typed at a date of the walk, as `?` explains it."""

from __future__ import annotations

from typing import Final

EXPLAINED_AT: Final = 16
HELP: Final = (
    ("TITLE", "an event of this date with that title, in words of your own"),
    ("enter", "leave it open, for later"),
    ("x REASON", "dismiss it, since no event cites it; x alone: for the reason named above"),
    ("r REASON", "dismiss all that are still open"),
    (
        "c EVENT",
        "an event that there is cites it too: its id, or words of its title; c alone: the one "
        "named above",
    ),
    (
        "d DATE",
        "it is another date than the one that was read, such as 1987-05-06; kept in the event "
        "whose title you type next, and nowhere before",
    ),
    ("w", "more of the text"),
    (
        "u",
        "undo the last step and go back to it; before the first step of this walk, look "
        "through what became of earlier dates, and open one again",
    ),
    ("q", "stop; what was done is kept, and the same command goes on from there"),
)
HELP_BELOW: Final = (
    "    A title is followed by questions of one line each; ? explains them, u goes back to the "
    "title. Links, places and notes are added in the file: `kzt help file` says how."
)
