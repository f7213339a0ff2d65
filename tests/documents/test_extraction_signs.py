"""What stands beside a date, or between it and its verb, says whether it is over or to come."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "2006-06-28"  # a Wednesday
CASES = {
    "behind who said so": (
        "They will gather on Friday, Ms. Corkum said, at the quay, and scatter her ashes in "
        "August. It was begun, said a spokesman for the railway, in May.",
        ["2006-06-30", "2006-08", "2006-05"],
    ),
    "behind its own attribution": (
        "None fell in May. August, the weather office said, will be no better.",
        ["2006-05", "2006-08"],
    ),
    "what came of it": (
        "He was freed in April 2003, only to be arrested again in May. The trial opened on May 9, "
        "only to be adjourned the same afternoon.",
        ["2003-04", "2003-05", "2003-05-09", "2003-05-09TAF"],
    ),
    "what was called": (
        "She stunned her party on Tuesday by calling an election for August 8.",
        ["2006-06-27", "2006-08-08"],
    ),
    "a date that was set": (
        "The deadline was originally August 1. The date of the vote was July 30. The deadline was "
        "first set at July 15. The deadline for bids was June 1. The date of his death was "
        "August 1.",
        ["2006-08-01", "2006-07-30", "2006-07-15", "2006-06-01", "2005-08-01"],
    ),
    "what one stands for": (
        "He filed papers Monday to stand in the by-election on July 16. Ten have registered to run "
        "in the August 3 election. He was barred from running in the August 9 vote. In 1998 she "
        "had signed up to run in the election on October 4.",
        ["2006-06-26", "2006-07-16", "2006-08-03", "2006-08-09", "1998", "1998-10-04"],
    ),
    "what something was done ahead of": (
        "Police detained ten people ahead of the June 9 parade. Prices rose ahead of the July 1 "
        "tax increase. Ahead of August polls, the parties have agreed to run joint lists.",
        ["2006-06-09", "2006-07-01", "2006-08"],
    ),
    "changed from a day on": (
        "The council raised fares from July 1. Duties were cut from May 3. Imports were cut from "
        "January to March. They signed a contract for gas from August 1 until the end of 2009.",
        ["2006-07-01", "2006-05-03", "2006-01", "2006-03", "2006-08-01", "2009"],
    ),
    "what is at hand, and what is just over": (
        "Opposition to the July 15 vote grew. He urged a boycott of the July 15 vote. The July 15 "
        "deadline was extended. The letter invited him to talks on July 15. Talks on a June 15 "
        "deadline failed. They gave him until June 15 to leave. The fire of July 15 was put out.",
        [
            *("2006-07-15", "2006-07-15", "2006-07-15", "2006-07-15"),
            *("2006-06-15", "2006-06-15", "2005-07-15"),
        ],
    ),
    "what somebody orders": (
        "Resolved, 5-4, that the Board sit again on Sept. 5. The court ordered that the trial "
        "resume on July 10. Residents insisted that the kiln close on August 1. The judge ruled "
        "that the vote was void on July 10. In 1999 he asked that the hall reopen on October 4.",
        ["2006-09-05", "2006-07-10", "2006-08-01", "2005-07-10", "1999", "1999-10-04"],
    ),
    "what is begun for a vote": (
        "OSLO, 28 June 2006 – The office today opened a mission for the vote in Samoa on 26 July. "
        "A team was sent for the election on August 9. They sent a team to the capital on June 9.",
        ["2006-06-28", "2006-06-28", "2006-07-26", "2006-08-09", "2006-06-09"],
    ),
    "a caption": (
        "Rain fell on 18 June.\n\nImage caption: Residents queue outside the town hall on "
        "Tuesday\n\nThe works were fined in 2004.",
        ["2006-06-18", "2006-06-27", "2004"],
    ),
    "a weekday before what came after it": (
        "She died on June 22 after she had fallen ill on Monday. He was freed on May 9 after a "
        "judge ruled on Friday that he was ill. Men will work on Friday after a deal on Tuesday.",
        [
            *("2006-06-22", "2006-06-19", "2006-05-09", "2006-05-05"),
            *("2006-06-30", "2006-06-27"),
        ],
    ),
    "a weekday on which what came before it was told": (
        "He went back on June 22 after a strike, a porter said on Monday.",
        ["2006-06-22", "2006-06-26"],
    ),
    "voted for, agreed for, before": (
        "The union voted for a strike on July 15. They agreed on July 9 for the vote. Security was "
        "tightened before July 15. He left before June 9.",
        ["2006-07-15", "2006-07-09", "2006-07-15", "2006-06-09"],
    ),
    "what only looks so": (
        "They met February 14 for a summit. The bridge was only to be reopened in July. They voted "
        "in elections on November 28. The date of Easter varies. He was named in May 1998. The "
        "deadline was August 1.",
        ["2006-02-14", "2006-07", "2005-11-28", "1998-05", "1998-08-01"],
    ),
    "behind a colon": (
        "He wants his seat back: he filed papers Monday. The original target was August 1.",
        ["2006-06-26", "2006-08-01"],
    ),
    "between a month and one of this year": (
        "It met between March 2004 and May this year. It fell between March 2003 and June last "
        "year. It rose between March and May of last year.",
        ["2004-03", "2006-05", "2003-03", "2005-06", "2005-03", "2005-05"],
    ),
    "sown and mown": (
        "Fields sown in April lie under mud, and nothing can be mown until August.",
        ["2006-04", "2006-08"],
    ),
    "the infinitive of a headline in capitals": (
        "Council to Vote Friday on Tram Line\n\nMILLFORD - It met twice.",
        ["2006-06-30"],
    ),
    "a feast ahead": (
        "Prices will rise in the run-up to Easter. Sales rose ahead of Easter. The bank was shut "
        "on Easter.",
        ["2007-04-08", "2006-04-16", "2006-04-16"],
    ),
    "what candidates and lists are for": (
        "The bloc named two candidates for the 5 August elections. Both handed in their lists for "
        "the September vote.",
        ["2006-08-05", "2006-09"],
    ),
    "planned for a day of this week": (
        "Friends had planned to meet this Friday. They had planned to meet this Monday.",
        ["2006-06-30", "2006-06-26"],
    ),
    "within what goes on": (
        "The fair goes on until Saturday, with guided walks on Thursday and a dance on Friday.",
        ["2006-07-01", "2006-06-29", "2006-06-30"],
    ),
    "a deadline before a day to come": (
        "The court hears it on Tuesday, and the deadline for comments is Monday.",
        ["2006-07-04", "2006-07-03"],
    ),
    "what is wanted": (
        "The miners want wages doubled from August 1. He demanded a recount of the vote held in "
        "May. She wanted this behind her before Christmas.",
        ["2006-08-01", "2006-05", "2006-12-25"],
    ),
    "described, not done": (
        "The slump has forced the plant to put its men on reduced hours from August 2.",
        ["2006-08-02"],
    ),
    "unless": (
        "The strike, set for July 4, goes ahead unless talks on Sunday produce an offer.",
        ["2006-07-04", "2006-07-02"],
    ),
    "called off now": (
        "The envoy, who had been due to leave on Friday, has canceled the trip.",
        ["2006-06-30"],
    ),
    "due, and out": (
        "The accounts, due in April, were published yesterday. The vote, due in August, will be "
        "held.",
        ["2006-04", "2006-06-27", "2006-08"],
    ),
    "once it is over": (
        "They meet again once the July 4 holiday is over. The Nowruz holiday is over.",
        ["2006-07-04", "2006-03-21"],
    ),
    "a price that stands": ("The treaty fixed the price until September 1.", ["2006-09-01"]),
    "an end that has not come": (
        "Growth, which had slowed in spring, picked up again towards the end of the year.",
        ["2006-SP", "2005"],
    ),
    "time that somebody has": (
        "Divers had until Friday to reach it. The board resolved to pay a dividend on August 28.",
        ["2006-06-30", "2006-08-28"],
    ),
    "what goes back to it": (
        "The dispute goes back to November. The rule dates from January. He goes back to work in "
        "August.",
        ["2005-11", "2006-01", "2006-08"],
    ),
    "a month of the year just named": (
        "His running mate, chosen Tuesday, taught until 1986. That November he ran. She sits from "
        "Friday in a chamber set up in 1980, by a law of that September.",
        ["2006-06-27", "1986", "1986-11", "2006-06-30", "1980", "1980-09"],
    ),
    "a conjunction before a month": (
        "None was elected there in 1982, and a poll suggests that November will bring no change.",
        ["1982", "2006-11"],
    ),
    "the year that opens its sentence": (
        "Results will not be known before July 24. In 1999, the count begun in August had not "
        "ended in October.",
        ["2006-07-24", "1999", "1999-08", "1999-10"],
    ),
    "days with the article": (
        "Books need not come back before the 10th. We have your letter of the 19th and thank you.",
        ["2006-07-10", "2006-06-19"],
    ),
    "what is forecast and called off": (
        "It has rained since Monday, and the service forecast more on Friday. The board canceled "
        "classes for Thursday. He predicted on Monday that it would rain.",
        ["2006-06-26", "2006-06-30", "2006-06-29", "2006-06-26"],
    ),
    "brought nearer": (
        "The vote was set for November 27 but was moved forward.",
        ["2006-11-27"],
    ),
    "on through": (
        "It is honored in 2007, when the fair is to run May 1 through May 9.",
        ["2007", "2007-05-01", "2007-05-09"],
    ),
    "what looks like a verb or a number": (
        "Members vote on the bid August 8. He hoped to issue the report early in the new year.",
        ["2006-08-08", "2007"],
    ),
    "a weekday that fits the next year": (
        "Tickets for Sunday, June 24, are sold out. It was signed on Monday, 27 June.",
        ["2007-06-24", "2005-06-27"],
    ),
    "stopped from a day on": (
        "The port banned exports this week, from August 15 until the end of the year. It barred "
        "trawlers from June 20.",
        ["2006-W26", "2006-08-15", "2006", "2006-06-20"],
    ),
    "what stands though it may change": (
        "She was due to fly home on Saturday but hopes to leave tomorrow. Friday has been "
        "declared a day of mourning. Her lawyer was not allowed to see her until Tuesday.",
        ["2006-07-01", "2006-06-29", "2006-06-30", "2006-06-27"],
    ),
    "behind what they say": (
        "He had fled in May, and will be tried, his lawyers say, in November.",
        ["2006-05", "2006-11"],
    ),
    "a stretch into the next month": (
        "I shall be away from the 29th until 2 August. She was so from the 28th to 3 January 1999.",
        ["2006-07-29", "2006-08-02", "1998-12-28", "1999-01-03"],
    ),
    "a thing of its year": (
        "The society's 1908 expedition sailed from Hull on 9 June, sighted the pack on the 27th "
        "and was beset on 14 September.",
        ["1908", "1908-06-09", "1908-06-27", "1908-09-14"],
    ),
    "arranged, agreed and lined up for a day": (
        "A meeting was then arranged for Thursday, July 6. A truce was agreed for July 9. They "
        "agreed to a freeze in May. A tour was lined up for August.",
        ["2006-07-06", "2006-07-09", "2006-05", "2006-08"],
    ),
    "prolonged and held over": (
        "The show, which was to close on July 2, has been prolonged to July 12 and its sequel "
        "was held over to July 14. It would otherwise have shut again on July 8.",
        ["2006-07-02", "2006-07-12", "2006-07-14", "2006-07-08"],
    ),
    "given an earlier day": (
        "The talks that had been called for July 10 were brought forward to Friday. The match has "
        "been moved up to July 3 from July 11.",
        ["2006-07-10", "2006-06-30", "2006-07-03", "2006-07-11"],
    ),
    "to come, earlier than another was": (
        "The figures will be out on 11 July, a week before those for 2004 were.",
        ["2006-07-11", "2004"],
    ),
    "what had been before a day of news": (
        "The campaign opened on February 24. The port had been seized on March 2.",
        ["2006-02-24", "2005-03-02"],
    ),
    "called for a day": (
        "They called a strike for Friday. The panel ordered a rerun for Monday. He booked a flight "
        "for July 9. They called off a march on Tuesday.",
        ["2006-06-30", "2006-07-03", "2006-07-09", "2006-06-27"],
    ),
    "made ready for a day": (
        "The crew trained for a launch on July 8. Crowds gathered for a vigil on June 18. With the "
        "vote on July 9 approaching, tempers rose.",
        ["2006-07-08", "2006-06-18", "2006-07-09"],
    ),
    "what ended, or is dated": (
        "The bridge is closed until 1 June. The last of them is dated 11 November. The council was "
        "not to have met until August 1.",
        ["2007-06-01", "2005-11-11", "2006-08-01"],
    ),
    "a list that is over": (
        "The decree was renewed in June, July and August, and lapsed in January.",
        ["2005-06", "2005-07", "2005-08", "2006-01"],
    ),
    "what goes on in a row": (
        "In January 1910 he lost his seat, in December he won another. He taught from 1971 to "
        "1978. That October he left.",
        ["1910-01", "1910-12", "1971", "1978", "1978-10"],
    ),
    "a line that a year heads": (
        "Plan\n2007: tender invited, February 20; bids opened, April 28; contract signed, June.\n"
        "2008: bridge closed, March 1; bridge open, May.",
        ["2007", "2007-02-20", "2007-04-28", "2007-06", "2008", "2008-03-01", "2008-05"],
    ),
    "promised by a day": (
        "He promised an answer by Friday. He wrote one by July 9, 1999.",
        ["2006-06-30", "1999-07-09"],
    ),
    "agreed for it": (
        "The visit, for which July 9 had been agreed, was put off last Friday.",
        ["2006-07-09", "2006-06-23"],
    ),
    "half of this year": (
        "Output fell in May. In the first half alone the pit lost a million.",
        ["2006-05", "2006-H1"],
    ),
}
NEW_YEAR = "2000-01-02"  # a Sunday
TURNS = {
    "a stretch that publication lies in": (
        "It ran more trains between December 30 and January 3.",
        ["1999-12-30", "2000-01-03"],
    ),
    "a stretch that is over": (
        "It had run more trains between October 30 and November 3.",
        ["1999-10-30", "1999-11-03"],
    ),
    "from a month to another": (
        "Trade fell from January to September. The vote was moved from May to June. It runs by law "
        "from March 1 to April 2.",
        ["1999-01", "1999-09", "2000-05", "2000-06", "XXXX-03-01", "XXXX-04-02"],
    ),
    "ranked among those of a round year": (
        "They watched the first sunrise of 2000. The crowd of 2000 had rolled over into 2000.",
        ["2000", "2000"],
    ),
    "months of another year": (
        "Trade from January to September of 1999 made 14 million, against 9 in the same period "
        "of 1998. In June it made 3.",
        ["1999-01", "1999-09", "1998", "1999-06"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_signs(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values


@pytest.mark.parametrize(("text", "values"), TURNS.values(), ids=TURNS.keys())
def test_at_the_turn_of_a_year(text: str, values: list[str]) -> None:
    assert values_told(text, NEW_YEAR) == values


def test_years_of_two_calendars() -> None:
    text = (
        "The warrant is of 29 January 1648/9, and an entry of 11 March 1688/89 has it again. In "
        "1647/8 it froze. Baptized on 24 March (Lady Day Eve), 1701/02, he died in 1751/52."
    )
    assert values_told(text, PUBLISHED)[:3] == ["1649-01-29", "1689-03-11", "1647"]
    assert "1702-03-24" in values_told(text, PUBLISHED)


def test_a_figure_is_the_day_just_named() -> None:
    text = "The vote of 4 October 2005 (minutes of 04/10/2005) stands; that of 11/10/2005 does not."
    assert values_told(text, PUBLISHED) == ["2005-10-04", "2005-10-04", "2005-10-11"]


def test_entries_below_a_year_with_a_word() -> None:
    text = (
        "Events of 2004\n12 March. Strike at the cannery.\n3 April. Strike at the docks.\n"
        "YEAR 2005\nJan: crude below $50\n20 Aug: currency floated"
    )
    days = ["2004", "2004-03-12", "2004-04-03", "2005", "2005-01", "2005-08-20"]
    assert values_told(text, PUBLISHED) == days


LEAPS = {
    "2000-02-29": ("BEIJING, February 29 (Xinhua) -- The envoy came.", "2000-02-29"),
    "2001-03-02": ("They met on February 29.", "2000-02-29"),
    "2002-03-02": ("They will meet on February 29.", "2004-02-29"),
    "2003-06-30": ("In 1996 he fell. He rose on February 29.", "1996-02-29"),
}


@pytest.mark.parametrize(("published", "case"), LEAPS.items(), ids=LEAPS.keys())
def test_a_day_is_of_a_year_that_has_it(published: str, case: tuple[str, str]) -> None:
    assert values_told(case[0], published)[-1] == case[1]


def test_years_and_numbers() -> None:
    text = (
        "Under 2008 rules and a 2010 decree, editors answer for letters. Unlike 1999 voters, those "
        "of 2005 had a choice. They bought 1960 pairs of boots. Profit rose in Q4FY23 and 3QFY22. "
        "Constitutions came in 1937 (April 12), 1978 (May 27) and 1995."
    )
    years = ["2008", "2010", "1999", "2005", "2023-Q4", "2022-Q3"]
    told = ["1937", "1937-04-12", "1978", "1978-05-27", "1995"]
    assert values_told(text, "2023-05-04") == [*years, *told]
    counted = (
        "From 2025 ships may not enter. Come to 1910 Elm Street. The old hall seated 1908. On "
        "Monday 1950 rounds were missing."
    )
    assert values_told(counted, "2023-05-04") == ["2025", "2023-05-01"]


def test_numbers_of_things_that_look_like_years() -> None:
    text = (
        "Observers visited 1985 polling stations. Surveyors had counted 1860 farms there. The firm "
        "sold 1987 cars in May. Quiet; 1990 spent shells found. He won 1996 elections. The bank "
        "reported 2011 results, built a 2010-built kiln anew and drove a 1998-led push."
    )
    assert values_told(text, "2012-08-30") == ["2012-05", "1996", "2011", "2010"]


def test_names_of_people_that_look_like_months() -> None:
    text = (
        "Present: Mr. March, Dr. August, Sen. April Summers, Lady May and Dr. April June. August "
        "Winter spoke. In April, Gen. May met Mr June."
    )
    assert values_told(text, "2012-08-30") == ["2012-04"]


def test_what_was_scanned_is_read_as_it_was_printed() -> None:
    text = "It met on 2 May l999, on Septernber 12, 1996 and on 3 June 2OO1. Il sold oil, Isaid."
    assert values_told(text, PUBLISHED) == ["1999-05-02", "1996-09-12", "2001-06-03"]


def test_a_chronology_below_a_title_in_capitals() -> None:
    text = (
        "CHRONOLOGY\n2001\nNov – the bill is drafted\nDec 22 – second reading, 74-9\n"
        "2002 – the bill lies with the upper house\nMar 3: a vote"
    )
    days = ["2001", "2001-11", "2001-12-22", "2002", "2002-03-03"]
    assert values_told(text, PUBLISHED) == days


def test_the_head_of_a_cable_tells_no_story() -> None:
    text = (
        "DECL: 03/14/2016\nREF: (A) OSLO 1987\n1. (C) At a March 13 dinner the minister told us "
        "that he would not run in November."
    )
    assert values_told(text, "2006-03-17") == ["2016-03-14", "2006-03-13", "2006-11"]


def test_a_day_in_words_has_its_weekday() -> None:
    text = "On Sunday the twenty-second of June 1941 the ball was called off."
    assert values_told(text, PUBLISHED) == ["1941-06-22"]


@pytest.mark.parametrize("name", ["Nowruz", "Norouz", "Nooruz", "Novruz", "Norooz", "Newroz"])
def test_the_new_year_of_spring_in_any_spelling(name: str) -> None:
    assert values_told(f"It closes for {name}.", "2006-01-10") == ["2006-03-21"]
    assert values_told("It closes for Nauryz.", "2006-01-10") == ["2006-03-22"]


@pytest.mark.parametrize(
    "name", ["First President's Day", "First President Day", "the Day of the First President"]
)
def test_the_first_president_has_a_day_of_his_own(name: str) -> None:
    assert values_told(f"On {name} he spoke.", "2014-12-10") == ["2014-12-01"]
    assert values_told(f"On December 1, {name}, he spoke.", "2013-12-10") == ["2013-12-01"]
