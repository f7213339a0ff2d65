"""Kinds of online newswire: who was called where, quarters by their months, hours of trading."""

from __future__ import annotations

import pytest

from .dates_told import times_told

# Each with its day of publication.
CASES = {
    "places that people were called to": (
        "2013-03-21",
        "Firefighters were called to the mill on Monday. The envoy was summoned to the ministry "
        "Tuesday. Police, called to a flat on Wednesday, found a dog. She headed to the airport "
        "Saturday. He was brought to his mother on Sunday.",
        {"Monday": "2013-03-18", "Tuesday": "2013-03-19", "Wednesday": "2013-03-20",
         "Saturday": "2013-03-16", "Sunday": "2013-03-17"},
    ),
    "occasions that they were called to": (
        "2013-03-21",
        "The owners have been summoned to the ministry on Friday. He was called to testify on "
        "Saturday. Deputies were called to an extraordinary session on Monday. The envoy was "
        "summoned to a hearing Tuesday. They are headed to the coast on Wednesday.",
        {"Friday": "2013-03-22", "Saturday": "2013-03-23", "Monday": "2013-03-25",
         "Tuesday": "2013-03-26", "Wednesday": "2013-03-27"},
    ),
    "quarters by their months": (
        "2013-03-21",
        "Output fell in the October-December quarter, by more than in the July-to-September "
        "quarter. The Oct.–Dec. quarter of 2011 was better, and the April through June quarter of "
        "that year as good as the January-March 2010 quarter.",
        {"the October-December quarter": "2012-Q4", "the July-to-September quarter": "2012-Q3",
         "The Oct.–Dec. quarter of 2011": "2011-Q4",
         "the April through June quarter of that year": "2011-Q2",
         "the January-March 2010 quarter": "2010-Q1"},
    ),
    "months that make no quarter of the calendar": (
        "2013-03-21",
        "Sales rose in the November-January quarter. They had not in the May-June quarter.",
        {"November": "2012-11", "January": "2013-01", "May": "2012-05", "June": "2012-06"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_kind(name: str) -> None:
    published, text, told = CASES[name]
    assert times_told(text, published) == told
