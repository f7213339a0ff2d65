"""Kinds that texts of other hands showed: questions, what is at hand, and what stands beside."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Each with its day of publication.
CASES = {
    "what is at hand": (
        "2006-06-23",
        "With Sunday's referendum close at hand, posters cover every wall. With the July 2 vote "
        "around the corner, rivals traded insults. With the September polls only weeks away, he "
        "quit.",
        {"Sunday": "2006-06-25", "July 2": "2006-07-02", "September": "2006-09"},
    ),
    "what is behind": (
        "2006-06-23",
        "With Sunday's vote over, posters came down. After Tuesday's match two men were detained "
        "miles away.",
        {"Sunday": "2006-06-18", "Tuesday": "2006-06-20"},
    ),
    "questions of what is to come": (
        "2006-06-23",
        "Can the ice hold until Sunday's race? Will voters back him in September? Could the mine "
        "reopen on Tuesday?",
        {"until Sunday": "../2006-06-25", "September": "2006-09", "Tuesday": "2006-06-27"},
    ),
    "questions of what was": (
        "2006-06-23",
        "Was the bridge open on Monday? Did he resign in August? May Lindt left on Tuesday. Will "
        "Deacon, a clerk, resigned in September.",
        {"Monday": "2006-06-19", "August": "2005-08", "Tuesday": "2006-06-20",
         "September": "2005-09"},
    ),
    "what lasts until an occasion": (
        "2006-06-23",
        "Crews are trying to hold the dike until Sunday's high tide. A truce held until Monday's "
        "raid.",
        {"until Sunday": "../2006-06-25", "until Monday": "../2006-06-19"},
    ),
    "days to come behind a month farther ahead": (
        "2009-11-20",
        "Members would be balloted on an increase of 2% from October 2010. The result is expected "
        "on 9 December. The contract runs out in March 2012.",
        {"9 December": "2009-12-09"},
    ),
    "months to come in their order": (
        "2009-11-20",
        "The tunnel is to open in March 2011. Trains will run through it from September. The "
        "second tube follows in May 2012.",
        {"September": "2011-09"},
    ),
    "a verb behind a clause of what will be": (
        "1999-12-16",
        "Scientists who will winter at the base reached it November 28. Players who will miss the "
        "final trained alone on Monday. The bank will redeem preferred shares on January 5.",
        {"winter": "None", "November 28": "1999-11-28", "Monday": "1999-12-13",
         "January 5": "2000-01-05"},
    ),
    "things of a season": (
        "1999-12-16",
        "Its winter timetable drew complaints. She bought a summer dress. The army's autumn "
        "offensive had failed.",
        {"winter": "None", "summer": "None", "autumn": "1999-09~/1999-11~"},
    ),
    "what somebody had done before": (
        "2001-09-08",
        "They laid down arms in August 1999, having pledged it in March. He took office in May "
        "1998, having been elected in November.",
        {"March": "1999-03", "November": "1997-11"},
    ),
    "what somebody had done this year": (
        "2001-09-08",
        "Having lost the vote in July, he left on August 3.",
        {"July": "2001-07", "August 3": "2001-08-03"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("published", "text", "dates"), CASES.values(), ids=CASES.keys())
def test_kinds(published: str, text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, published, dates) == dates
