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
    "hours whose day stands behind them": (
        "2013-03-22",
        "The shop was open between 6 P.M. and 9 P.M. on Tuesday. The quake struck at 5:12 p.m. off "
        "the coast of Vell on Wednesday. Shares fell in afternoon trading Thursday. The minister "
        "will speak at 7 p.m. at the town hall on Saturday.",
        {"6 P.M.": "2013-03-19T18:00", "9 P.M. on Tuesday": "2013-03-19T21:00",
         "5:12 p.m.": "2013-03-20T17:12", "Wednesday": "2013-03-20",
         "afternoon": "2013-03-21TAF", "Thursday": "2013-03-21",
         "7 p.m.": "2013-03-23T19:00", "Saturday": "2013-03-23"},
    ),
    "hours of another day than the one behind them": (
        "2013-03-22",
        "The bus crashed at 6 a.m. near Brel, and on Tuesday the driver died. He left at 5 p.m. "
        "before the vote on Monday. The 8 p.m. news on Thursday showed him. On Sunday she met at "
        "9 a.m. those who had come on Saturday.",
        {"6 a.m.": "XXXX-XX-XXT06:00", "Tuesday": "2013-03-19", "5 p.m.": "2013-03-19T17:00",
         "Monday": "2013-03-18", "Thursday": "2013-03-21", "Sunday": "2013-03-17",
         "9 a.m.": "2013-03-17T09:00", "Saturday": "2013-03-16"},
    ),
    "storms and clothes of a season": (
        "2013-03-22",
        "A winter storm killed two on Tuesday. Winter weather closed roads. Spring training goes "
        "on. The winter was hard, as were the winter storms of 2011. A winter offensive failed.",
        {"Tuesday": "2013-03-19", "The winter": "2012-WI", "the winter": "2011-WI", "2011": "2011",
         "winter": "2012-WI"},
    ),
    "what is coming": (
        "2013-03-22",
        "Snow is due over the coming weekend, and rain in the coming summer. He leaves the coming "
        "Monday.",
        {"the coming weekend": "2013-W12-WE", "the coming summer": "2013-SU",
         "the coming Monday": "2013-03-25"},
    ),
    "what was coming in a story of long ago": (
        "2013-03-22",
        "In 1950 he fled. He hoped to be home by the coming spring.",
        {"1950": "1950", "the coming spring": "1951-SP"},
    ),
    "the coming weekend on a Sunday": (
        "2013-03-24",
        "The town votes this coming weekend.",
        {"this coming weekend": "2013-W13-WE"},
    ),
    "hours behind a dateline": (
        "2013-03-22",
        "BREL, March 21 (Agency) -- A clerk was woken at 3 A.M. by a blast on Tuesday.",
        {"March 21": "2013-03-21", "3 A.M.": "2013-03-19T03:00", "Tuesday": "2013-03-19"},
    ),
    "hours of every day and of a day to come": (
        "2013-03-22",
        "The keeper said on Monday that she liked it. She rises at 5 A.M. and goes to bed at 9 "
        "P.M. The hearing will begin at 10 A.M. The show is on Saturday. Doors open at 7 p.m.",
        {"Monday": "2013-03-18", "5 A.M.": "XXXX-XX-XXT05:00", "9 P.M.": "XXXX-XX-XXT21:00",
         "10 A.M.": "XXXX-XX-XXT10:00", "Saturday": "2013-03-23", "7 p.m.": "2013-03-23T19:00"},
    ),
    "hours that were agreed on for the day told": (
        "2013-03-22",
        "On Monday the two agreed to meet at 6 p.m.",
        {"Monday": "2013-03-18", "6 p.m.": "2013-03-18T18:00"},
    ),
    "what came that year, told behind a day to come": (
        "2013-03-22",
        "The twins were last seen on June 4, 2010. A service will be held Sunday. A keeper was "
        "questioned that fall. He moved away the following spring.",
        {"June 4, 2010": "2010-06-04", "Sunday": "2013-03-24", "that fall": "2010-FA",
         "the following spring": "2011-SP"},
    ),
    "what will come that year": (
        "2013-03-22",
        "The bridge opened on June 4, 2010. A vote will be held on May 5. Work will begin that "
        "fall.",
        {"June 4, 2010": "2010-06-04", "May 5": "2013-05-05", "that fall": "2013-FA"},
    ),
    "an hour told again in another zone": (
        "2013-03-22",
        "The quake hit at 4:31 a.m. Friday (2031 GMT Thursday). That day, schools were shut.",
        {"4:31 a.m. Friday": "2013-03-22T04:31", "2031 GMT Thursday": "2013-03-21T20:31",
         "That day": "2013-03-22"},
    ),
    "an hour told in another zone alone": (
        "2013-03-22",
        "The quake hit at 4:31 a.m. (2031 GMT Thursday). That day, schools were shut.",
        {"4:31 a.m.": "XXXX-XX-XXT04:31", "2031 GMT Thursday": "2013-03-21T20:31",
         "That day": "2013-03-21"},
    ),
    "parts of the day of the news": (
        "2013-03-22",
        "Rebels took the town. By mid-afternoon the square was full.",
        {"mid-afternoon": "2013-03-22TAF"},
    ),
    "parts of a day told, and of one to come": (
        "2013-03-22",
        "On Tuesday the rebels came. By mid-afternoon the square was full. By mid-morning it will "
        "be empty.",
        {"Tuesday": "2013-03-19", "mid-afternoon": "2013-03-19TAF", "mid-morning": "XXXX-XX-XXTMO"},
    ),
    "what a ruling that has come does": (
        "2013-03-22",
        "Wednesday's ruling sends the case back to Korl. The announcement Tuesday comes amid a "
        "row. Monday's vote shows how split they are. Sunday's storm is the third in a month.",
        {"Wednesday": "2013-03-20", "Tuesday": "2013-03-19", "Monday": "2013-03-18",
         "Sunday": "2013-03-17", "a month": "P1M"},
    ),
    "what a ruling that is to come will do": (
        "2013-03-22",
        "Monday's ruling is expected to end the case. Tuesday's game is the last. Wednesday's "
        "announcement will end it.",
        {"Monday": "2013-03-25", "Tuesday": "2013-03-26", "Wednesday": "2013-03-27"},
    ),
    "the same month of the year before": (
        "2013-03-22",
        "Sales were up 11 percent in February from a year earlier. Prices rose in January compared "
        "with a year ago.",
        {"February": "2013-02", "a year earlier": "2012-02", "January": "2013-01",
         "a year ago": "2012-01"},
    ),
    "a year before what a month only began": (
        "2013-03-22",
        "The plant has been shut since February. A year earlier it had 90 workers.",
        {"February": "2013-02", "A year earlier": "2012"},
    ),
    "past midnight": (
        "2013-03-22",
        "Debate could stretch well past midnight. On Tuesday talks went on until past midnight.",
        {"midnight": "2013-03-19T24:00", "Tuesday": "2013-03-19"},
    ),
    "hours after midnight": (
        "2013-03-22",
        "The standoff began about 9:30 p.m. Thursday and ended shortly after 7 a.m. A curfew ran "
        "from 10 p.m. to 6 a.m. on Tuesday.",
        {"9:30 p.m. Thursday": "2013-03-21T21:30", "7 a.m.": "2013-03-22T07:00",
         "10 p.m.": "2013-03-18T22:00", "6 a.m. on Tuesday": "2013-03-19T06:00"},
    ),
    "hours of one day": (
        "2013-03-22",
        "She left at 8 p.m. Thursday, not at 9 a.m. The fair ran from 10 a.m. to 6 p.m. Tuesday.",
        {"8 p.m. Thursday": "2013-03-21T20:00", "9 a.m.": "2013-03-21T09:00",
         "10 a.m.": "2013-03-19T10:00", "6 p.m. Tuesday": "2013-03-19T18:00"},
    ),
    "ranges whose first month names the year": (
        "2013-03-22",
        "Between October 2012 and January, 40 died. Between March 2011 and September, 20 had. "
        "Between October and January 2010 there were six.",
        {"October 2012": "2012-10", "January": "2013-01", "March 2011": "2011-03",
         "September": "2011-09", "October": "2009-10", "January 2010": "2010-01"},
    ),
    "years up to today": (
        "2013-03-22",
        "The mill burned in 1950. Today, 63 years later, its tower still stands.",
        {"1950": "1950", "Today": "2013-03-22", "63 years later": "P63Y"},
    ),
    "days after what is over": (
        "2013-03-22",
        "The fire was on June 4, 2010. A hearing will be held on May 3. Three days later a keeper "
        "fled.",
        {"June 4, 2010": "2010-06-04", "May 3": "2013-05-03", "Three days later": "2010-06-07"},
    ),
    "days after what is to come": (
        "2013-03-22",
        "The season ends April 17. The playoffs start three days later.",
        {"April 17": "2013-04-17", "three days later": "2013-04-20"},
    ),
    "hours set for the day of the news": (
        "2013-03-22",
        "A ruling is due at noon, a clerk said yesterday.",
        {"noon": "2013-03-22T12:00", "yesterday": "2013-03-21"},
    ),
    "hours set for each day": (
        "2013-03-22",
        "Each day the baths will open at 9 a.m., a clerk said yesterday.",
        {"Each day": "P1D", "9 a.m.": "XXXX-XX-XXT09:00", "yesterday": "2013-03-21"},
    ),
    "quarters, halves and clocks of matches": (
        "2013-03-22",
        "In the fourth quarter, Orr scored 10 points. Vell led after the third quarter, 80-71. A "
        "keeper saved twice in the second half of the game. With 2:14 left on Sunday, he fell. She "
        "ran it in 3:12.",
        {"2:14": "PT2M14S", "Sunday": "2013-03-17", "3:12": "PT3M12S"},
    ),
    "quarters and halves of a business, hours of a day": (
        "2013-03-22",
        "The club lost $3 million in the fourth quarter. Its sales rose in the first half. On "
        "Sunday the doors opened at 7:42.",
        {"the fourth quarter": "2012-Q4", "the first half": "2012-H1", "Sunday": "2013-03-17",
         "7:42": "2013-03-17T07:42"},
    ),
    "numbers of houses": (
        "2013-03-22",
        "A man was shot in the 2000 block of Korl Street. He lived at 1900 Marsh Avenue. In 1998 "
        "Korl Street was shut.",
        {"1998": "1998"},
    ),
    "titles of programs": (
        "2013-03-22",
        '"Monday Night Quiz" mocked the mayor. She wept on "Korl News Sunday." He told "The Today '
        'Show" so, and the "Today" show, and on Tuesday the “Friday Morning Club.”',
        {"Tuesday": "2013-03-19"},
    ),
    "days that are said": (
        "2013-03-22",
        '"On Monday," she said, "Vell lost. Today is better. This month I\'m off." "Yes, he left '
        'on Sunday," a clerk said.',
        {"Monday": "2013-03-18", "Today": "2013-03-22", "This month": "2013-03",
         "Sunday": "2013-03-17"},
    ),
    "seasons in names": (
        "2013-03-22",
        "The Winter Palace burned. She lives in Spring Valley. He taught at the Summer Institute.",
        {},
    ),
    "seasons beside names": (
        "2013-03-22",
        "The Winter Offensive failed. The summer Orr left was hot.",
        {"The Winter": "2012-WI", "The summer": "2012-SU"},
    ),
    "months that are given names": (
        "2013-03-22",
        "April Lane wept. June Carr, a baker, was ill. On Monday, August Wilt spoke.",
        {"Monday": "2013-03-18"},
    ),
    "months before names": (
        "2013-03-22",
        "In April Lane will weep. June sales rose.",
        {"April": "2013-04", "June": "2012-06"},
    ),
    "what is sold for a month to come": (
        "2013-03-22",
        "Natural gas for April fell 2 cents. Crude for May rose. Figures for February were good.",
        {"April": "2013-04", "May": "2013-05", "February": "2013-02"},
    ),
    "numbers of decrees and their days": (
        "2010-06-17",
        "Decree No. 12 of June 5, 1999, bans it, as do Order No. 7 of 3 May 2001, Resolution 4 of "
        "June 7 and Decrees No. 12 and 14 of May 9, 2002. On the 12th of June 2009, 5 men fell.",
        {"June 5, 1999": "1999-06-05", "3 May 2001": "2001-05-03", "June 7": "2010-06-07",
         "May 9, 2002": "2002-05-09", "the 12th of June 2009": "2009-06-12"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_kind(name: str) -> None:
    published, text, told = CASES[name]
    assert times_told(text, published) == told
