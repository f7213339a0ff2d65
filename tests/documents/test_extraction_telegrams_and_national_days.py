"""Texts in capitals, days of a country, what is awaited within days, participles before a noun."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract
from kztimeline.documents.extraction.finding.capitals import in_usual_letters

from .dates_told import for_each_case, times_told

# Publication, text, and what some of its phrases mean; None for what is no date at all.
KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "telegrams": [
        (
            "1992-02-20",
            "THE MINISTER SAID TUESDAY THAT THE PACT WAS SIGNED IN JULY 1991 AND WOULD BE RATIFIED"
            " IN MARCH.",
            {"TUESDAY": "1992-02-18", "JULY 1991": "1991-07", "MARCH": "1992-03"},
        ),
        (
            "1992-02-20",
            "1. (C) SUMMARY: ON TUESDAY, U.S. AMB. MET THE PREMIER, WHO WOULD GO ON FRIDAY.",
            {"TUESDAY": "1992-02-18", "FRIDAY": "1992-02-21"},
        ),
        (
            "1992-02-20",
            "A RALLY WAS HELD SUNDAY IN ALMA-ATA. TUESDAY'S VOTE FAILED.",
            {"SUNDAY": "1992-02-16", "TUESDAY": "1992-02-18"},
        ),
        (
            "1992-02-20",
            "WE MAY MARCH. THE MARCH WAS LONG, AND THE SUN WAS HOT. THE STEPS THAT MAY FOLLOW ARE"
            " KNOWN.",
            {"MAY": None, "MARCH": None, "SUN": None, "THAT MAY": None},
        ),
        (
            "1992-02-20",
            "THE VISIT WILL BE PUT OFF TO MAY.",
            {"MAY": "1992-05"},
        ),
        (
            "1996-02-20",
            "MOSCOW, 3 MAY 95 (TASS) -- THE ARMY LEFT ON 27 APR 95, AND ON 5 DEC 40 MEN CAME.",
            {"3 MAY 95": "1995-05-03", "27 APR 95": "1995-04-27", "5 DEC 40": None},
        ),
        (
            "1992-02-20",
            "THE 1991 TREATY CAME INTO FORCE IN JANUARY. PRICES ROSE IN THE 1980S AND IN FY1991.",
            {"1991": "1991", "JANUARY": "1992-01", "THE 1980S": "198", "FY1991": "1991"},
        ),
        (
            "1992-01-10",
            "THEY MET ON NEW YEAR'S EVE. IN THE NEW YEAR THEY WILL MEET AT 6 P.M. TUESDAY.",
            {"NEW YEAR'S EVE": "1991-12-31", "6 P.M. TUESDAY": "1992-01-14T18:00"},
        ),
        (
            "1989-10-26",
            "THE OFFICE AT 1475 MONEDA STREET WAS BOMBED ON SATURDAY BY THE 19 APRIL MOVEMENT.",
            {"1475": None, "19 APRIL": None, "SATURDAY": "1989-10-21"},
        ),
        (
            "1989-08-11",
            "UNIONS WILL MARK INTERNATIONAL LABOR DAY AT 1800 ON MONDAY, 14\nAUGUST.",
            {"1800 ON MONDAY, 14\nAUGUST": "1989-08-14T18:00"},
        ),
        (
            "1996-08-24",
            "The paper wrote on Tuesday:\n\nALL TROOPS LEFT THE CITY SUNDAY AND WILL COME BACK TO"
            " IT MONDAY.\n\nNobody believed it.",
            {"Tuesday": "1996-08-20", "SUNDAY": "1996-08-18", "MONDAY": "1996-08-26"},
        ),
    ],
    "heads of cables": [
        (
            "1994-11-20",
            "UNCLAS BISHKEK 2012\nE.O. 12356: N/A\nREF: BISHKEK 1948\n\n1. THE MINISTER TOLD THE"
            " AMBASSADOR ON FRIDAY THAT HE WOULD GO.",
            {"2012": None, "1948": None, "FRIDAY": "1994-11-18"},
        ),
        (
            "1999-12-14",
            "C O N F I D E N T I A L ASHGABAT 2001\nE.O. 12958: DECL: 12/14/09\nREF: A) ASHGABAT"
            " 1966\n\n1. (C) THE VOTE, AS THE LAW OF 1994 HAS IT, WAS HELD ON SUNDAY.",
            {
                "2001": None,
                "12/14/09": "2009-12-14",
                "1966": None,
                "1994": "1994",
                "SUNDAY": "1999-12-12",
            },
        ),
        ("1999-12-14", "Reftel: Ashgabat 1966.", {"1966": None}),
        ("1999-12-14", "Refugees came to Ashgabat in 1966.", {"1966": "1966"}),
    ],
    "days of a country": [
        (
            "2011-12-17",
            "Police opened fire on Independence Day in western Kazakhstan.",
            {"Independence Day": "2011-12-16"},
        ),
        (
            "2016-09-07",
            "A memorial will be held on Tajikistan's Independence Day.",
            {"Independence Day": "2016-09-09"},
        ),
        (
            "2000-08-21",
            "Kyrgyz reservists would not be called up before Independence Day.",
            {"Independence Day": "2000-08-31"},
        ),
        (
            "1997-11-05",
            "On Republic Day the crew drank to the ice, Kazakh radio said.",
            {"Republic Day": "1997-10-25"},
        ),
        (
            "2012-05-02",
            "On Constitution Day Kazakhstan freed 20 prisoners.",
            {"Constitution Day": "2011-08-30"},
        ),
        (
            "2012-07-02",
            "The White House will hold a concert on Independence Day.",
            {"Independence Day": "2012-07-04"},
        ),
        (
            "2009-11-02",
            "Turkmenistan marked Independence Day with a parade.",
            {"Independence Day": "2009-10-27"},
        ),
        (
            "2019-10-02",
            "Turkmenistan marked Independence Day with a parade.",
            {"Independence Day": "2019-09-27"},
        ),
        ("2012-07-08", "Guests came on Independence Day.", {"Independence Day": None}),
        (
            "2012-07-08",
            "A Kazakh and an Uzbek met on Independence Day.",
            {"Independence Day": None},
        ),
        (
            "2012-07-08",
            "Ankara and Baku agreed. The Uzbek guests left on Republic Day.",
            {"Republic Day": None},
        ),
    ],
    "before what is awaited": [
        ("2012-09-05", "Shares rose before a court ruling on Friday.", {"Friday": "2012-09-07"}),
        (
            "2012-09-05",
            "Traders were cautious before a central bank meeting Thursday.",
            {"Thursday": "2012-09-06"},
        ),
        (
            "2012-09-05",
            "He resigned days before a hearing Sept. 20 into his expenses.",
            {"Sept. 20": "2012-09-20"},
        ),
        (
            "2012-09-07",
            "Ahead of the talks on Monday, both sides restated their positions.",
            {"Monday": "2012-09-10"},
        ),
        ("2012-09-07", "Campaigning ended before a runoff on Sunday.", {"Sunday": "2012-09-09"}),
        (
            "2012-09-05",
            "Police had searched the house before the vote on Sunday.",
            {"Sunday": "2012-09-02"},
        ),
        (
            "2012-09-05",
            "He fell ill before the concert Saturday and was taken to a hospital.",
            {"Saturday": "2012-09-01"},
        ),
        (
            "2012-09-07",
            "She spoke to reporters before a meeting with the premier on Thursday.",
            {"Thursday": "2012-09-06"},
        ),
    ],
    "weather to come": [
        ("2012-03-14", "There was a chance of snow Thursday.", {"Thursday": "2012-03-15"}),
        (
            "2012-03-14",
            "The service warned of heavy rain Saturday and Sunday.",
            {"Saturday": "2012-03-17", "Sunday": "2012-03-18"},
        ),
        (
            "2012-03-14",
            "The service had warned of high winds Sunday, and they came.",
            {"Sunday": "2012-03-11"},
        ),
        (
            "2012-03-14",
            "Residents were warned of flooding Tuesday.",
            {"Tuesday": "2012-03-13"},
        ),
    ],
    "participles before a noun": [
        (
            "1989-09-02",
            "On 3 September a reduced version of the newspaper will appear.",
            {"3 September": "1989-09-03"},
        ),
        (
            "1989-09-02",
            "On September 3, the damaged press will be repaired.",
            {"September 3": "1989-09-03"},
        ),
        ("1989-09-02", "On Tuesday a reduced team will play.", {"Tuesday": "1989-09-05"}),
        ("1989-09-02", "In August a reduced team played there.", {"August": "1989-08"}),
        (
            "1989-09-02",
            "On 31 August he repaired the damaged press, which will run again.",
            {"31 August": "1989-08-31"},
        ),
        ("1989-09-02", "On Friday the mayor closed schools.", {"Friday": "1989-09-01"}),
        (
            "2006-09-14",
            "A conference, hosted by Dushanbe on October 26, will discuss sales of power.",
            {"October 26": "2006-10-26"},
        ),
        (
            "2006-09-14",
            "The plan, adopted by the cabinet on October 26, will cost $3 million.",
            {"October 26": "2005-10-26"},
        ),
        (
            "2014-12-24",
            "Trash normally collected Thursday will be picked up later.",
            {"Thursday": "2014-12-25"},
        ),
        ("2006-09-14", "The men arrested Monday will be tried.", {"Monday": "2006-09-11"}),
    ],
}


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected


def test_what_is_quoted_of_a_telegram_stands_in_it() -> None:
    text = "BAKU, 3 JAN 92 (AP) -- THE ARMY LEFT ON TUESDAY. IT MAY COME BACK BY MAY 5."
    found = extract(text, parse("1992-01-03"))
    assert [item.text for item in found] == ["3 JAN 92", "TUESDAY", "BY MAY 5"]
    assert all(text[item.span.start : item.span.end] == item.text for item in found)


@given(
    st.text(st.characters(codec="utf-8"), max_size=60) | st.text("AB. \nıİßMAY1’'-", max_size=60)
)
def test_letters_keep_their_places(text: str) -> None:
    usual = in_usual_letters(text)
    assert len(usual) == len(text)
    assert usual.casefold() == text.casefold() or not text.isascii()


def test_a_text_in_usual_letters_and_a_headline_stay_as_they_are() -> None:
    text = "MAY MEETS NATO CHIEF IN MARCH\n\nThe chief came on Monday, 3 March, to the USA."
    assert in_usual_letters(text) == text
