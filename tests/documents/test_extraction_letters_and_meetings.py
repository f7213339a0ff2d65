"""Dates as letters to an editor, announcements of meetings and reports of a season tell them."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "1999-02-12"  # a Friday
KINDS: dict[str, dict[str, list[str]]] = {
    "a week of a month, of which most days are": {
        "The pumps arrive in the first week of March.": ["1999-W09"],
        "They broke in the last week of January.": ["1999-W04"],
        "The second week of June 1998 was dry.": ["1998-W24"],
        "It takes the last two weeks of March.": [],
    },
    "what is planned behind what is over": {
        "Tenants met Wednesday and plan to march on May Day.": ["1999-02-10", "1999-05-01"],
        "Tenants drew 300 people and plan a march on May 3.": ["1999-05-03"],
        "Tenants drew up a petition and a plan on February 3.": ["1999-02-03"],
    },
    "the verb behind what somebody would do": {
        "The reeve who said he would never sell it sold it Tuesday.": ["1999-02-09"],
        "A clerk who swore he would not ask for a raise asked for it Tuesday.": ["1999-02-09"],
        "The firm that would drain the marsh opened it Tuesday.": ["1999-02-09"],
    },
    "a year or winter that opens a clause": {
        "They recall that in 1989 ice lay on the lake until March.": ["1989", "1989-03"],
        "They recall how in the winter of 1989-90 it lay until March.": ["1989-WI", "1990-03"],
        "She says that when in 1990 the dike broke in June, he left.": ["1990", "1990-06"],
        "She says that the dike built in 1990 broke in January.": ["1990", "1999-01"],
    },
    "a deadline that the law gives": {
        "By law we have until May 1 to reply.": ["1999-05-01"],
        "By law the council sits until May 1.": ["XXXX-05-01"],
    },
    "a name that holds a month": {
        "The October Revolution was over.": ["XXXX-10"],
        "The October Revolution in 1917 was over.": ["1917-10", "1917"],
        "In 1917 he fled; the October Revolution won.": ["1917", "1917-10"],
        "Black September struck again.": [],
        "The October revolution in the club is over.": ["1998-10"],
    },
    "a year of the Hijra": {
        "It was built in 1293 AH and sold in 1956.": ["1956"],
        "On 3 Rajab 1380 and in 1380 Hijri, or 1960, he left.": ["1960"],
        "In 1997 Ah Ling came; in 1998 AHEAD came out.": ["1997", "1998"],
    },
    "figures with dots have the day first, whatever was told before": {
        "The 1st of May, 1998. He left on 5.1.1998.": ["1998-05-01", "1998-01-05"],
        "Minutes of 4 May 1998 (05/04/1998).": ["1998-05-04", "1998-05-04"],
    },
    "what counts from the nth weekday of a month": {
        "It was found on the last Friday of May 1996. She left the following Tuesday.": [
            *("1996-05-31", "1996-06-04"),
        ],
        "It was found on the last Friday of May 1996. She left the following day.": [
            *("1996-05-31", "1996-06-01"),
        ],
    },
    "the stamps and headings of a cable": {
        "R 091342Z FEB 99\nFM THE EMBASSY\n\nDECL: 02/08/2009\n\nHe left.": [
            *("1999-02-09", "2009-02-08"),
        ],
    },
    "what was said as recently as another month": {
        "It would not reopen in April, as promised as recently as October.": [
            *("1999-04", "1998-10"),
        ],
    },
    "seasons at the beginning of lines": {
        "1996\nMay: He was elected.\nFall: Talks began.\n1997\nSpring: Talks ended.": [
            *("1996", "1996-05", "1996-FA", "1997", "1997-SP"),
        ],
    },
    "hours above the notes of a live report": {
        "18:20\nWe close here.\n\n15:52\nMissing since Monday, he was found.\n\n14:30\nIt rains.": [
            *("1999-02-12T18:20", "1999-02-12T15:52", "1999-02-08", "1999-02-12T14:30"),
        ],
        "Programme for May 3, 1999\n\n10:00\nDoors open.": ["1999-05-03", "1999-05-03T10:00"],
    },
    "the issue in which an article stood": {
        "Your reporter writes (Feb. 10) that it will be mended.": ["1999-02-10"],
        "Your editorial (“Mend it,” Feb. 10) will please nobody.": ["1999-02-10"],
        "The story will run in the next issue (Feb. 18).": ["1999-02-18"],
    },
}


@pytest.mark.parametrize(
    ("text", "values"),
    [(text, values) for texts in KINDS.values() for text, values in texts.items()],
)
def test_dates_of_letters_and_meetings(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
