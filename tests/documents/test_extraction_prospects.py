"""What is asked for lies ahead, what is charged with or struck unforeseen lies behind."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Friday.
PUBLISHED = "2013-03-22"
CASES = {
    "votes that are asked for": (
        "The opposition called for a snap election in June. Farmers demanded a referendum in "
        "early July. He proposed talks on April 9.",
        {"June": "2013-06", "early July": "2013-07", "April 9": "2013-04-09"},
    ),
    "strikes that are threatened": (
        "Pilots threatened a strike in May. Nurses had agreed on a walkout on April 2. They "
        "rejected a call for a march in June.",
        {"May": "2013-05", "April 2": "2013-04-02", "June": "2013-06"},
    ),
    "who is invited to something": (
        "The emir was invited to a summit in Minsk in May. She invited both teams to the final "
        "on April 20.",
        {"May": "2013-05", "April 20": "2013-04-20"},
    ),
    "what people are warned of": (
        "Customers were notified of a price rise in July. The mill told its owners of a cut in "
        "deliveries in May. Doctors warned of a shortage in April.",
        {"July": "2013-07", "May": "2013-05", "April": "2013-04"},
    ),
    "what is foretold": (
        "The bank signaled a cut in June. The premier promised a rise in pensions in May. The mill "
        "announced a cut in August.",
        {"June": "2013-06", "May": "2013-05", "August": "2012-08"},
    ),
    "when it was asked": (
        "He invited the envoy in May. She offered her resignation in June. The board announced "
        "the strike in July. The club asked for help in August. A clerk was told of the fire in "
        "October.",
        {"May": "2012-05", "June": "2012-06", "July": "2012-07", "August": "2012-08",
         "October": "2012-10"},
    ),
    "what was asked for before": (
        "They demanded a recount of the vote in November. In 2007 she demanded talks in May. They "
        "threatened a strike in July.",
        {"November": "2012-11", "May": "2007-05", "July": "2007-07"},
    ),
    "what is brought about": (
        "Nobody won on Sunday, forcing a runoff on April 7. The cabinet fell, triggering early "
        "elections in June. The ruling clears the way for a trial on May 6. Talks broke down, "
        "setting the stage for a strike on April 9. The clubs won, setting up a final on Saturday. "
        "Votes were bought, forcing a rerun on April 14. They drew, setting up "
        "a rematch on April 13.",
        {"Sunday": "2013-03-17", "April 7": "2013-04-07", "June": "2013-06",
         "May 6": "2013-05-06", "April 9": "2013-04-09", "Saturday": "2013-03-23",
         "April 14": "2013-04-14", "April 13": "2013-04-13"},
    ),
    "what had been brought about": (
        "A pipe burst, forcing guests to leave on March 4. A shot was fired, triggering riots on "
        "April 12. He fled, leading to his arrest on May 2. They shut the port, triggering a "
        "strike on Monday. He was jailed, leading to a march on Tuesday. In 2007 he lost "
        "a vote, forcing an election on June 3.",
        {"March 4": "2013-03-04", "April 12": "2012-04-12", "May 2": "2012-05-02",
         "Monday": "2013-03-18", "Tuesday": "2013-03-19", "June 3": "2007-06-03"},
    ),
    "infinitives like past forms": (
        "A gale is expected to hit the islands on Sunday. The ministry aims to shut the pit in "
        "June. They want to split the firm in May. Rain is likely to spread on Monday.",
        {"Sunday": "2013-03-24", "June": "2013-06", "May": "2013-05", "Monday": "2013-03-25"},
    ),
    "joined infinitives": (
        "The carrier will raise fares and cut routes in May. Officials hope it will help cut "
        "queues by July.",
        {"May": "2013-05", "by July": "../2013-07"},
    ),
    "past forms": (
        "The gale hit the islands on Sunday. The firm raised fares and cut routes in May. He "
        "went to Rome and quit in July.",
        {"Sunday": "2013-03-17", "May": "2012-05", "July": "2012-07"},
    ),
    "one of several": (
        "The second vote was lost. The first took place in October. The last cost the party two "
        "seats in May. The only one to speak gave way in July.",
        {"October": "2012-10", "May": "2012-05", "July": "2012-07"},
    ),
    "what gets done": (
        "Rents will get cut in May. The lines are going to get shut in June. The aid he gets "
        "came in August.",
        {"May": "2013-05", "June": "2013-06", "August": "2012-08"},
    ),
    "a cut": (
        "They expect a 5 percent cut in June. He will seek a wage cut in May.",
        {"June": "2013-06", "May": "2013-05"},
    ),
    "people held who will appear": (
        "Two men arrested Sunday will appear in court Tuesday. Roads closed Thursday may reopen "
        "Monday. The fees announced Wednesday could rise in May.",
        {"Sunday": "2013-03-17", "Tuesday": "2013-03-26", "Thursday": "2013-03-21",
         "Monday": "2013-03-25", "Wednesday": "2013-03-20", "May": "2013-05"},
    ),
    "accusations": (
        "She is accused of poisoning a neighbor in October. Both are charged with robbing a bank "
        "on November 3. He is on trial for a fraud in May. Villagers blame him for a flood in "
        "June. He is suspected of arson in July.",
        {"October": "2012-10", "November 3": "2012-11-03", "May": "2012-05", "June": "2012-06",
         "July": "2012-07"},
    ),
    "days of mourning": (
        "The king declared April 3 a day of mourning. The assembly proclaimed March 4 a holiday.",
        {"April 3": "2013-04-03", "March 4": "2013-03-04"},
    ),
    "were and will be": (
        "Two crews arrived on March 15 and leave in May. The envoys met last Monday and meet again "
        "on Tuesday. They were to come on March 4 and leave on March 6.",
        {"March 15": "2013-03-15", "May": "2013-05", "Tuesday": "2013-03-26",
         "March 6": "2013-03-06"},
    ),
    "trials to come": (
        "Six men go on trial in May. She is charged with theft and appears in court on Monday.",
        {"May": "2013-05", "Monday": "2013-03-25"},
    ),
    "what nobody foresees": (
        "Police will look into Tuesday's blaze. Deputies are to debate Monday's bombing. The "
        "inquiry into Sunday's deadly derailment will be open. The May 3 raid may be raised.",
        {"Tuesday": "2013-03-19", "Monday": "2013-03-18", "Sunday": "2013-03-17",
         "May 3": "2012-05-03"},
    ),
    "losses and gains": (
        "Wednesday's gains will not last. Its debt before Thursday's purchase is unknown. Funds "
        "may recover from Monday's rout.",
        {"Wednesday": "2013-03-20", "Thursday": "2013-03-21", "Monday": "2013-03-18"},
    ),
    "what has a date before it has a day": (
        "Monday's fire drill will be short. Saturday's debate will be aired. Sunday's crash test "
        "will show it.",
        {"Monday": "2013-03-25", "Saturday": "2013-03-23", "Sunday": "2013-03-24"},
    ),
    "what is offered now, whatever a year by the way": (
        "The president, elected in 2000, has offered a referendum in May. The union, which last "
        "struck in 1999, has threatened a walkout in July.",
        {"May": "2013-05", "July": "2013-07"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_prospects(case: str) -> None:
    text, told = CASES[case]
    assert dates_told(text, PUBLISHED, told) == told


def test_long_sentence_has_its_verb() -> None:
    text = (
        "A leak in the roof was behind the closure of the hall in the north of the old town, one "
        "of the largest in the region by the number of its seats and by far the oldest of all of "
        "them, with a stage for more than two hundred singers, and in part behind the closure of "
        "the library next door on Wednesday."
    )
    assert dates_told(text, PUBLISHED, ["Wednesday"]) == {"Wednesday": "2013-03-20"}


def test_what_is_counted_is_no_verb() -> None:
    text = "The fund sold two million shares over the counter on Wednesday."
    assert dates_told(text, PUBLISHED, ["Wednesday"]) == {"Wednesday": "2013-03-20"}
