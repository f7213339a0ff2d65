"""What the extractor makes of the phrases that a case asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract
from kztimeline.documents.extraction.mentions import timexes


def dates_told(text: str, published: str, phrases: Iterable[str]) -> dict[str, str]:
    """Return the date of each phrase in a text, "None" where it has none or is not found."""
    found = {item.text: str(item.date) for item in extract(text, parse(published))}
    return {phrase: found.get(phrase, "None") for phrase in phrases}


def values_told(text: str, published: str) -> list[str]:
    """Return the TIMEX3 values of a text in order, without lengths and vague words."""
    found = timexes(text, parse(published))
    return [timex.value for timex in found if timex.value[0] in "0123456789X"]


def times_told(text: str, published: str) -> dict[str, str]:
    """Return the TIMEX3 value of each phrase of a text; of equal ones the last."""
    found = timexes(text, parse(published))
    return {text[timex.start : timex.end]: timex.value for timex in found}


def for_each_case(kinds: Mapping[str, Sequence[tuple[object, ...]]]) -> pytest.MarkDecorator:
    """Have a test read every case of some kinds: publication, text and what is expected of it."""
    return pytest.mark.parametrize(
        ("published", "text", "expected"),
        [case for cases in kinds.values() for case in cases],
        ids=[f"{kind} {number}" for kind, cases in kinds.items() for number in range(len(cases))],
    )
