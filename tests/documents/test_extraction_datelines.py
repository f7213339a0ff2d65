"""A report counts from the day of its dateline, and a page of captions tells what is over."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

from .dates_told import values_told

PUBLISHED = "1993-06-12"  # a Saturday
CASES = {
    "a report of two days before": (
        "KHUJARAY, June 10 (Reuters) - The envoy left today. He had come on Tuesday and will be "
        "back tomorrow.",
        ["1993-06-10", "1993-06-10", "1993-06-08", "1993-06-11"],
    ),
    "a second heading, behind one that says a year": (
        "[Text of a report, in Russian 1543 gmt 10 June 1993]\n\nKhujaray, 10th June: The envoy "
        "left yesterday.",
        ["1993-06-10", "1993-06-10", "1993-06-09"],
    ),
    "a dateline of the day itself, or one long past": (
        "KHUJARAY, June 12 - The envoy left today. RUBA, May 3 - He came yesterday.",
        ["1993-06-12", "1993-06-12", "1993-05-03", "1993-06-11"],
    ),
    "in brackets": (
        "BISHKEK (June 11) — Customs posts will stay shut until May, officials said.",
        ["1993-06-11", "1994-05"],
    ),
    "entries of days, which are none": (
        "Order of events: Monday, June 7: five men are dismissed. Wednesday: they are charged. "
        "Saturday: the film is shown.",
        ["1993-06-07", "1993-06-09", "1993-06-12"],
    ),
    "captions in the present": (
        "The week in pictures: 5-11 June\n\nA rower sets out early on Friday.\n\nSupporters "
        "celebrate on Wednesday evening.",
        ["1993-06-05", "1993-06-11", "1993-06-11", "1993-06-09TEV"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_datelines(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values


def test_what_counts_from_a_dateline_says_so() -> None:
    text = "KHUJARAY, June 10 (Reuters) - The envoy left yesterday."
    (_, told) = extract(text, parse(PUBLISHED))
    assert told.anchor is not None
    assert "June 10" in told.anchor
