"""Days that a report tells in the past and that are to come: set, promised, or come otherwise."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Wednesday.
PUBLISHED = "2014-05-14"
CASES = {
    "was to": (
        "The minister was to address the chamber on Thursday. The convoy was to reach the pass "
        "by Sunday.",
        {"Thursday": "2014-05-15", "by Sunday": "../2014-05-18"},
    ),
    "was to begin, end or close": (
        "The talks opened on Monday and were to close on Friday. The fair was to start "
        "on Saturday.",
        {"Monday": "2014-05-12", "Friday": "2014-05-16", "Saturday": "2014-05-17"},
    ),
    "was due, expected, scheduled": (
        "Results were expected by early Thursday. He was due in court Friday. The panel was "
        "scheduled to vote Tuesday.",
        {"Thursday": "2014-05-15", "Friday": "2014-05-16", "Tuesday": "2014-05-20"},
    ),
    "came otherwise": (
        "The council was to sit on Monday, but adjourned. A hearing that was set for Sunday was "
        "postponed.",
        {"Monday": "2014-05-12", "Sunday": "2014-05-11"},
    ),
    "was to have": (
        "The choir was to have sung on Sunday. A march was to have begun on Friday.",
        {"Sunday": "2014-05-11", "Friday": "2014-05-16"},
    ),
    "had been due": (
        "The line had been due to reopen on Tuesday.",
        {"Tuesday": "2014-05-13"},
    ),
    "who was singled out": (
        "The two were named Thursday in a bulletin. She was picked on Friday for the post.",
        {"Thursday": "2014-05-08", "Friday": "2014-05-09"},
    ),
    "would": (
        "A colonel said the truce would take effect on Sunday. Schools would stay shut until "
        "Monday, the ministry said.",
        {"Sunday": "2014-05-18", "until Monday": "../2014-05-19"},
    ),
    "would, of what was": (
        "The mayor would not comment on Sunday's vote. They would look for ways around Monday's "
        "ruling.",
        {"Sunday": "2014-05-11", "Monday": "2014-05-12"},
    ),
    "awaited": (
        "Oil fell on Friday as traders awaited a meeting on Sunday. The long-awaited report came "
        "out on Tuesday.",
        {"Friday": "2014-05-09", "Sunday": "2014-05-18", "Tuesday": "2014-05-13"},
    ),
    "postponed from": (
        "A hearing has been postponed from July 3 until November 18. The fair was moved from Rome "
        "to Paris in April.",
        {"July 3": "2014-07-03", "until November 18": "../2014-11-18", "April": "2014-04"},
    ),
    "sources": (
        "The trial will start on May 27 (Interfax, May 2). It will be open (Lada, March 1; KazTAG, "
        "March 4).",
        {
            "May 27": "2014-05-27",
            "May 2": "2014-05-02",
            "March 1": "2014-03-01",
            "March 4": "2014-03-04",
        },
    ),
    "so long later": (
        "She was shot on February 4, 2012. Her husband was held just days later, on Feb. 7. He was "
        "freed some months later, in June.",
        {"Feb. 7": "2012-02-07", "June": "2012-06"},
    ),
    "stays shut": (
        "The road will remain closed until Friday. The border stays shut until Monday.",
        {"until Friday": "../2014-05-16", "until Monday": "../2014-05-19"},
    ),
    "what begins on a day that is announced": (
        "The governor declared three days of mourning, beginning on Thursday. The army imposed a "
        "curfew starting Friday.",
        {"Thursday": "2014-05-15", "Friday": "2014-05-16"},
    ),
    "what is imposed until a day": (
        "The curfew was lifted on Friday and reimposed until Thursday. A truce was proclaimed "
        "until Sunday.",
        {
            "Friday": "2014-05-09",
            "until Thursday": "../2014-05-15",
            "until Sunday": "../2014-05-18",
        },
    ),
    "what slips": (
        "The vote, expected in March, slipped to July. The launch has slipped to September.",
        {"July": "2014-07", "September": "2014-09", "March": "2014-03"},
    ),
    "what slips to a figure": (
        "Inflation slipped to 3 percent in April. Output slips to nothing in winter.",
        {"April": "2014-04"},
    ),
    "asked on a day": (
        "Asked on Tuesday whether he would run, he said no. Pressed Monday if talks would resume, "
        "she shrugged. Questioned on Sunday about what would come, he smiled.",
        {"Tuesday": "2014-05-13", "Monday": "2014-05-12", "Sunday": "2014-05-11"},
    ),
    "invitations": (
        '"Call me Monday," he said. "Ask me in January," she said. "Come back Sunday," they said.',
        {"Monday": "2014-05-19", "January": "2015-01", "Sunday": "2014-05-18"},
    ),
    "nouns of what is meant": (
        "Police denied them permission to march on Saturday. Leaders signed an agreement to meet "
        "in July. The council turned down a request by some taxi owners to march on May 20.",
        {"May 20": "2014-05-20", "Saturday": "2014-05-17", "July": "2014-07"},
    ),
    "done before what is meant": (
        "The judge told both to return after convicting them on Tuesday.",
        {"Tuesday": "2014-05-13"},
    ),
    "the same day to come": (
        "He will visit Rome on June 5, a spokesman said Monday. She is expected to come the same "
        "day.",
        {"June 5": "2014-06-05", "the same day": "2014-06-05"},
    ),
    "the same day that was": (
        "He will visit Rome on June 5, a spokesman said Monday. She arrived the same day.",
        {"the same day": "2014-05-12"},
    ),
    "a plan that was": (
        "A joint plan to close the port on Friday was dropped. The plan came to light on Monday.",
        {"Friday": "2014-05-16", "Monday": "2014-05-12"},
    ),
    "than planned": (
        "The talks ended sooner than scheduled on Monday. Prices fell faster than anticipated in "
        "January. Output rose more than expected in March.",
        {"Monday": "2014-05-12", "January": "2014-01", "March": "2014-03"},
    ),
    "things counted and owned": (
        "The flood took more lives Tuesday. It cost two lives on Monday. They lost their lives "
        "on Sunday.",
        {"Tuesday": "2014-05-13", "Monday": "2014-05-12", "Sunday": "2014-05-11"},
    ),
    "first since, of what will be": (
        "The vote will be the first since December. It will be the third since June.",
        {"since December": "2013-12/..", "since June": "2013-06/.."},
    ),
    "a holiday since which": (
        "Since May 16 is a holiday, the office will be closed.",
        {"Since May 16": "2014-05-16/.."},
    ),
    "a number of things is no verb": (
        "The index shed 3 points on Monday. It paid 4 cents on Jan. 15. Oil lost 2 dollars in "
        "April. On May 16 work ends.",
        {
            "Monday": "2014-05-12",
            "Jan. 15": "2014-01-15",
            "April": "2014-04",
            "May 16": "2014-05-16",
        },
    ),
    "verbs by heart": (
        "Parliament rewrote the law in October. Rebels overran the base on Friday. The court "
        "redrew the map in September.",
        {"October": "2013-10", "Friday": "2014-05-09", "September": "2013-09"},
    ),
    "near a place": (
        "The express left the rails near Pindra on Sunday. Trains were halted near the border "
        "on Monday.",
        {"Sunday": "2014-05-11", "Monday": "2014-05-12"},
    ),
    "pictures": (
        "Picture: Workers hang the lamp in the hall on Monday.\n\n"
        "Photo: The queen waves on Friday.",
        {"Monday": "2014-05-12", "Friday": "2014-05-09"},
    ),
    "fixtures": (
        "The town is sold out before Saturday's replay. Fans queue for seats for Sunday's "
        "semifinal.",
        {"Saturday": "2014-05-17", "Sunday": "2014-05-18"},
    ),
    "what is stopped until a day": (
        "Two airlines suspended flights through Tuesday. The ministry has closed schools until "
        "Monday. A court remanded him until June 4. A judge barred her from leaving until July.",
        {
            "Tuesday": "2014-05-20",
            "until Monday": "../2014-05-19",
            "until June 4": "../2014-06-04",
            "until July": "../2014-07",
        },
    ),
    "what had been stopped until a day": (
        "The shops were closed until Tuesday. In 1997 the government suspended imports until "
        "October.",
        {"until Tuesday": "../2014-05-13", "until October": "../1997-10"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_days_set(text: str, expected: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, expected) == expected
