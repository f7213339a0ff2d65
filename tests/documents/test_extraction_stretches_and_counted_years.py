"""Stretches from one date to another, parts of years, and years told by others beside them."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract
from kztimeline.documents.extraction.mentions import timexes

from .dates_told import dates_told, for_each_case

# Publication, text, and which dates some of its phrases mean.
KINDS: dict[str, list[tuple[str, str, dict[str, str]]]] = {
    "months of a period": [
        (
            "2015-09-16",
            "Exports stood still at 12,000 tons during the period May to July.",
            {"May to July": "2015-05/2015-07"},
        ),
        (
            "2015-09-16",
            "Rents rose in the quarter April to June.",
            {"April to June": "2015-04/2015-06"},
        ),
        (
            "2015-09-16",
            "In the months March to May, traffic fell by a tenth.",
            {"March to May": "2015-03/2015-05"},
        ),
        (
            "2015-09-16",
            "Over the period May-July, 300 boats were checked.",
            {"May-July": "2015-05/2015-07"},
        ),
        (
            "2015-09-16",
            "In the season May to September, the ferry ran hourly.",
            {"May to September": "2015-05/2015-09"},
        ),
        (
            "2015-09-16",
            "The number of jobs grew in the three months May to July.",
            {"May to July": "2015-05/2015-07"},
        ),
        (
            "2015-09-16",
            "The survey covered the period May to August 2014.",
            {"May to August 2014": "2014-05/2014-08"},
        ),
        (
            "2015-09-16",
            "During the period March to May they caught 12 wolves.",
            {"March to May": "2015-03/2015-05"},
        ),
    ],
    "the same period of another year": [
        (
            "2015-09-16",
            "Between May and July, earnings grew 2.9% compared with the same period last year.",
            {"May and July": "2015-05/2015-07", "the same period last year": "2014-05/2014-07"},
        ),
        (
            "2015-09-16",
            "From May to July the port handled 3 million tons, against 2 million in the same "
            "period last year.",
            {"May to July": "2015-05/2015-07", "the same period last year": "2014-05/2014-07"},
        ),
        (
            "2015-09-16",
            "In the first five months of 2015 profits fell from the same period a year earlier.",
            {
                "the first five months of 2015": "2015-01/2015-05",
                "the same period a year earlier": "2014-01/2014-05",
            },
        ),
        (
            "2016-09-16",
            "In the first five months of 2016 trade rose compared to the same period of 2015.",
            {
                "the first five months of 2016": "2016-01/2016-05",
                "the same period of 2015": "2015-01/2015-05",
            },
        ),
        (
            "2016-11-16",
            "In the first three quarters exports rose compared to the same period last year.",
            {
                "the first three quarters": "2016-01/2016-09",
                "the same period last year": "2015-01/2015-09",
            },
        ),
        (
            "2016-11-16",
            "Trade rose 3 percent in the first ten months of this year compared with the same "
            "period in 2015.",
            {
                "the first ten months": "2016-01/2016-10",
                "the same period in 2015": "2015-01/2015-10",
            },
        ),
        (
            "2016-11-16",
            "Sales rose in the first half compared with the same period last year.",
            {"the first half": "2016-01/2016-06", "the same period last year": "2015-01/2015-06"},
        ),
        (
            "2016-11-16",
            "Sales rose in the third quarter compared with the same period last year.",
            {
                "the third quarter": "2016-07/2016-09",
                "the same period last year": "2015-07/2015-09",
            },
        ),
        (
            "2016-11-16",
            "He left in 2014. Sales rose from the same period last year.",
            {"the same period last year": "2015"},
        ),
        (
            "2016-11-16",
            "In the first six months of 2016 sales rose compared with the same period of 2015.",
            {
                "the first six months of 2016": "2016-01/2016-06",
                "the same period of 2015": "2015-01/2015-06",
            },
        ),
        (
            "2016-11-16",
            "Sales fell in the last three months of 2015 from the same period of 2014.",
            {
                "the last three months of 2015": "2015-10/2015-12",
                "the same period of 2014": "2014-10/2014-12",
            },
        ),
        (
            "2016-11-16",
            "Output grew in the first two quarters of 2016 against the same period in 2015.",
            {
                "the first two quarters of 2016": "2016-01/2016-06",
                "the same period in 2015": "2015-01/2015-06",
            },
        ),
        (
            "2016-03-16",
            "From October to February it snowed more than in the same period a year earlier.",
            {
                "October to February": "2015-10/2016-02",
                "the same period a year earlier": "2014-10/2015-02",
            },
        ),
        (
            "2016-11-16",
            "In the first five months of 2016 exports fell. In July they rose from the same "
            "month of 2015.",
            {
                "the first five months of 2016": "2016-01/2016-05",
                "July": "2016-07",
                "the same month of 2015": "2015-07",
            },
        ),
        (
            "2016-11-16",
            "In the first five months of 2016 exports fell. In the third quarter they rose from"
            " the same period of 2015.",
            {
                "the first five months of 2016": "2016-01/2016-05",
                "the third quarter": "2016-07/2016-09",
                "the same period of 2015": "2015-07/2015-09",
            },
        ),
        (
            "2016-11-16",
            "The best four months of 2014 were wet.",
            {"2014": "2014"},
        ),
    ],
    "parts of a year": [
        (
            "2016-11-16",
            "In the first five months of 2016 rents rose.",
            {"the first five months of 2016": "2016-01/2016-05"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first three quarters of 2014.",
            {"the first three quarters of 2014": "2014-01/2014-09"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first ten months of this year.",
            {"the first ten months": "2016-01/2016-10"},
        ),
        (
            "2016-11-16",
            "Rents rose in the last two months of 2012.",
            {"the last two months of 2012": "2012-11/2012-12"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first three months of 2015.",
            {"the first three months of 2015": "2015-01/2015-03"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first nine months of last year.",
            {"the first nine months": "2015-01/2015-09"},
        ),
        (
            "2016-11-16",
            "Rents rose in the last three quarters of 2014.",
            {"the last three quarters of 2014": "2014-04/2014-12"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first two weeks of 2014.",
            {"the first two weeks of 2014": "2014"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first six months of 2014.",
            {"the first six months of 2014": "2014-01/2014-06"},
        ),
        (
            "2016-11-16",
            "Rents rose in the final four months of 2014.",
            {"the final four months of 2014": "2014-09/2014-12"},
        ),
        (
            "2016-11-16",
            "Rents rose in the first eight months of the year.",
            {"the first eight months": "2016-01/2016-08"},
        ),
    ],
    "the year earlier": [
        (
            "2014-11-12",
            "It had revenues of $1.2 billion in 2013, up 6 percent from the year earlier.",
            {"2013": "2013", "the year earlier": "2012"},
        ),
        (
            "2014-11-12",
            "The mill sold 90,000 tons in 2011, down from 97,000 the year earlier.",
            {"2011": "2011", "the year earlier": "2010"},
        ),
        (
            "2014-11-12",
            "The mill sold 90,000 tons in October, up from 80,000 the month earlier.",
            {"October": "2014-10", "the month earlier": "2014-09"},
        ),
        (
            "2014-11-12",
            "The mill sold 90,000 tons in the third quarter, up from 80,000 in the quarter "
            "earlier.",
            {"the third quarter": "2014-07/2014-09", "the quarter earlier": "2014-04/2014-06"},
        ),
        (
            "2014-11-12",
            "In 2012, compared with the year earlier, thefts fell.",
            {"2012": "2012", "the year earlier": "2011"},
        ),
        (
            "2014-11-12",
            "Thefts fell to 40 in 2012 from 50 in the year earlier.",
            {"2012": "2012", "the year earlier": "2011"},
        ),
        (
            "2014-11-12",
            "Profit rose to $3 million from $2 million in the year-earlier period.",
            {"the year-earlier period": "2013"},
        ),
        (
            "2014-11-12",
            "Thefts rose 6 percent from the year earlier.",
            {"the year earlier": "2013"},
        ),
        (
            "2014-11-12",
            "He left in 2009. He had married the year earlier.",
            {"2009": "2009", "the year earlier": "2008"},
        ),
        (
            "2014-11-12",
            "They met on 3 May 2011. The day earlier it had rained.",
            {"3 May 2011": "2011-05-03", "The day earlier": "2011-05-02"},
        ),
        (
            "2014-11-12",
            "Rents rose in March after a fall the month earlier.",
            {"March": "2014-03", "the month earlier": "2014-02"},
        ),
        (
            "2014-11-12",
            "In the third quarter exports rose to 9 million tons from 8 million tons the year "
            "earlier.",
            {"the third quarter": "2014-07/2014-09", "the year earlier": "2013-07/2013-09"},
        ),
    ],
    "years and months from one to another": [
        (
            "2012-11-28",
            "For 30 years, namely from 1947 until 1975, the dome was the widest.",
            {"1947 until 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled from 1947 till 1975.",
            {"1947 till 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled from 1947 up to 1975.",
            {"1947 up to 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled from 1947 through to 1975.",
            {"1947 through to 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled from 1947 to 1975.",
            {"1947 to 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled from 1947 through 1975.",
            {"1947 through 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled between 1947 and 1975.",
            {"1947 and 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He ruled from about 1947 until 1975.",
            {"about 1947 until 1975": "1947/1975"},
        ),
        (
            "2012-11-28",
            "He was held from July 2010 to April 2011.",
            {"July 2010 to April 2011": "2010-07/2011-04"},
        ),
        (
            "2012-11-28",
            "He was held from July 2010 until April 2011.",
            {"July 2010 until April 2011": "2010-07/2011-04"},
        ),
        (
            "2012-11-28",
            "The show ran from April 1978 to May 1991.",
            {"April 1978 to May 1991": "1978-04/1991-05"},
        ),
        (
            "2016-11-28",
            "From the middle of 2014 to the middle of 2015 the office slept.",
            {"the middle of 2014 to the middle of 2015": "2014/2015"},
        ),
        (
            "2012-11-28",
            "It was banned in 1947 until 1975.",
            {"until 1975": "../1975"},
        ),
        (
            "2012-11-28",
            "Of those from 1947, until 1975 none were shown.",
            {"1947": "1947", "until 1975": "../1975"},
        ),
    ],
    "at the earliest and at the latest": [
        (
            "2012-11-28",
            "The telescope will fly by 2018 at the earliest.",
            {"by 2018": "2018/.."},
        ),
        (
            "2012-11-28",
            "The bridge will open in 2018 at the earliest.",
            {"2018": "2018/.."},
        ),
        (
            "2012-11-28",
            "The bridge will open no earlier than 2018.",
            {"no earlier than 2018": "2018/.."},
        ),
        (
            "2012-11-28",
            "The bridge will open not before March 2018.",
            {"not before March 2018": "2018-03/.."},
        ),
        (
            "2012-11-28",
            "The bridge will open in March 2018 at the earliest.",
            {"March 2018": "2018-03/.."},
        ),
        (
            "2012-11-28",
            "The bridge will open in 2018 at the latest.",
            {"2018": "../2018"},
        ),
        (
            "2012-11-28",
            "The bridge will open by 2018 at the latest.",
            {"by 2018": "../2018"},
        ),
        (
            "2012-11-28",
            "The bridge will open on 3 May 2013 at the earliest.",
            {"3 May 2013": "2013-05-03/.."},
        ),
        (
            "2012-11-28",
            "The bridge will not open until 2018 at the earliest.",
            {"until 2018": "2018/.."},
        ),
        (
            "2012-11-28",
            "The bridge will open by 2018, the earliest of three.",
            {"by 2018": "../2018"},
        ),
        (
            "2012-11-28",
            "The road is due by 2018, at the latest estimate.",
            {"by 2018": "../2018"},
        ),
        (
            "2012-11-28",
            "It is shown at the latest 2011 prices.",
            {"2011": "2011"},
        ),
        (
            "2012-11-28",
            "It was seen in 1998 at the earliest stage.",
            {"1998": "1998"},
        ),
        (
            "2012-11-28",
            "A vote will be held in June at the earliest, he said.",
            {"June": "2013-06/.."},
        ),
        (
            "2012-11-28",
            "A vote will be held on Monday at the latest.",
            {"Monday": "../2012-12-03"},
        ),
        (
            "2012-11-28",
            "They will sail on 5 December at the very earliest and return in a week.",
            {"5 December": "2012-12-05/.."},
        ),
        (
            "2012-11-28",
            "The hall will open at the latest in March 2013.",
            {"March 2013": "../2013-03"},
        ),
        (
            "2012-11-28",
            "The ship sank at the earliest in 1640.",
            {"1640": "1640/.."},
        ),
        (
            "2012-11-28",
            "Pay will come by Friday at the latest.",
            {"by Friday": "../2012-11-30"},
        ),
    ],
    "from now": [
        (
            "2014-11-12",
            "If they ask me a year from now, I will go.",
            {"a year from now": "2015"},
        ),
        (
            "2014-11-12",
            "If there is a seat in a year from now, I will take it.",
            {"a year from now": "2015"},
        ),
        (
            "2014-11-12",
            "Two weeks from now the shop will close.",
            {"Two weeks from now": "2014-11-24/2014-11-30"},
        ),
        (
            "2014-11-12",
            "Three months from today the shop will close.",
            {"Three months from today": "2015-02-12"},
        ),
        (
            "2014-11-12",
            "In two days from now the shop will close.",
            {"two days from now": "2014-11-14"},
        ),
        (
            "2014-11-12",
            "A month from now nobody will care.",
            {"A month from now": "2014-12"},
        ),
        (
            "2014-11-12",
            "A week from today nobody will care.",
            {"A week from today": "2014-11-19"},
        ),
        (
            "2014-11-12",
            "A week from tomorrow nobody will care.",
            {"A week from tomorrow": "2014-11-20"},
        ),
        (
            "2014-11-12",
            "We will know more a year from now.",
            {"a year from now": "2015"},
        ),
        (
            "2014-11-12",
            "A month from today the shop will close.",
            {"A month from today": "2014-12-12"},
        ),
    ],
    "back to a year": [
        (
            "2015-09-16",
            "If you look at rents and go back to 2000, it was bound to slow.",
            {"2000": "2000"},
        ),
        (
            "2015-09-16",
            "The chapel dates back to 1650.",
            {"1650": "1650"},
        ),
        (
            "2015-09-16",
            "Her records go back to 1999.",
            {"1999": "1999"},
        ),
        (
            "2015-09-16",
            "The feud goes back to 1850, he said.",
            {"1850": "1850"},
        ),
        (
            "2015-09-16",
            "Cast your mind back to 1999.",
            {"1999": "1999"},
        ),
        (
            "2015-09-16",
            "Think back to 1999.",
            {"1999": "1999"},
        ),
        (
            "2015-09-16",
            "Turn the clock back to 1950, please.",
            {"1950": "1950"},
        ),
        (
            "2015-09-16",
            "Profits are back to 2007 levels.",
            {"2007": "2007"},
        ),
    ],
    "years of either era": [
        (
            "2012-11-28",
            "The town fell in AD 9.",
            {"AD 9": "0009"},
        ),
        (
            "2012-11-28",
            "The temple fell in AD 70.",
            {"AD 70": "0070"},
        ),
        (
            "2012-11-28",
            "The temple fell in 70 AD.",
            {"70 AD": "0070"},
        ),
    ],
    "fiscal years of two figures": [
        (
            "2016-09-21",
            "The firm expects more in fiscal year 17.",
            {"fiscal year 17": "2017"},
        ),
        (
            "2016-09-21",
            "The firm expects more in fiscal 17.",
            {"fiscal 17": "2017"},
        ),
        (
            "2016-09-21",
            "The firm expects more in financial year 17.",
            {"financial year 17": "2017"},
        ),
        (
            "2016-09-21",
            "The firm expects more in FY17.",
            {"FY17": "2017"},
        ),
        (
            "2016-09-21",
            "The firm expects more in fiscal 2017.",
            {"fiscal 2017": "2017"},
        ),
        (
            "2016-09-21",
            "The firm expects more in fiscal year '17.",
            {"fiscal year '17": "2017"},
        ),
        (
            "2016-09-21",
            "In fiscal year 2017 17 firms will fail.",
            {"fiscal year 2017": "2017"},
        ),
        (
            "2016-09-21",
            "Sales in fiscal 15 rose by a tenth.",
            {"fiscal 15": "2015"},
        ),
        (
            "2016-09-21",
            "The loss in fiscal year 09 was small.",
            {"fiscal year 09": "2009"},
        ),
        (
            "2016-09-21",
            "It will pay $3 in fiscal 18, up from $2 in fiscal 17.",
            {"fiscal 18": "2018", "fiscal 17": "2017"},
        ),
    ],
    "what ends on a date": [
        (
            "2015-09-16",
            "In the quarter that ended Aug. 31, the firm earned $692 million.",
            {"the quarter": "2015-06/2015-08"},
        ),
        (
            "2015-09-16",
            "For the three months ended June 30 profit fell.",
            {"three months": "2015-04/2015-06"},
        ),
        (
            "2015-09-16",
            "Profit fell in the six months to June 30.",
            {"six months": "2015-01/2015-06"},
        ),
        (
            "2015-09-16",
            "In the year that ended on March 31 the firm lost money.",
            {"the year": "2014-04/2015-03"},
        ),
        (
            "2015-09-16",
            "In the quarter ended Aug. 31, the firm earned $692 million.",
            {"the quarter": "2015-06/2015-08"},
        ),
        (
            "2015-09-16",
            "In the year to March 31 the firm lost money.",
            {"the year": "2014-04/2015-03"},
        ),
        (
            "2015-09-16",
            "In its fiscal first quarter, which ended Aug. 31, the firm earned $6 million.",
            {"Aug. 31": "2015-08-31"},
        ),
        (
            "2015-09-16",
            "For the quarter which ended June 30, 2014, the firm paid $3.",
            {"the quarter": "2014-04/2014-06"},
        ),
        (
            "2015-09-16",
            "In the three months ending March 31, the firm earned.",
            {"three months": "2015-01/2015-03"},
        ),
        (
            "2015-09-16",
            "Joblessness fell in the three months to July.",
            {"three months": "2015-05/2015-07"},
        ),
        (
            "2015-09-16",
            "For the nine months ended June 30, 2014, it lost $3 million.",
            {"nine months": "2013-10/2014-06"},
        ),
        (
            "2015-09-16",
            "The talks will take two months to July.",
            {"July": "2016-07"},
        ),
        (
            "2015-09-16",
            "There are just three months to December 31.",
            {"December 31": "2015-12-31"},
        ),
        (
            "2015-09-16",
            "For the fiscal year ended June 30, it made $3 million.",
            {"the fiscal year": "2014-07/2015-06"},
        ),
        (
            "2015-09-16",
            "In the year to March rents rose.",
            {"the year": "2014-04/2015-03"},
        ),
        (
            "2015-09-16",
            "Profit for its fiscal first quarter, ended Aug. 31, was $2.",
            {"fiscal first quarter": "2015-06/2015-08"},
        ),
        (
            "2015-09-16",
            "In the year that ended in June, it made $3 million.",
            {"the year": "2014-07/2015-06"},
        ),
        (
            "2015-09-16",
            "The strike of the year ended on March 15.",
            {"March 15": "2015-03-15"},
        ),
        (
            "2015-09-16",
            "In the quarter ended Oct. 3, 2014 it made $3.",
            {"the quarter": "2014-07/2014-09"},
        ),
        (
            "2015-09-16",
            "In the quarter which ended June 30, 2014 it made $3.",
            {"the quarter": "2014-04/2014-06"},
        ),
        (
            "2015-09-16",
            "In the quarter that ended Aug. 31, the firm earned $6. Its shares rose 3 percent "
            "in the latest quarter.",
            {"the quarter": "2015-06/2015-08", "the latest quarter": "2015-06/2015-08"},
        ),
        (
            "2015-09-16",
            "Profit for its fiscal first quarter, ended Aug. 31, was $2. Costs fell in the "
            "quarter.",
            {"fiscal first quarter": "2015-06/2015-08", "the quarter": "2015-06/2015-08"},
        ),
    ],
    "days of sales": [
        (
            "2012-11-26",
            "Workers want a rise on Black Friday.",
            {"Black Friday": "2012-11-23"},
        ),
        (
            "2012-11-20",
            "Shops will open at dawn on Black Friday.",
            {"Black Friday": "2012-11-23"},
        ),
        (
            "2012-11-27",
            "Sales rose on Cyber Monday.",
            {"Cyber Monday": "2012-11-26"},
        ),
        (
            "2012-11-20",
            "The sale will last until Cyber Monday.",
            {"until Cyber Monday": "../2012-11-26"},
        ),
        (
            "2013-03-20",
            "Sales fell on Black Friday.",
            {"Black Friday": "2012-11-23"},
        ),
        (
            "2013-03-20",
            "Sales fell on Black Friday 2011.",
            {"Black Friday 2011": "2011-11-25"},
        ),
        (
            "2013-03-20",
            "Gold fell in New York on Black Friday, 24 September 1869.",
            {"Black Friday, 24 September 1869": "1869-09-24"},
        ),
        (
            "2013-03-20",
            "The crash of Black Friday in 1869.",
            {"Black Friday": "1869"},
        ),
        (
            "2012-12-20",
            "Sales fell last Black Friday.",
            {"last Black Friday": "2012-11-23"},
        ),
        (
            "2012-10-20",
            "The mall will open at five on this Black Friday.",
            {"this Black Friday": "2012-11-23"},
        ),
        (
            "2012-11-22",
            "Stores will cut prices on Black Friday and Cyber Monday.",
            {"Black Friday": "2012-11-23", "Cyber Monday": "2012-11-26"},
        ),
        (
            "2012-11-28",
            "Online orders on Cyber Monday beat those of Black Friday.",
            {"Cyber Monday": "2012-11-26", "Black Friday": "2012-11-23"},
        ),
        (
            "2016-12-01",
            "On Black Friday 2012 he bought a saw.",
            {"Black Friday 2012": "2012-11-23"},
        ),
        (
            "2016-12-01",
            "In 1869 gold fell. Black Friday ruined Gould.",
            {"1869": "1869"},
        ),
    ],
    "weekdays with their date in brackets": [
        (
            "2014-11-12",
            "Since yesterday morning (August 31 2014) the vent has smoked.",
            {"Since yesterday morning": "2014-08-31/..", "August 31 2014": "2014-08-31"},
        ),
        (
            "2014-11-12",
            "The school reopened on Monday (September 1), after the holidays.",
            {"Monday": "2014-09-01", "September 1": "2014-09-01"},
        ),
        (
            "2014-11-12",
            "The pool shut on Wednesday (5 June 2013).",
            {"Wednesday": "2013-06-05", "5 June 2013": "2013-06-05"},
        ),
        (
            "2014-11-12",
            "The choir sang yesterday (31 August 2014) in the nave.",
            {"yesterday": "2014-08-31", "31 August 2014": "2014-08-31"},
        ),
        (
            "2014-11-12",
            "The choir sang last night (1 November) in the nave.",
            {"last night": "2014-11-01", "1 November": "2014-11-01"},
        ),
        (
            "2014-11-12",
            "The race is tomorrow (20 November).",
            {"tomorrow": "2014-11-20", "20 November": "2014-11-20"},
        ),
        (
            "2014-11-12",
            "The race is on Sunday (30 November).",
            {"Sunday": "2014-11-30", "30 November": "2014-11-30"},
        ),
        (
            "2014-11-12",
            "The clerk left on Monday (her sister on September 2).",
            {"Monday": "2014-11-10", "September 2": "2014-09-02"},
        ),
        (
            "2014-11-12",
            "The clerk left on Monday (September 2).",
            {"Monday": "2014-11-10"},
        ),
        (
            "2014-11-12",
            "The shop opens on Thursday (it was shut until May 4).",
            {"Thursday": "2014-11-13", "until May 4": "../2014-05-04"},
        ),
        (
            "2014-11-12",
            "The choir sang Sunday night (7 September).",
            {"Sunday night": "2014-09-07", "7 September": "2014-09-07"},
        ),
        (
            "2014-11-12",
            "The vote is on Sunday (1 February).",
            {"Sunday": "2015-02-01", "1 February": "2015-02-01"},
        ),
        (
            "2014-11-12",
            "The bus ran late Monday (Sept. 1) and Tuesday (Sept. 2).",
            {
                "Monday": "2014-09-01",
                "Sept. 1": "2014-09-01",
                "Tuesday": "2014-09-02",
                "Sept. 2": "2014-09-02",
            },
        ),
    ],
    "years of names": [
        (
            "2012-11-28",
            "From the beginning of 1956, the union sought entry to the league (est. 1951) and "
            "by autumn it was a member.",
            {"the beginning of 1956": "1956", "1951": "1951", "by autumn": "../1956-11~"},
        ),
        (
            "2012-11-28",
            "In 1956 the club joined the league (founded 1951) and in June it won the cup.",
            {"1956": "1956", "1951": "1951", "June": "1956-06"},
        ),
        (
            "2012-11-28",
            "In May 1956 the club played Ada Crow (born 1931) and in June it won the cup.",
            {"May 1956": "1956-05", "1931": "1931", "June": "1956-06"},
        ),
        (
            "2012-11-28",
            "In 1956 the club joined the league (1951) and in autumn it won.",
            {"1956": "1956", "1951": "1951", "autumn": "1956-09~/1956-11~"},
        ),
        (
            "2012-11-28",
            "In 1956 the club hired Ada Crow (b. 1931). In June it won the cup.",
            {"1956": "1956", "1931": "1931", "June": "1956-06"},
        ),
        (
            "2012-11-28",
            "In 1956 the club met its friends (as it had in 1951).",
            {"1956": "1956", "1951": "1951"},
        ),
        (
            "2012-11-28",
            "In 1956 the club hired the keeper Ada Crow (b. 1931), and in July she won the cup.",
            {"1956": "1956", "1931": "1931", "July": "1956-07"},
        ),
        (
            "2012-11-28",
            "In May 1990 the choir sang with the Alma Band (formed 1979) and in November it "
            "toured.",
            {"May 1990": "1990-05", "1979": "1979", "November": "1990-11"},
        ),
        (
            "2012-11-28",
            "In 1990 the firm bought Orion (founded in 1979); a year later it sold it.",
            {"1990": "1990", "1979": "1979"},
        ),
        (
            "2012-11-28",
            "The league (est. 1951) grew, and in June it met.",
            {"1951": "1951"},
        ),
        (
            "2012-11-28",
            "In 1990 the firm bought Orion (1979). By March it had sold it.",
            {"1990": "1990", "1979": "1979", "By March": "../1990-03"},
        ),
    ],
    "months that own an event": [
        (
            "2016-09-21",
            "He finished a lowly sixth at March's World Championships.",
            {"March": "2016-03"},
        ),
        (
            "2014-11-12",
            "It is his first trip since winning May's election.",
            {"May": "2014-05"},
        ),
        (
            "2014-11-12",
            "She limped through May's marathon in Riga.",
            {"May": "2014-05"},
        ),
        (
            "2014-11-12",
            "He is training for March's marathon in Riga.",
            {"March": "2015-03"},
        ),
        (
            "2014-11-12",
            "She will skip May's regatta.",
            {"May": "2015-05"},
        ),
        (
            "2014-11-12",
            "After August's flood the bridge was closed.",
            {"August": "2014-08"},
        ),
        (
            "2016-09-21",
            "He came third at May's regatta in Riga.",
            {"May": "2016-05"},
        ),
        (
            "2016-09-21",
            "The squad is weaker than at March's European Cup.",
            {"March": "2016-03"},
        ),
        (
            "2016-09-21",
            "The loser of May's vote has left.",
            {"May": "2016-05"},
        ),
        (
            "2016-09-21",
            "Support for March's budget is thin.",
            {"March": "2017-03"},
        ),
        (
            "2016-09-21",
            "The bank will decide before March's meeting.",
            {"March": "2017-03"},
        ),
        (
            "2016-09-21",
            "Her record at May's Olympic trials stands.",
            {"May": "2016-05"},
        ),
        (
            "2016-09-21",
            "He is the best known of them since beating her at June's open in Rome.",
            {"June": "2016-06"},
        ),
        (
            "2016-09-21",
            "He will rest after running in March's race.",
            {"March": "2017-03"},
        ),
    ],
    "a year behind its month": [
        (
            "2012-11-28",
            "The tale came out in the November issue of the review in 1954.",
            {"November": "1954-11", "1954": "1954"},
        ),
        (
            "2012-11-28",
            "The first plan was shown in the May number of the journal in 1961.",
            {"May": "1961-05", "1961": "1961"},
        ),
        (
            "2012-11-28",
            "He sang at the March gala of the house in 1987.",
            {"March": "1987-03", "1987": "1987"},
        ),
        (
            "2012-11-28",
            "It was raised in April by the council in 1904.",
            {"April": "1904-04", "1904": "1904"},
        ),
        (
            "2012-11-28",
            "He spoke in May, and in 1999 he left.",
            {"May": "2012-05", "1999": "1999"},
        ),
        (
            "2012-11-28",
            "In May he said that he was born in 1954.",
            {"May": "2012-05", "1954": "1954"},
        ),
        (
            "2012-11-28",
            "She died in May in a house built in 1954.",
            {"May": "2012-05", "1954": "1954"},
        ),
        (
            "2012-11-28",
            "He said in May the firm was sold in 1999.",
            {"May": "2012-05", "1999": "1999"},
        ),
        (
            "2012-11-28",
            "He was tried in March for a murder in 1994.",
            {"March": "2012-03", "1994": "1994"},
        ),
        (
            "2012-11-28",
            "He was convicted in March of crimes in 1994.",
            {"March": "2012-03", "1994": "1994"},
        ),
        (
            "2012-11-28",
            "They met at the June anniversary of the massacre in 1994.",
            {"June": "2012-06", "1994": "1994"},
        ),
        (
            "2012-11-28",
            "Exports rose in May from the level in 2011.",
            {"May": "2012-05", "2011": "2011"},
        ),
        (
            "2012-11-28",
            "In May the head of the firm in 1999 spoke.",
            {"May": "2012-05", "1999": "1999"},
        ),
        (
            "2012-11-28",
            "He wrote the May report on arms in 2010.",
            {"May": "2012-05", "2010": "2010"},
        ),
        (
            "2012-11-28",
            "The tune was first sung in the April play of the guild in Leeds in 1931.",
            {"April": "1931-04", "1931": "1931"},
        ),
        (
            "2012-11-28",
            "Her first poem was printed in May by the parish in 1961.",
            {"May": "1961-05", "1961": "1961"},
        ),
        (
            "2012-11-28",
            "The plan will be in the March issue of the review in 2013.",
            {"March": "2013-03", "2013": "2013"},
        ),
    ],
}
# Publication, and a text that tells no date.
NO_DATES = [
    ("2015-09-16", "During that period May to his credit won two seats."),
    ("2015-09-16", "In that season may to my mind be the best."),
    ("2014-11-12", "He came to think of the year earlier than that as lost."),
    ("2014-11-12", "Ten years from now nobody will care."),
    ("2014-11-12", "A few years from now nobody will care."),
    ("2014-11-12", "An hour from now nobody will care."),
    ("2014-11-12", "The shop is two minutes from the square."),
    ("2015-09-16", "He pulled the car back to 1500 revolutions."),
    ("2015-09-16", "The lift went back to 1200 feet."),
    ("2015-09-16", "The count went back to 2000, then 1900."),
    ("2015-09-16", "The index fell back to 2000 points."),
    ("2015-09-16", "The index fell back to 2000."),
    ("2012-11-28", "He lives in Vancouver, BC, and 25 BC players came."),
    ("2016-09-21", "The firm has 3 fiscal 17 legal posts."),
    ("2016-09-21", "In the fiscal year 17 people left."),
    ("2016-09-21", "Over the financial year 17 firms failed."),
    ("2014-11-12", "Theresa May's speech was long."),
    ("2014-11-12", "He praised May's courage."),
    ("2016-11-16", "She cried in the first five months and slept in the next ten."),
    ("2016-11-16", "In the first three quarters the Bulls led by nine."),
    ("2014-11-12", "She began the day earlier than the others."),
    ("2014-11-12", "A decade from now it will be gone."),
    ("2014-11-12", "A hundred years from now it will be gone."),
    ("2014-11-12", "Where will you be two years from now?"),
    ("2014-11-12", "Far from now."),
    ("2016-09-21", "Fiscal 3 was a bad number."),
    ("2016-09-21", "It has fiscal 20 percent goals."),
    ("2015-09-16", "He told them of the year that ended the war."),
    ("2012-11-26", "The Black Friday massacre in Tehran is not forgotten."),
    ("2012-11-26", "Sheffield Wednesday won."),
    ("2016-12-01", "Every Black Friday they queue."),
    ("2016-09-21", "He is at March's house."),
    ("2016-09-21", "I met May's daughter at May's."),
    ("2016-09-21", "It happened at May's World of Flowers."),
    ("2016-09-21", "Ms May's election win was small."),
    ("2016-09-21", "Since Theresa May's election, little was done."),
]
# TIMEX3 has no value for five months: what annotators write is their year, or a length.
TIMEXES = [
    ("In the first five months of 2016 rents rose.", ["2016"]),
    (
        "In the first five months of 2016 rents rose more than in the same period of 2015.",
        ["2016", "2015"],
    ),
    ("Rents rose in the first ten months of last year.", ["P10M", "2015"]),
    ("Rents fell in the final three months of 2015.", ["2015-Q4"]),
    ("In the quarter that ended Aug. 31, the firm earned $692 million.", ["P1Q", "2016-08-31"]),
    ("They ruled from 1947 up to 1975.", ["1947", "1975"]),
    ("It was built in 25 BC and fell in AD 9.", ["BC0025", "0009"]),
]


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str]) -> None:
    assert dates_told(text, published, expected) == expected


@pytest.mark.parametrize(("published", "text"), NO_DATES)
def test_no_date_is_read(published: str, text: str) -> None:
    assert [item.text for item in extract(text, parse(published)) if item.date] == []


@pytest.mark.parametrize(("text", "values"), TIMEXES)
def test_annotations_name_what_they_can(text: str, values: list[str]) -> None:
    assert [timex.value for timex in timexes(text, parse("2016-11-16"))] == values
