"""What is told of figures: months with a noun, ends of months, "this year and next", compared."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Wednesday.
PUBLISHED = "2014-05-14"
CASES = {
    "a March interview": (
        "In a March interview he denied it. A March hearing was told so. An early March poll gave "
        "him 40 percent. A late-June vote is likely.",
        {"March": "2014-03", "early March": "2014-03", "late-June": "2014-06"},
    ),
    "its March meeting": (
        "At its March meeting the bank held rates. Their March wedding was off.",
        {"March": "2014-03"},
    ),
    "figures of March": (
        "U.S. March retail sales fell. The latest March figures were good. Polish March inflation "
        "was 2 percent. Yields rose after the March U.S. payrolls report.",
        {"March": "2014-03"},
    ),
    "March as a subject": (
        "March was the warmest month. March saw 400 cases.",
        {"March": "2014-03"},
    ),
    "whose": (
        "February's gain was small. March's was smaller. May's figures will be out in June.",
        {"February": "2014-02", "March": "2014-03", "May": "2014-05"},
    ),
    "names and other words": (
        "Theresa May said so. May told them. Minister May faces a vote. May's cabinet met. "
        "The Long March ended. The March of Dimes gave. He said May was wrong.",
        {"May": "None", "March": "None"},
    ),
    "futures": (
        "July futures rose. September delivery gained 3 cents, and the December contract fell. "
        "U.S. crude for June gained 85 cents.",
        {"July": "2014-07", "September": "2014-09", "December": "2014-12", "June": "2014-06"},
    ),
    "the June quarter": (
        "Sales fell in the March quarter. They had risen in the September quarter of 2012.",
        {"the March quarter": "2014-01/2014-03",
         "the September quarter of 2012": "2012-07/2012-09"},
    ),
    "a quarter of a business": (
        "Sales fell in the August quarter.",
        {"August": "2013-08", "the August quarter": "None"},
    ),
    "from month to month": (
        "In the January-March quarter output fell. Jan-May output rose. In Dec., it had fallen. "
        "In Jan 2013 it rose.",
        {"the January-March quarter": "2014-01/2014-03", "Jan 2013": "2013-01", "Dec.": "2013-12",
         "Jan-May": "2014-01/2014-05"},
    ),
    "the quarter that ended": (
        "In the quarter that ended March 31 sales fell. The year that ended was bad.",
        {"the quarter": "2014-01/2014-03"},
    ),
    "codes": (
        "In 4Q it rose. Output in 1H 2013 was good.",
        {"4Q": "2013-10/2013-12", "1H 2013": "2013-01/2013-06"},
    ),
    "ends of months and years": (
        "Reserves stood at 3 billion at end-2012. At end-March they were 4; they will be 5 by "
        "end-June and 6 by end-year.",
        {"end-2012": "2012", "end-March": "2014-03", "by end-June": "../2014-06",
         "by end-year": "../2014"},
    ),
    "middles of years": (
        "By mid-year it will rise. It fell in midsummer 2012 and in midwinter 2010.",
        {"by mid-year": "None", "midsummer 2012": "2012-06~/2012-08~",
         "midwinter 2010": "2010-12~/2011-02~"},
    ),
    "this year and next": (
        "The budget will be cut this year and next.",
        {"this year": "2014", "next": "2015"},
    ),
    "two figures": (
        "Growth of 2 percent is seen this year, and 3 percent next.",
        {"this year": "2014", "next": "2015"},
    ),
    "than last": (
        "Trade fell more this month than last.",
        {"this month": "2014-05", "last": "2014-04"},
    ),
    "no time": (
        "She came last. What comes next? He saw her this week and came last.",
        {"last": "None", "next": "None"},
    ),
    "compared with a year before": (
        "Sales rose 4 percent from a year earlier.",
        {"a year earlier": "2013"},
    ),
    "compared with what was told": (
        "Sales in 2011 were 4 percent higher than a year earlier.",
        {"a year earlier": "2010"},
    ),
    "the same part a year ago": (
        "Sales fell in February from the same month a year ago. In the fourth quarter profit fell "
        "from the same quarter a year earlier. It was half that in the corresponding period a year "
        "before. In the same week a month ago it fell.",
        {"the same month a year ago": "2013-02",
         "the same quarter a year earlier": "2012-10/2012-12",
         "the corresponding period a year before": "2012-10/2012-12",
         "a month ago": "2014-04"},
    ),
    "only compared": (
        "In December, exports were 3 percent lower than in December 2012. In January they rose.",
        {"December": "2013-12", "December 2012": "2012-12", "January": "2014-01"},
    ),
    "weeks of markets": (
        "The index ended the week lower. It lost 3 percent for the month.",
        {"the week": "2014-05-12/2014-05-18", "the month": "2014-05"},
    ),
    "another week": (
        "For the week to come he had no plans. The week was long.",
        {"the week": "None"},
    ),
    "the last quarter": (
        "Sales fell in the last quarter. Profit will rise in the next quarter.",
        {"the last quarter": "2014-01/2014-03", "the next quarter": "2014-07/2014-09"},
    ),
    "the comparable quarter, told in another paragraph": (
        "The first quarter was good.\n\nSales came to 19 million, against 17 in the comparable "
        "quarter of 2012.",
        {"the comparable quarter of 2012": "2012-01/2012-03"},
    ),
    "over years": (
        "Over 2005-12 output doubled. Over 2005 men came.",
        {"2005-12": "2005/2012", "2005": "None"},
    ),
    "at year's end": (
        "Police opened 31 cases in 2012; at year's end 12 were pending.",
        {"year's end": "2012"},
    ),
    "by year's end": (
        "Accession, which began in 1996, could be concluded by year's end.",
        {"by year's end": "../2014"},
    ),
    "a code": ("Dial in and enter code 2013 or PIN 1999.", {"2013": "None", "1999": "None"}),
    "quarters of the year just told": (
        "2013 was a hard year. Fog kept ships in port in the second quarter. In 2012 the mill lost "
        "money. It closed two lines in the first half.",
        {"the second quarter": "2013-04/2013-06", "the first half": "2012-01/2012-06"},
    ),
    "figures beside their noun": (
        "The rate will stay until unemployment, at 8.1 percent in March, falls. The index, 49.1 in "
        "February against 50.4 in January, points to a slump. Sales, up 3 percent in April, slow.",
        {"March": "2014-03", "February": "2014-02", "January": "2014-01", "April": "2014-04"},
    ),
    "figures in a list of what will be": (
        "Prices will rise 2 percent in June, 2.5 percent in July and 3 percent in September.",
        {"June": "2014-06", "July": "2014-07", "September": "2014-09"},
    ),
    "those of the first": (
        "Margins in the third quarter are to match those of the first.",
        {"the first": "2014-01/2014-03"},
    ),
    "one of the first": (
        "In the second quarter he was one of the first.",
        {"the first": "None"},
    ),
    "quarters of news": (
        "Sales fell in March, it said on Monday. In the first quarter they rose.",
        {"the first quarter": "2014-01/2014-03"},
    ),
    "quarters of now": (
        "The bakery was founded in 1952. Profit doubled in the first quarter.",
        {"the first quarter": "2014-01/2014-03"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_figures(text: str, expected: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, expected) == expected


def test_a_quarter_goes_on_from_a_story_and_so_does_what_it_had_not_reached() -> None:
    text = (
        "The second stage, due in January 2006, was delayed by a strike that began on 9 December "
        "and was over only in March. Traffic fell in the first quarter, and had not recovered by "
        "the autumn."
    )
    expected = {"the first quarter": "2006-01/2006-03", "by the autumn": "../2006-11~"}
    assert dates_told(text, "2008-08-21", expected) == expected
