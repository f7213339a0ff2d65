"""What somebody said "that" stands in a clause of its own, whatever the verb before it."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Saturday.
PUBLISHED = "2022-01-08"
CASES = {
    "a day to come": (
        "The minister said that on January 12 schools will open. Officials confirmed that on "
        "January 20 the border reopens.",
        {"January 12": "2022-01-12", "January 20": "2022-01-20"},
    ),
    "a month to come": (
        "She announced that in June talks will be held. He has promised that by March the army "
        "will go. They hope that from February on it may rain.",
        {"June": "2022-06", "by March": "../2022-03", "February": "2022-02"},
    ),
    "a weekday to come": (
        "She told deputies that on Monday the banks will open. He warned that on Tuesday trains "
        "would stop.",
        {"Monday": "2022-01-10", "Tuesday": "2022-01-11"},
    ),
    "a weekday that is the subject": (
        "State television said that Monday will be a day of mourning. They announced that Friday "
        "is a holiday.",
        {"Monday": "2022-01-10", "Friday": "2022-01-14"},
    ),
    "what is over": (
        "He said that on January 5 shots were fired. She added that in November she had seen "
        "him. They noted that on Monday prices fell.",
        {"January 5": "2022-01-05", "November": "2021-11", "Monday": "2022-01-03"},
    ),
    "no clause": (
        "Shots were fired on January 5. Nobody slept that Wednesday. In that week of January all "
        "shops were shut.",
        {"January 5": "2022-01-05", "that Wednesday": "2022-01-05"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_said_that(text: str, expected: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, expected) == expected
