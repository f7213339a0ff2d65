"""What reports and statements tell of what is to come, and of quarters and halves."""

from __future__ import annotations

import pytest

from .dates_told import values_told

# Wednesday.
PUBLISHED = "2015-06-17"
CASES = {
    "spoken of": (
        "Talks fell through in December; envoys now speak of late August. Officials talk of early "
        "July, builders are thinking of October.",
        ["2014-12", "2015-08", "2015-07", "2015-10"],
    ),
    "still spoken of": (
        "Farmers still speak of August. They talk of December, when the river rose.",
        ["2014-08", "2014-12"],
    ),
    "next and again": (
        "Delegates met in Lavena, 12-14 May, and meet next in Prade, 8-10 September. The choir "
        "performs again on 30 August. The council meets next on 9 October.",
        ["2015-05-12", "2015-05-14", "2015-09-08", "2015-09-10", "2015-08-30", "2015-10-09"],
    ),
    "was seen again": (
        "He left in July and was seen again in November.",
        ["2014-07", "2014-11"],
    ),
    "a month said": (
        "In December the fund had promised an answer by January; it now says March.",
        ["2014-12", "2015-01", "2015-03"],
    ),
    "a name": ('"We won," says May. "We lost," said March.', []),
    "with a day drawing near": (
        "With Nov. 28 approaching, the roll lacks names. With the June 30 deadline nearing, "
        "nobody has paid.",
        ["2015-11-28", "2015-06-30"],
    ),
    "by the end of it": (
        "The roll lacks those who came between April and May. The board has promised another by "
        "the end of the month.",
        ["2015-04", "2015-05", "2015-06"],
    ),
    "before its end, aside": (
        "The two recalled the pact that they had reached in November last year and agreed to "
        "revive the office, idle since 2012, before the end of the year.",
        ["2014-11", "2012", "2015"],
    ),
    "by the end of a year told": (
        "In March 2001 she promised to leave by the end of the year.",
        ["2001-03", "2001"],
    ),
    "named to lead": (
        "Orr was named on Friday to lead the fund from July 1. Dahl was elected to head it from "
        "September 2.",
        ["2015-06-12", "2015-07-01", "2015-09-02"],
    ),
    "runs until": (
        "The show opened last autumn and runs until July.",
        ["2014-FA", "2015-07"],
    ),
    "figures that will be published": (
        "The bank will release second-quarter earnings on July 23. It reports first-half sales "
        "on Friday. Second-quarter profit will rise.",
        ["2015-Q2", "2015-07-23", "2015-H1", "2015-06-19", "2015-Q2"],
    ),
    "planned for a meeting": (
        "A review is planned for the meeting of 4 February, and will be put to a vote at the "
        "session of 9 March. The report of the meeting of 4 April is out.",
        ["2016-02-04", "2016-03-09", "2015-04-04"],
    ),
    "declared for": (
        "A day of mourning has been declared for Saturday. A strike was announced for Monday.",
        ["2015-06-20", "2015-06-22"],
    ),
    "all of May": (
        "In 2001 the port was closed for all of April. In 2003 it was shut for most of March.",
        ["2001", "2001-04", "2003", "2003-03"],
    ),
    "over two years": (
        "The rest is paid over 2004 and 2005. Over 2004 men came.",
        ["2004", "2005"],
    ),
    "the quarter that is told of": (
        "First-quarter income was 40 million, against 35 million in the first quarter of 2014. "
        "Costs in the quarter rose.",
        ["2015-Q1", "2014-Q1", "2015-Q1"],
    ),
    "quarters in a row": (
        "Exports fell for the third quarter running and imports for the second quarter in a row.",
        [],
    ),
    "a half that opens its sentence": (
        "It is a busy year. In the second half it plans to open nine shops, after six in the "
        "first. In the first half prices rose.",
        ["2015-H2", "2015-H1", "2015-H1"],
    ),
    "ruled out": (
        "The minister ruled out any talks before July 20. She has ruled out a vote by November.",
        ["2015-07-20", "2015-11"],
    ),
    "the same period of months counted": (
        "Exports rose in May. In the first four months they fell against the same period of 2014.",
        ["2015-05", "2014"],
    ),
    "the current year": (
        "The club, founded in 2002, made a profit that year. For the current year it sees none.",
        ["2002", "2002", "2015"],
    ),
    "registered": (
        "It will pay on July 10 to shareholders registered on July 2.",
        ["2015-07-10", "2015-07-02"],
    ),
    "the first of two": (
        "Lending grew in the first quarter after shrinking in the fourth; it may fall in the "
        "second. Traffic was down in the first half and will hardly recover in the second.",
        ["2015-Q1", "2014-Q4", "2015-Q2", "2015-H1", "2015-H2"],
    ),
    "the third of a year told": (
        "Sales fell in the fourth quarter of 2013 after a rise in the third. He was beaten in the "
        "second.",
        ["2013-Q4", "2013-Q3"],
    ),
    "years ago are no quarters": (
        "The road was begun in the second half of 2010. Its cost, put at a million eleven years "
        "ago, has doubled. Profit rose in the first quarter, from a loss a year ago.",
        ["2010-H2", "2004", "2015-Q1", "2014-Q1"],
    ),
    "profit for a half": (
        "Profit for the first half is due in August. He slept for the first half of it, and "
        "played for the second half.",
        ["2015-H1", "2015-08"],
    ),
    "the first after the fourth": (
        "Output fell in the fourth quarter of 2013 but rose in the first.",
        ["2013-Q4", "2014-Q1"],
    ),
    "the first before the fourth": (
        "Output fell in the fourth quarter of 2013, from a peak in the first.",
        ["2013-Q4", "2013-Q1"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_bureaus(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values


@pytest.mark.parametrize("verb", ["will publish", "is to announce", "reports", "will present"])
def test_figures_that_will_be_published_are_of_the_last_quarter(verb: str) -> None:
    text = f"The group {verb} third-quarter figures tomorrow. Third-quarter output will rise."
    assert values_told(text, "2013-10-30") == ["2013-Q3", "2013-10-31", "2014-Q3"]


def test_a_half_of_which_nothing_is_known_yet() -> None:
    text = "The year ended badly. Sales in the first half had risen."
    assert values_told(text, "2015-02-08") == ["2014-H1"]
