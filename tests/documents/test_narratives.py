"""Longer samples: what a history, a biography and a news text mean by dates without a year."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

HEADED_WAR = """\
1936

On 17 July the garrison rose, and by the next morning the rising had spread to the mainland. In
September the council met; on 1 October a new head of state was named.

1937

In February the fighting moved to the river. On 26 April bombers destroyed the town; the port
fell in June. That same month, a second front was opened.

1938

A counter-offensive in March reached the sea on 15 April. The battle lasted from July to
November. On 23 December the army crossed the border.

1939

The city fell on 26 January. On 28 March, troops entered the capital.
"""

RECENT_WAR = """\
2003: Invasion

The invasion began on March 20. Baghdad fell on April 9. In August a bomb destroyed the mission.

2004: The revolt grows

In March four drivers were killed. The siege began on April 4, 2004. In November came the
second. As of October 31, 2007, more than 4,000 had died.

2005: Elections

On January 31 voters chose an assembly. Elections were held on December 15, 2005.

2008

On March 25, the army moved on the port. Parliament ratified the pact in November. The following
month, the mandate was extended to the end of 2011.
"""

PHASES = """\
Siege of the coast (1912-1913)

The blockade began in October. In January the fleet withdrew.

The second war (1913)

On 29 June the allies fell out. A treaty of 10 August 1913 ended it.
"""

ANCIENT = """\
The city was founded around 753 BC. In 264 BC the consuls crossed with 200 ships, and in
the following year the king made peace. In 260, a fleet of 100 galleys and 20 smaller vessels won;
from 150 galleys it grew to 300 ships. The war dragged on until 241.

In the spring of 218 BC, the army marched; it crossed the mountains in the autumn and won in
December. On 2 August 216 BC some 50,000 fell. The next year an alliance was made.
"""

BIOGRAPHY = """\
Marta Lind was born on 12 May 1871, the third of seven children. In 1889, she moved to
Dorpat, and two years later she married. A son was born in March 1893; a daughter followed in
October of the next year. In the summer of 1905 she travelled south, returning in November. A
street was named for her in 1998.

When war broke out in August 1914, Lind was abroad; by September she was home. On 10 March 1917
she wrote a letter, which came on 2 May. Sales of her book had doubled in 1930 against the
previous year; the previous year's were the first she saw.

She died on 3 January 1941. The previous December she had finished her last essay.
"""

OBITUARY = """\
A former press secretary who was wounded in the 1981 attack has died, his family said
Monday.

He was hurt on March 30, 1981, when a gunman opened fire. In 1987, his wife began a campaign; a
bill of November 1989 was named for him and became law in 1993. In July he was in hospital. He
spoke last week.
"""

ESSAY = """\
The union was founded in 1991. By 1997 it had moved its capital, and in May 2005 it voted.

A pact of 2010 is often cited. Last month the pact was renewed.
"""

WIRE = """\
Police said early Tuesday that three men were detained late on Sunday. At 6 p.m. local time
on Monday the mayor spoke; lights went out at 2100 GMT. The strike, which began over the weekend,
is the longest since mid-February. In October last year and again in May 2012 he appealed.

Net sales in last year's third quarter fell. A vote would be held in April. He had died last
Nov. 23, after the fall in prices of 2008 – 09.
"""

SAMPLES = [
    pytest.param(
        HEADED_WAR,
        "2009-12-19",
        {
            "17 July": "1936-07-17",
            "by the next morning": "../1936-07-18",
            "1 October": "1936-10-01",
            "February": "1937-02",
            "26 April": "1937-04-26",
            "That same month": "1937-06",
            "March": "1938-03",
            "July to\nNovember": "1938-07/1938-11",
            "26 January": "1939-01-26",
            "28 March": "1939-03-28",
        },
        id="a war under headings of years",
    ),
    pytest.param(
        RECENT_WAR,
        "2009-12-19",
        {
            "March 20": "2003-03-20",
            "August": "2003-08",
            "April 4, 2004": "2004-04-04",
            "January 31": "2005-01-31",
            "March 25": "2008-03-25",
            "November": "2004-11",
            "The following\nmonth": "2008-12",
        },
        id="a war that is not long ago",
    ),
    pytest.param(
        PHASES,
        "2009-12-19",
        {"October": "1912-10", "January": "1913-01", "29 June": "1913-06-29"},
        id="headings of ranges",
    ),
    pytest.param(
        ANCIENT,
        "2009-12-19",
        {
            "the following year": "BC0263",
            "260": "BC0260",
            "until 241": "BC0241",
            "the autumn": "BC0218-FA",
            "December": "BC0218-12",
            "The next year": "BC0215",
            "200": None,
            "300": None,
            "150": None,
        },
        id="antiquity",
    ),
    pytest.param(
        BIOGRAPHY,
        "2020-06-01",
        {
            "two years later": "1891",
            "October of the next year": "1894-10",
            "November": "1905-11",
            "by September": "../1914-09",
            "2 May": "1917-05-02",
            "the\nprevious year": "1929",
            "the previous year": "1929",
            "The previous December": "1940-12",
        },
        id="biography",
    ),
    pytest.param(
        OBITUARY,
        "2014-08-05",
        {
            "Monday": "2014-08-04",
            "March 30, 1981": "1981-03-30",
            "July": "2014-07",
            "last week": "2014-07-28/2014-08-03",
        },
        id="obituary in the news",
    ),
    pytest.param(ESSAY, "2016-02-10", {"Last month": "2016-01"}, id="essay"),
    pytest.param(
        WIRE,
        "2013-03-25",
        {
            "Tuesday": "2013-03-19",
            "6 p.m. local time\non Monday": "2013-03-25",
            "2100 GMT": "2013-03-25",
            "since mid-February": "2013-02/..",
            "October last year": "2012-10",
            "last year's third quarter": "2012-07/2012-09",
            "April": "2013-04",
            "last\nNov. 23": "2012-11-23",
            "2008 – 09": "2008/2009",
            "the fall": None,
        },
        id="newswire",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), SAMPLES)
def test_narrative(text: str, published: str, expected: dict[str, str | None]) -> None:
    found: dict[str, str | None] = {}
    for item in extract(text, parse(published)):
        found.setdefault(item.text, str(item.date) if item.date else item.known)
    assert {phrase: found.get(phrase) for phrase in expected} == expected


@pytest.mark.parametrize("cut", ["1937\n\n", "1938\n\n"])
def test_a_part_of_a_history_is_read_like_the_whole(cut: str) -> None:
    part = HEADED_WAR[HEADED_WAR.index(cut) :]
    published = parse("2009-12-19")
    whole = [str(item.date) for item in extract(HEADED_WAR, published)]
    dates = [str(item.date) for item in extract(part, published)]
    assert dates == whole[-len(dates) :]


def test_99_is_the_nearest_year() -> None:
    text = "In May 1917 the boys of '99 were called up; in June 1917 those of '02 followed."
    found = {item.text: str(item.date) for item in extract(text, parse("2009-12-19"))}
    assert found["'99"] == "1899"
    assert found["'02"] == "1902"
