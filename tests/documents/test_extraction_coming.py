"""What is still to come, or was when it was told: limits, orders, first plans, what a day is."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Tuesday.
PUBLISHED = "2022-11-22"
CASES = {
    "contracts for a month": (
        "The mill signed contracts for January and sold tickets for March. Brokers spoke of cuts "
        "for December.",
        {"January": "2023-01", "March": "2023-03", "December": "2022-12"},
    ),
    "bookings after a month told": (
        "In March the line took bookings for May.",
        {"March": "2022-03", "May": "2022-05"},
    ),
    "what is measured is over": (
        "The bureau published data for October and raised its estimate of output for August.",
        {"October": "2022-10", "August": "2022-08"},
    ),
    "bought for delivery": (
        "Copper for delivery in December fell. Wheat for March delivery rose, and Brent for "
        "January settlement stood still.",
        {"December": "2022-12", "March": "2023-03", "January": "2023-01"},
    ),
    "first planned": (
        "The vote, originally scheduled for August, was held on Sunday. "
        "The summit, initially planned for September, will now take place in June.",
        {"August": "2022-08", "September": "2022-09", "June": "2023-06"},
    ),
    "the first of something on a day": (
        "Her first stop on Sunday was the mill. The plan at first was to leave on Friday.",
        {"Sunday": "2022-11-20"},
    ),
    "given until a day": (
        "Gunmen gave the cabinet until Sunday to free them. The court has given him until January "
        "15 to pay, and lawyers were granted until Friday.",
        {
            "until Sunday": "../2022-11-27",
            "until January 15": "../2023-01-15",
            "until Friday": "../2022-11-25",
        },
    ),
    "not until a day": (
        "The bill was not put to a vote until 11 July, and she was never told until May.",
        {"until 11 July": "../2022-07-11", "until May": "../2022-05"},
    ),
    "put off until a day": (
        "The bill was put off until 11 July, and the session was adjourned until Friday.",
        {"until 11 July": "../2023-07-11", "until Friday": "../2022-11-25"},
    ),
    "to end on a day": (
        "The cabinet declared three days of mourning, to end on Friday. The firm announced a sale "
        "of shares, to begin on December 14.",
        {"Friday": "2022-11-25", "December 14": "2022-12-14"},
    ),
    "declared a holiday": (
        "The president declared Friday a day of mourning. Deputies proclaimed December 1 a public "
        "holiday.",
        {"Friday": "2022-11-25", "December 1": "2022-12-01"},
    ),
    "declared on a day": (
        "Friday a mayor declared the road open. The envoy declared on Monday a truce.",
        {"Friday": "2022-11-18", "Monday": "2022-11-21"},
    ),
    "what a day is": (
        'Sunday is the deadline for bids. Friday marks the fall of the city.\n\n"Thursday is our '
        'last chance," he said.',
        {"Sunday": "2022-11-27", "Friday": "2022-11-25", "Thursday": "2022-11-24"},
    ),
    "what a day was": (
        "Sunday was the deadline for bids. Friday marked the fall of the city.",
        {"Sunday": "2022-11-20", "Friday": "2022-11-18"},
    ),
    "today by its weekday": (
        "The ministers meet later on Tuesday.",
        {"Tuesday": "2022-11-22"},
    ),
    "as late as, over": (
        "They were given assurances as late as June, and as early as March the guards knew.",
        {"June": "2022-06", "March": "2022-03"},
    ),
    "as early as, to come": (
        "The plant may reopen as early as June. A ruling is expected as soon as Friday.",
        {"June": "2023-06", "Friday": "2022-11-25"},
    ),
    "half-years to come": (
        "Prices should fall in the first half. The bank expects rents to rise in the second half "
        "of the year.",
        {"the first half": "2023-01/2023-06", "the second half of the year": "2022-07/2022-12"},
    ),
    "joined over an aside": (
        "In Rome he will open a session of the board, which last met in December, and deliver a "
        "speech on November 30. She is to visit Lyon, where she taught until May, and sign a pact "
        "on December 4.",
        {"December": "2021-12", "November 30": "2022-11-30", "December 4": "2022-12-04"},
    ),
    "joined to the subject": (
        "The minister, who resigned in July, and his wife left on October 2.",
        {"July": "2022-07", "October 2": "2022-10-02"},
    ),
    "a year only compared": (
        "Her office received 6,000 complaints, twice as many as in 2015. In early February she "
        "was abroad.",
        {"early February": "2022-02"},
    ),
    "a participle that shares its auxiliary": (
        "A mayor will be chosen on 7 May and sworn in on 9 August. Bids must be filed by 1 December"
        " and then opened on 5 January. The mill may be sold in June or closed in September. "
        "The team is to be named on 3 May, flown out on 1 July and brought home in August.",
        {
            "9 August": "2023-08-09",
            "5 January": "2023-01-05",
            "September": "2023-09",
            "1 July": "2023-07-01",
            "August": "2023-08",
        },
    ),
    "a participle of a relative clause, or with an object": (
        "A judge who was named in June and sworn in on 9 August will rule on 3 May. He must be "
        "freed and set Friday as the last day, they say.",
        {"June": "2022-06", "9 August": "2022-08-09", "3 May": "2023-05-03"},
    ),
    "past forms that share no auxiliary": (
        "She will be heard in May, and took an oath in March. He will be tried for what he did in "
        "June and admitted in August. A clerk was held in April and charged in July.",
        {
            "March": "2022-03",
            "June": "2022-06",
            "August": "2022-08",
            "April": "2022-04",
            "July": "2022-07",
        },
    ),
}


@pytest.mark.parametrize(("text", "dates"), CASES.values(), ids=CASES.keys())
def test_coming(text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, dates) == dates
