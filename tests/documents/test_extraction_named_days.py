"""Days that somebody names as those of a vote, a trial or a launch."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Wednesday.
PUBLISHED = "2014-05-14"
CASES = {
    "a day named as that of something": (
        "He signed a decree naming August 19 as polling day. The court set September 14 as the "
        "start of the trial. The panel rejected July 10 as too early.",
        {"August 19": "2014-08-19", "September 14": "2014-09-14", "July 10": "2014-07-10"},
    ),
    "a day set for something": (
        "A judge designated September 14 for the hearing. The firm earmarked November 5 for the "
        "launch.",
        {"September 14": "2014-09-14", "November 5": "2014-11-05"},
    ),
    "a day or month wished for": (
        "Two parties proposed October 7 instead, and the speaker suggested July 31. The lawyers "
        "had asked for December.",
        {"October 7": "2014-10-07", "July 31": "2014-07-31", "December": "2014-12"},
    ),
    "a day decided on": (
        "The league has settled on August 9 as the opening day. June 4 was chosen as the date of "
        "the final.",
        {"August 9": "2014-08-09", "June 4": "2014-06-04"},
    ),
    "the date of something": (
        "The date of the referendum, July 29, was announced by the premier.",
        {"July 29": "2014-07-29"},
    ),
    "what is there or was sent to be done by a day": (
        "A crane was on the way to lift the coaches by Friday. Crews were sent to the depot to "
        "repair the signals by Thursday.",
        {"by Friday": "../2014-05-16", "by Thursday": "../2014-05-15"},
    ),
    "what was done by a day": (
        "They managed to clear the track by Monday. It was impossible to reach the town by "
        "Sunday. The crowd was forced to leave by Friday.",
        {"by Monday": "../2014-05-12", "by Sunday": "../2014-05-11", "by Friday": "../2014-05-09"},
    ),
    "the 20th of the month named next": (
        "A guard said on Monday the fighters would be in town on the 29th. On April 29 they came.",
        {"the 29th": "2014-04-29", "April 29": "2014-04-29"},
    ),
    "what is moved from one date to another": (
        "The court on Tuesday postponed the trial of the mayor from July 5 to September 16. The "
        "start of the fair was put back from August 2 to October 3. The cabinet moved the date of "
        "the poll from November to December.",
        {
            "Tuesday": "2014-05-13",
            "July 5": "2014-07-05",
            "September 16": "2014-09-16",
            "August 2": "2014-08-02",
            "October 3": "2014-10-03",
            "November": "2014-11",
            "December": "2014-12",
        },
    ),
    "what was moved in a story": (
        "In 1992 the vote was moved from June 7 to October 4.",
        {"June 7": "1992-06-07", "October 4": "1992-10-04"},
    ),
    "what is brought forward": (
        "The opening was brought forward from September 16 to July 2.",
        {"September 16": "2014-09-16", "July 2": "2014-07-02"},
    ),
    "what was moved before it was": (
        "On May 12 the trial, postponed from March 5, opened.",
        {"May 12": "2014-05-12", "March 5": "2014-03-05"},
    ),
    "when it was set": (
        "On Monday the vote was set for July 5. On Tuesday elections were called for September 5. "
        "On Friday the trial was moved to Rome.",
        {
            "Monday": "2014-05-12",
            "July 5": "2014-07-05",
            "Tuesday": "2014-05-13",
            "September 5": "2014-09-05",
            "Friday": "2014-05-09",
        },
    ),
    "when it was due": (
        "On Thursday the trial was due to open.",
        {"Thursday": "2014-05-15"},
    ),
    "what was demanded to be": (
        "The party demanded that the vote, due in November, be held in August. She asked that he "
        "be freed by July.",
        {"November": "2014-11", "August": "2014-08", "by July": "../2014-07"},
    ),
    "a date of": (
        "A date of September 20 has been pencilled in for the summit.",
        {"September 20": "2014-09-20"},
    ),
    "what is called off": (
        "A launch in July was given up. A strike on June 4 was called off. A march in April was "
        "canceled. A march in October drew 400 people.",
        {"July": "2014-07", "June 4": "2014-06-04", "April": "2014-04", "October": "2013-10"},
    ),
    "of a story": (
        "In 1998 the court named June 3 as the trial date.",
        {"June 3": "1998-06-03"},
    ),
    "who is named": (
        "She was named August 3 as envoy. The mayor, chosen August 7, resigned in February.",
        {"August 3": "2013-08-03", "August 7": "2013-08-07"},
    ),
    "what was done then": (
        "Voters rejected the treaty on October 5. The envoy suggested Thursday that talks resume. "
        "They agreed Monday for the first time.",
        {"October 5": "2013-10-05", "Thursday": "2014-05-08", "Monday": "2014-05-12"},
    ),
    "the date of what was": (
        "The date of his last game, November 2, was the start of a long illness.",
        {"November 2": "2013-11-02"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_days_named(text: str, expected: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, expected) == expected
