"""Days that an occasion, a date in brackets or a day told before them tells."""

from __future__ import annotations

import pytest

from .dates_told import values_told

# Wednesday.
PUBLISHED = "2015-06-17"
CASES = {
    "around a vote": (
        "Voters chose a mayor on June 7. On the day before the election two men were beaten. The "
        "day after the vote a recount was asked for.",
        ["2015-06-07", "2015-06-06", "2015-06-08"],
    ),
    "around a vote of another paragraph": (
        "The runoff was held last Sunday.\n\nA clerk counts the lists.\n\nThe day after the runoff "
        "she found a mistake. That same evening she told the board.",
        ["2015-06-14", "2015-06-15", "2015-06-15TEV"],
    ),
    "around a run-off": (
        "The run-off is set for June 21. The day after the run-off the winner takes office.",
        ["2015-06-21", "2015-06-22"],
    ),
    "of two votes neither": (
        "One referendum was held on May 3, another on June 7.\n\nThe day after the referendum he "
        "left.",
        ["2015-05-03", "2015-06-07", "XXXX-XX-XX"],
    ),
    "before another thing": (
        "She won the seat on 4 May 2014. The day after she resigned, police searched her flat.",
        ["2014-05-04", "XXXX-XX-XX"],
    ),
    "the day before he was elsewhere": (
        "The minister met bishops on Monday evening. The day before he was in Torvel, where he "
        "opened a bridge.",
        ["2015-06-15TEV", "2015-06-14"],
    ),
    "evenings and mornings": (
        "The dam broke on 3 March 2015. A guard had seen water the night before. A wall gave way "
        "on 9 May. Those sent out the evening before found none. It was shut on 12 May 2014. The "
        "morning after, soldiers came.",
        [
            "2015-03-03",
            "2015-03-02TNI",
            "2015-05-09",
            "2015-05-08TEV",
            "2014-05-12",
            "2014-05-13TMO",
        ],
    ),
    "an evening before what is not told": (
        "The gale came the night before the wedding of a friend.",
        [],
    ),
    "that date": (
        "The lease ended on 30 July 2003. Until that date nobody paid, and before that date nobody "
        "asked; on that day all came.",
        ["2003-07-30", "2003-07-30", "2003-07-30", "2003-07-30"],
    ),
    "that dated hall": ("On that dated stage he sang in 2003.", ["2003"]),
    "with its date in brackets": (
        "The men were freed to mark Sunday's (June 21) holiday. Monday's (June 22) match is off. "
        "It rained on Tuesday (June 9).",
        ["2015-06-21", "2015-06-21", "2015-06-22", "2015-06-22", "2015-06-09", "2015-06-09"],
    ),
    "on the Sunday": (
        "He was held on Friday, 5 June; on the Sunday he was freed. She had left on 3 June 2008. "
        "On the Monday after, her flat was searched.",
        ["2015-06-05", "2015-06-07", "2008-06-03", "2008-06-09"],
    ),
    "on the Monday before": (
        "The strike began last Wednesday. Talks held on the Monday had failed.",
        ["2015-06-10", "2015-06-08"],
    ),
    "on the Sunday train": (
        "On the Sunday train she slept. The match on the Saturday drew few.",
        ["2015-06-14", "2015-06-13"],
    ),
    "ordered for the 19th": (
        "The result was annulled on 8 April, and a recount was ordered for the 19th. Two wards "
        "failed that day and were polled again the following Sunday.",
        ["2015-04-08", "2015-04-19", "2015-04-19", "2015-04-26"],
    ),
    "on the 20th somebody": (
        "The strike spread in February 1964, and on the 20th Kessou resigned. On the 20th Infantry "
        "he wrote.",
        ["1964-02", "1964-02-20"],
    ),
    "of the 20th of a number": ("Behind the 5th pillar and for the 20th time he slept.", []),
    "times of the 19th": (
        "The boat left on 12 May and was due on the 18th. Crews set out on the morning of the 19th "
        "and were back by the evening of the 20th.",
        ["2015-05-12", "2015-05-18", "2015-05-19TMO", "2015-05-20TEV"],
    ),
    "the 3rd after the 28th": (
        "They set out on May 28. A search begun on the 3rd had been called off the next day.",
        ["2015-05-28", "2015-06-03", "2015-06-04"],
    ),
    "Friday and Saturday": (
        "A walkout called for Friday and Saturday will close the port. It rained on Monday and "
        "Tuesday.",
        ["2015-06-19", "2015-06-20", "2015-06-15", "2015-06-16"],
    ),
    "the 20th beside months of things": (
        "On 12 January the buyer asked that the loads of February and March be put off. The "
        "seller agreed on the 20th.",
        ["2015-01-12", "2015-02", "2015-03", "2015-01-20"],
    ),
    "what is not over": (
        "The campaign began on May 21 and closes on the 22nd. The verdict is put down for "
        "the 29th.",
        ["2015-05-21", "2015-06-22", "2015-06-29"],
    ),
    "next and last behind the day": (
        "The bill is expected on Thursday next. Its author died on Monday last, aged 70.",
        ["2015-06-18", "2015-06-15"],
    ),
    "a Friday after a day to come": (
        "On the 25th he meets his peers. He returns on Saturday.",
        ["2015-06-25", "2015-06-27"],
    ),
    "the same day, past and to come": (
        "A man charged on Tuesday is to appear in court on Friday. Two others were held the same "
        "day. A rally will take place the same day.",
        ["2015-06-16", "2015-06-19", "2015-06-16", "2015-06-19"],
    ),
    "the same hour in another year": (
        "Turnout by noon on Sunday was low, against 40 percent at the same hour in 2008.",
        ["2015-06-14T12:00", "2008"],
    ),
    "is now due": (
        "He was due back on Monday and is now awaited on Saturday. The hall was to open on Friday; "
        "it is now to open on June 27.",
        ["2015-06-15", "2015-06-20", "2015-06-19", "2015-06-27"],
    ),
    "if on a day": (
        "A second round is due on July 12 if on June 28 nobody wins; last time nobody did.",
        ["2015-07-12", "2015-06-28"],
    ),
    "had been expected": (
        "Inspectors leave Torun Thursday; they had been expected to leave Sunday. The march had "
        "been called for Saturday.",
        ["2015-06-18", "2015-06-14", "2015-06-13"],
    ),
    "tonight": ("She flies home tonight. He sang last night.", ["2015-06-17TNI", "2015-06-16TNI"]),
    "around a fire whose day stands behind it": (
        "The day after the fire on June 3 the mill was searched. He fled the day before the "
        "elections of 10 May 2015. The day after the attacks of 9 June shops were shut.",
        ["2015-06-04", "2015-06-03", "2015-05-09", "2015-05-10", "2015-06-10", "2015-06-09"],
    ),
    "around a fire told before": (
        "The bombing on May 6 killed two. The day after the bombing, shops stayed shut.",
        ["2015-05-06", "2015-05-07"],
    ),
    "around an occasion, not when it was told of": (
        "A gala on 27 June is planned, the mayor said today. The stalls open the day after the "
        "gala.",
        ["2015-06-27", "2015-06-17", "2015-06-28"],
    ),
    "the weekend that follows a day": (
        "The ship came on Monday 11 May and sailed the following weekend. It sank on Saturday "
        "6 June and was raised the following weekend.",
        ["2015-05-11", "2015-W20-WE", "2015-06-06", "2015-W24-WE"],
    ),
    "what was before a day to come": (
        "On 8 May the king called elections for 12 July, after he had lost a vote the previous "
        "week. The court sits on 3 August, having heard witnesses the month before.",
        ["2015-05-08", "2015-07-12", "2015-W18", "2015-08-03", "2015-07"],
    ),
    "days around a vote told": (
        "The vote was held on June 7.\n\nTwo days after the vote a recount was asked for. A week "
        "before the vote he had fled. Three weeks before the vote was called, she resigned.",
        ["2015-06-07", "2015-06-09", "2015-05-31"],
    ),
    "no days around a vote to come of what is over": (
        "The vote is set for June 21. Two days after the vote he thanked all.",
        ["2015-06-21"],
    ),
    "a day earlier, behind other dates": (
        "She took the title on Sunday, the longest final since 1988. He had lost in 2012 and last "
        "month, and will rest until Christmas.\n\nThe rule came in this year.\n\nHer sister "
        "won a day earlier.",
        ["2015-06-14", "1988", "2012", "2015-05", "2015-12-25", "2015", "2015-06-13"],
    ),
    "the day before, by whom": (
        "On 11 June deputies met. A motion tabled the day before by 24 members was read.",
        ["2015-06-11", "2015-06-10"],
    ),
    "ruled at the weekend that": (
        "The agency ruled at the weekend that it may sail. A court decided over the weekend that "
        "the ban must go.",
        ["2015-W24-WE", "2015-W24-WE"],
    ),
    "of the weekend that": (
        "He spoke of the weekend that changed the club, and left on the weekend that it burned.",
        ["XXXX", "XXXX"],
    ),
    "each first Saturday": (
        "Groups march each first Saturday of the month and sing every third Monday.",
        ["XXXX-WXX-6", "XXXX-WXX-1"],
    ),
    "this Monday, over": (
        "She met the envoy this Monday. This Tuesday a court had freed him. Hundreds marched this "
        "Friday. Police sealed it off this Wednesday.",
        ["2015-06-15", "2015-06-16", "2015-06-12", "2015-06-17"],
    ),
    "this Monday, to come": (
        "He agreed to speak this Monday. A rally this Friday is the first. He said he would come "
        "this Sunday. Seats sold out for this Saturday. He spoke before this Thursday's game.",
        ["2015-06-22", "2015-06-19", "2015-06-21", "2015-06-20", "2015-06-18"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_days(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
