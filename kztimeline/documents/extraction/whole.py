"""What a text means that is one date phrase and nothing else, such as a cell of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.documents.extraction.mentions import extract

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

_AROUND: Final = re.compile(r"(?:(?:in|on|at|of|the)\b|[\s.,;()])*", re.IGNORECASE)
"""What may stand around a phrase and says nothing of it."""
_ABOUT: Final = re.compile(
    r"\s*(?:about|around|circa|roughly|approximately|approx\.?|ca?\.?)\s*", re.IGNORECASE
)
_LASTING: Final = re.compile(
    r"(?:since|from|until|till)\b.*|\d.*(?:present|now|today)", re.IGNORECASE
)
"""Words by which something lasts from a date or up to one; “after” and “by” do not say so."""


def whole_date(text: str) -> Date | None:
    """Return the date that a text means as a whole; None where it means none for sure.

    The text has no date of publication beside it, and is read as `extract` reads it. None
    too where words are left over that may say something of the date, such as “after”, where
    there are two phrases, or where which date is meant had to be weighed.
    """
    found = extract(text, None)
    if len(found) != 1:
        return None
    mention = found[0]
    if mention.date is None or mention.is_doubtful or mention.kind == "set":
        return None
    if (mention.date.open_start or mention.date.open_end) and not _LASTING.fullmatch(mention.text):
        return None
    before, after = text[: mention.span.start], text[mention.span.end :]
    qualified = bool(mention.date.qualifier) and _ABOUT.fullmatch(before)
    if not _AROUND.fullmatch(after) or not (qualified or _AROUND.fullmatch(before)):
        return None
    return mention.date
