"""What a phrase turns out to mean, before it is written as an EDTF date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kztimeline.documents.extraction.moments import Moment

ExpressionKind: TypeAlias = Literal["date", "range", "relative", "set", "duration", "age", "vague"]
"""What a temporal expression can be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means.

    Attributes:
        kind: What kind of temporal expression it is.
        moments: Its moment, or the first and last of a range; empty where none.
        timex: The TIMEX3 value where there is no moment, such as P2M.
        anchor: What it was resolved against, or None for nothing.
        time: The TIMEX3 suffix of a time of day, such as T11:30 or TMO.
        approximate: Whether the phrase says "about".
    """

    kind: ExpressionKind
    moments: tuple[Moment, ...] = ()
    timex: str = ""
    anchor: str | None = None
    approximate: bool = False
    time: str = ""
