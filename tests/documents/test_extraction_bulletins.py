"""Bulletins, whose notes count from their own days, and lines of chronicles."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

from .dates_told import values_told

# Tuesday.
PUBLISHED = "2017-10-17"
NOTES = {
    "words of news in each note": (
        "October 17, 2017\nThe pass was reopened this morning.\n\n"
        "October 9\nA slide blocked it last night. Crews arrive tomorrow.\n\n"
        "September 29\nRain has fallen since Sunday; more is due next week.",
        [
            "2017-10-17",
            "2017-10-17TMO",
            "2017-10-09",
            "2017-10-08TNI",
            "2017-10-10",
            "2017-09-29",
            "2017-09-24",
            "2017-W40",
        ],
    ),
    "notes of two years": (
        "15 October 2017\nTalks go on.\n\n"
        "4 January 2017\nAn envoy was named yesterday and will report next month.\n\n"
        "20 December\nThe rebels said on Monday that they would come in January.",
        [
            "2017-10-15",
            "2017-01-04",
            "2017-01-03",
            "2017-02",
            "2016-12-20",
            "2016-12-19",
            "2017-01",
        ],
    ),
    "a day that approaches, and the end of a month": (
        "Oct. 16, 2017\nBallots are being counted.\n\n"
        "Sept. 12\nWith Oct. 15 drawing near, lists were corrected in August. The clerk has "
        "promised new ones by the end of the month.",
        ["2017-10-16", "2017-09-12", "2017-10-15", "2017-08", "2017-09"],
    ),
}
NO_BULLETINS = {
    "what was first stands first": (
        "3 May 2016\nThe bridge fell.\n\n5 June 2017\nA new one was opened.\n\n"
        "Its builders, who came yesterday, will leave tomorrow.",
        ["2016-05-03", "2017-06-05", "2017-10-16", "2017-10-18"],
    ),
    "the newest is old": (
        "4 June 2009\nThe bank failed.\n\n2 May 2008\nIt was bought.\n\n"
        "It was wound up last month.",
        ["2009-06-04", "2008-05-02", "2017-09"],
    ),
    "one day above a text": (
        "17 October 2017\nThe dam, built in 1961, was breached yesterday.",
        ["2017-10-17", "1961", "2017-10-16"],
    ),
}
LINES = {
    "a year, then a month or a day": (
        "1971, Feb.\nA coup fails.\n\n1972, May\nThe king leaves.\n\n1974, June 5\nHe is back.\n\n"
        "1979, Sept.–Nov.\nA drought.",
        ["1971-02", "1972-05", "1974-06-05", "1979-09", "1979-11"],
    ),
    "years and months of one paragraph": (
        "1940, June - Occupied. 1990, May: A vote. 2006, October: Another; a cabinet takes office "
        "on 7 November.",
        ["1940-06", "1990-05", "2006-10", "2006-11-07"],
    ),
    "a year that opens a sentence": (
        "The farm failed in the end.\n\n1983, May was wet, and so was June.",
        ["1983", "1983-05", "1983-06"],
    ),
    "lines without a verb": (
        "April 2008: Truce. It breaks down in May, is renewed on the 19th of June and holds until "
        "August.",
        ["2008-04", "2008-05", "2008-06-19", "2008-08"],
    ),
    "lines under a year alone": (
        "- 1998: In May a mob storms the port; in July it burns.\n"
        "- 2003 - A treaty. It lapses in October.",
        ["1998", "1998-05", "1998-07", "2003", "2003-10"],
    ),
    "the 16th of an entry": (
        "December 1991: Independence. The first stamps are sold on the 16th.\n\n"
        "3 March 1992: Talks; a draft is due by the 20th.",
        ["1991-12", "1991-12-16", "1992-03-03", "1992-03-20"],
    ),
    "put off from": (
        "2001, March 4\nA vote, postponed from November, was held in the north.\n\n"
        "2002, Feb. 9\nThe fair, moved from October, drew few.",
        ["2001-03-04", "2000-11", "2002-02-09", "2001-10"],
    ),
    "a relative clause that tells on": (
        "1991, Feb. 11\nThe king opened a council, which met until July and took his powers.",
        ["1991-02-11", "1991-07"],
    ),
}


@pytest.mark.parametrize(("text", "values"), NOTES.values(), ids=NOTES.keys())
def test_notes(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values


@pytest.mark.parametrize(("text", "values"), NO_BULLETINS.values(), ids=NO_BULLETINS.keys())
def test_other_texts_count_from_publication(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values


def test_a_note_is_named_as_what_was_counted_from() -> None:
    text = "17 October 2017\nThe pass is open.\n\n9 October 2017\nA slide blocked it yesterday."
    (counted,) = [item for item in extract(text, parse(PUBLISHED)) if item.text == "yesterday"]
    assert counted.anchor == "9 October 2017 at 35-49"


@pytest.mark.parametrize(("text", "values"), LINES.values(), ids=LINES.keys())
def test_lines(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
