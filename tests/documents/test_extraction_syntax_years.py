"""Years that a sentence gives its other dates by its syntax, whatever lies near publication."""

from __future__ import annotations

import pytest

from .dates_told import values_told

# Wednesday.
PUBLISHED = "2015-06-17"
CASES = {
    "when it was": (
        "The airfield was last used in 2006, when a plane came down there on July 30 and another "
        "in October.",
        ["2006", "2006-07-30", "2006-10"],
    ),
    "when, after a month": (
        "All was quiet until April 2012, when five days of looting, 2-6 April, left ninety dead.",
        ["2012-04", "2012-04-02", "2012-04-06"],
    ),
    "no longer when": (
        "A clerk, injured in May 1997 when a wall fell, died in April.",
        ["1997-05", "2015-04"],
    ),
    "counted from": (
        "It was fined in June 2006, a year and a half after raids in January 2005. It appealed "
        "that September. The club was sold in May 1999, three years after the fire of August 1996. "
        "The following spring it moved.",
        ["2006-06", "2005-01", "2006-09", "1999-05", "1996-08", "2000-SP"],
    ),
    "when it will be": (
        "It will be sold in 2016, when the lease ends in May.",
        ["2016", "2016-05"],
    ),
    "lasting": (
        "The strait was closed in 1998, from August 7 until the following January, and the pool "
        "stood empty in 2011, from 3 February to 9 March.",
        ["1998", "1998-08-07", "1999-01", "2011", "2011-02-03", "2011-03-09"],
    ),
    "between": (
        "The theatre was shut in 2003, between May 4 and June 9.",
        ["2003", "2003-05-04", "2003-06-09"],
    ),
    "held": (
        "The 2003 census, taken in May, was annulled. The 2009 by-election, held on 4 June, was "
        "calm. The talks of 1999, spread over May and June, led nowhere.",
        ["2003", "2003-05", "2009", "2009-06-04", "1999", "1999-05", "1999-06"],
    ),
    "amended": (
        "The 2008 law, amended in May, is strict.",
        ["2008", "2015-05"],
    ),
    "one done after another": (
        "He was hired in March 2008, promoted in October and finally sacked in January.",
        ["2008-03", "2008-10", "2009-01"],
    ),
    "had been done": (
        "Orr took the oath on Saturday. He had been charged in May 2010, tried in November and "
        "pardoned only two years ago.",
        ["2015-06-13", "2010-05", "2010-11", "2013"],
    ),
    "done by one who was born": (
        "The oldest of them, born in June 1911, voted in April.",
        ["1911-06", "2015-04"],
    ),
    "after what had been": (
        "She resigned in December 2003 after a stroke suffered in October. The mill closed on 3 "
        "March 2012 after a boiler burst on 28 February. It was sold in June 2009 after its owner "
        "died in November.",
        ["2003-12", "2003-10", "2012-03-03", "2012-02-28", "2009-06", "2008-11"],
    ),
    "before what came": (
        "He fled in May 2010 before a court sentenced him in July, and again in November 2012 "
        "before troops came in February.",
        ["2010-05", "2010-07", "2012-11", "2013-02"],
    ),
    "years ago": (
        "Fifteen years ago we stood on a square, from September 16 until October 4. Ten years ago "
        "he was jailed, on May 4. She left the firm three years ago, in April.",
        ["2000", "2000-09-16", "2000-10-04", "2005", "2005-05-04", "2012", "2012-04"],
    ),
    "years ago, of another clause": (
        "The man who came two years ago left in May. Two years ago she hired a cook, who fell ill "
        "in April.",
        ["2013", "2015-05", "2013", "2015-04"],
    ),
    "in the season of the sentence": (
        "In May 1988 it rained. The following autumn his knee went, on October 30. In the summer "
        "of 1990 they met, in July. In the autumn of 2001 he wed; on 3 May she had fled.",
        ["1988-05", "1988-FA", "1988-10-30", "1990-SU", "1990-07", "2001-FA", "2001-05-03"],
    ),
    "that November 9": (
        "A pact was signed on Sept. 28, 1995. Work went on despite the murder of Aldo that "
        "November 9. She wed Ann that December 3, and left.",
        ["1995-09-28", "1995-11-09", "1995-12-03"],
    ),
    "that, of a report": (
        "She said that May 3 was a mistake. It is clear that May 4, a Monday, was none.",
        ["2015-05-03", "2015-05-04"],
    ),
    "in October she, behind a semicolon": (
        "In the 2000s she returned to houses, as is known. She fell ill in August 2012; in October "
        "she was at work. A show is to open. He fled in May 2012; by September he was back. The "
        "mill is old. It was sold in February 2011, and in April it burned.",
        ["200", "2012-08", "2012-10", "2012-05", "2012-09", "2011-02", "2011-04"],
    ),
    "in September he, to come": (
        "He was hired in May 2014, and in September he will retire.",
        ["2014-05", "2015-09"],
    ),
    "in brackets": (
        "It was nationalised in 1948 (17 March) and sold in 1997 (June).",
        ["1948", "1948-03-17", "1997", "1997-06"],
    ),
    "postponed from": (
        "The vote of March 2014, postponed from November, was calm. The fair held on 5 May 2011, "
        "delayed from September, was not.",
        ["2014-03", "2013-11", "2011-05-05", "2010-09"],
    ),
    "lost the vote": (
        "A strike in February 1996 broke the coalition. She lost the October election.",
        ["1996-02", "1996-10"],
    ),
    "what had been does not lead": (
        "It opened on 23 June 1856 after an earlier plan had failed in 1845. Work on a branch "
        "began the following spring.",
        ["1856-06-23", "1845", "1857-SP"],
    ),
    "a participle first": (
        "Founded on 9 May 1902 after a first house had burned down in 1897, the club was poor. "
        "It moved the following year.",
        ["1902-05-09", "1897", "1903"],
    ),
    "years that are corrected": (
        "The line will open in 2018 rather than 2017. It cost 1900 dollars rather than 1700.",
        ["2018", "2017"],
    ),
    "round years of what is named by them": (
        "The 2000 census and the 2000 elections were hers. The 2000 ships were his.",
        ["2000", "2000"],
    ),
    "renewed every year since": (
        "The mandate, agreed in August 2008 and renewed every year since, expires on September 14.",
        ["2008-08", "2015-09-14"],
    ),
    "days of a month just told": (
        "Troops fired on a crowd in March 2011. Groups say 180 people were killed on March 17 and "
        "18, and a curfew was imposed on March 19.",
        ["2011-03", "2011-03-17", "2011-03-18", "2011-03-19"],
    ),
    "days of a month just told by the way": (
        "He reopened the case of a nurse who vanished in November 1987. Her car was found on "
        "November 19.",
        ["1987-11", "1987-11-19"],
    ),
    "no longer days of the month told": (
        "The law was signed in May 2012. A court struck it down on May 28. The lease has run since "
        "March 2004. Opponents walked out on March 9. The bank, founded in July 2012, has lost "
        "money. It closed a branch on July 30.",
        ["2012-05", "2015-05-28", "2004-03", "2015-03-09", "2012-07", "XXXX-07-30"],
    ),
    "months that go on at the head of a sentence": (
        "Ten years ago it was nearly ruined. It closed its plant in March 2005. In August the "
        "workers went to court, and in October they won. Today it thrives.",
        ["2005", "2005-03", "2005-08", "2005-10", "2015-06-17"],
    ),
    "a month nearly a year on is a step back": (
        "The siege began on August 23, 1958, and ended in November 1958. On September 7 a convoy "
        "came through.",
        ["1958-08-23", "1958-11", "1958-09-07"],
    ),
    "no month before the year that it goes on from": (
        "He was first elected in November 1999. He was reelected in 2003 and said in September "
        "that it was the last time.",
        ["1999-11", "2003", "2003-09"],
    ),
    "by when it had been": (
        "He became chairman in January 1994. By June he had sold two plants. In September he "
        "merged the rest with a rival.",
        ["1994-01", "1994-06", "1994-09"],
    ),
    "recurring all the same": (
        "The fair opens every year on September 14.",
        ["XXXX-09-14"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_years(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
