"""Days before an occasion, what people are urged to do, and what has begun on a day."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

WEDNESDAY, FRIDAY, MONDAY = "2014-03-12", "2014-03-14", "2014-03-17"
CASES = {
    "an eve, the day told after it": (
        FRIDAY,
        "On the eve of the referendum all bars shut. The ballot is on Sunday.",
        {"the eve of the referendum": "2014-03-15", "Sunday": "2014-03-16"},
    ),
    "an eve, the day told before it": (
        WEDNESDAY,
        "Saturday's summit is the fifth. Its host fell ill on the eve of the summit.",
        {"the eve of the summit": "2014-03-14"},
    ),
    "an eve, the day told of the same": (
        WEDNESDAY,
        "They embraced on the eve of the peace talks, which begin on March 20.",
        {"the eve of the peace talks": "2014-03-19"},
    ),
    "an eve, with another day behind it": (
        WEDNESDAY,
        "He was shot on the eve of the debate and buried on Tuesday.",
        {"the eve of the debate": None, "Tuesday": "2014-03-11"},
    ),
    "an eve of what is no occasion": (
        WEDNESDAY,
        "The house stood empty on the eve of the revolution. Rain fell on Monday.",
        {"the eve of the revolution": None},
    ),
    "the eve is the day itself or so": (
        WEDNESDAY,
        "A judge was arrested on the eve of Thursday's verdict.",
        {"Thursday": "2014-03-13"},
    ),
    "the eve of what was on the day before": (
        MONDAY,
        "Two stations lost power on the eve of Sunday's parade.",
        {"Sunday": "2014-03-16"},
    ),
    "the eve of a day to come": (
        WEDNESDAY,
        "The cabinet meets on the eve of Friday's strike.",
        {"Friday": "2014-03-14"},
    ),
    "before a vote ahead": (
        WEDNESDAY,
        "Queues formed at the banks before Sunday's plebiscite.",
        {"Sunday": "2014-03-16"},
    ),
    "before a vote that is over": (
        MONDAY,
        "Queues formed at the banks before Sunday's plebiscite.",
        {"Sunday": "2014-03-16"},
    ),
    "who has urged": (
        WEDNESDAY,
        "The imam has told the faithful to pray at home on Friday.",
        {"Friday": "2014-03-14"},
    ),
    "who urged": (
        WEDNESDAY,
        "The council begged tourists to leave their cars outside on Saturday.",
        {"Saturday": "2014-03-15"},
    ),
    "who pleads": (
        WEDNESDAY,
        "Doctors are appealing to parents not to travel on Sunday.",
        {"Sunday": "2014-03-16"},
    ),
    "to whom somebody spoke is not what is to be done": (
        WEDNESDAY,
        "The minister appealed to residents on Monday.",
        {"Monday": "2014-03-10"},
    ),
    "what had gone on from a day": (
        WEDNESDAY,
        "From Monday on, fog had grounded the fleet.",
        {"Monday": "2014-03-10"},
    ),
    "what was done from a day": (
        WEDNESDAY,
        "From Monday onward, no ship left.",
        {"Monday": "2014-03-10"},
    ),
    "what will be done from a day": (
        WEDNESDAY,
        "From Monday, pharmacies will close at noon.",
        {"Monday": "2014-03-17"},
    ),
    "the day after a weekday": (
        WEDNESDAY,
        "The day after Monday's ruling the bank shut. "
        "Two days before Sunday's final the coach left.",
        {"The day after": "2014-03-11", "Two days before": "2014-03-14"},
    ),
    "the day before a day without a year": (
        WEDNESDAY,
        "The day before the March 4 vote he quit. They met the day after Christmas.",
        {"The day before": "2014-03-03", "the day after": "2013-12-26"},
    ),
    "working days are not counted": (
        WEDNESDAY,
        "Three trading days after Monday's fall, shares rose.",
        {"Three trading days after": "P3D"},
    ),
}


@pytest.mark.parametrize(("published", "text", "dates"), CASES.values(), ids=CASES.keys())
def test_eve(published: str, text: str, dates: dict[str, str | None]) -> None:
    found = {
        item.text: str(item.date) if item.date else item.known
        for item in extract(text, parse(published))
    }
    assert {phrase: found.get(phrase) for phrase in dates} == dates
