"""Whether a text may hold what its parser must not see: endless levels, two sides of a merge."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from kztimeline.loading.yaml_errors.merges import has_marks

_MANY: Final = 20
"""Brackets that stand in no line of a timeline, and are open nowhere at once."""
_STRANGE_BEGINNINGS: Final = ("- " * _MANY, " " * 200)
_BRACKETS: Final = re.compile(r"[\[\]{}]")


def is_suspicious(text: str) -> bool:
    """Tell whether `text` is to be looked through before it is parsed; most are not."""
    return (
        has_marks(text)
        or most_open(text) > _MANY
        or any(
            line.count("[") + line.count("{") > _MANY or line.startswith(_STRANGE_BEGINNINGS)
            for line in text.split("\n")
        )
    )


def most_open(text: str) -> int:
    """Return how many brackets are open at once at most, those within a text counted too."""
    signs = _BRACKETS.findall(text)
    return max(accumulate(1 if sign in "[{" else -1 for sign in signs), default=0)
