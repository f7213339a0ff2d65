"""Days told with what came of them: agreed, stopped, seen, or still to be."""

from __future__ import annotations

from .dates_told import for_each_case, times_told

KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "what was agreed, planned and told with its outcome": [
        (
            "1999-12-15",
            "A jury ordered the mine to pay $50 million Monday.",
            {"Monday": "1999-12-13"},
        ),
        (
            "2018-10-06",
            "The bank agreed to pay a record fine Thursday, ending a long inquiry.",
            {"Thursday": "2018-10-04"},
        ),
        (
            "2018-10-06",
            "The two sides agreed to swap maps Thursday after a night of talks.",
            {"Thursday": "2018-10-04"},
        ),
        (
            "2006-05-02",
            "The firm offered to buy its rival for $3 billion Monday.",
            {"Monday": "2006-05-01"},
        ),
        ("2003-05-06", "The firm won approval to sell the serum Monday.", {"Monday": "2003-05-05"}),
        (
            "2018-10-06",
            "The plant got permission to restart the furnace Thursday.",
            {"Thursday": "2018-10-04"},
        ),
        (
            "2006-05-06",
            "Regulators cleared the firm to sell the drug Thursday.",
            {"Thursday": "2006-05-04"},
        ),
        (
            "2018-10-06",
            "A court allowed the list to field names Thursday.",
            {"Thursday": "2018-10-04"},
        ),
        ("2018-10-06", "They vowed to defend the isles Thursday.", {"Thursday": "2018-10-04"}),
        ("2006-05-06", "The bank decided to raise rates Thursday.", {"Thursday": "2006-05-04"}),
        ("2018-10-06", "They agreed to meet again Thursday.", {"Thursday": "2018-10-11"}),
        ("2018-10-06", "The crews threatened to strike Tuesday.", {"Tuesday": "2018-10-09"}),
        ("2018-10-06", "He planned to sell it Tuesday.", {"Tuesday": "2018-10-09"}),
        ("2018-10-06", "She has agreed to pay Tuesday.", {"Tuesday": "2018-10-09"}),
        (
            "1994-05-04",
            "A judge had halted Tuesday's planned sale minutes before.",
            {"Tuesday": "1994-05-03"},
        ),
        (
            "1994-05-07",
            "Thursday's scheduled launch was called off with nine seconds left.",
            {"Thursday": "1994-05-05"},
        ),
        ("1994-05-07", "Rain washed out Friday's scheduled game.", {"Friday": "1994-05-06"}),
        ("1994-05-06", "The judge halted Tuesday's planned sale.", {"Tuesday": "1994-05-10"}),
        (
            "2018-10-09",
            '"If she had been there on Saturday, she would be ill," he said.',
            {"Saturday": "2018-10-06"},
        ),
        ("2018-10-09", '"You\'d better vote on Friday," he said.', {"Friday": "2018-10-12"}),
        ("2018-10-09", '"We\'ll have it finished by Sunday," he said.', {"Sunday": "2018-10-14"}),
        (
            "2003-05-05",
            "Few pupils read well, according to a report being released Wednesday by a group.",
            {"Wednesday": "2003-05-07"},
        ),
        ("2003-05-05", "The film, being released Friday, cost little.", {"Friday": "2003-05-09"}),
        (
            "2006-05-06",
            "A statue being unveiled Tuesday in Oslo shows him.",
            {"Tuesday": "2006-05-09"},
        ),
        (
            "2010-03-13",
            "The minister has offered to quit, Friday's New York Times reported.",
            {"Friday": "2010-03-12"},
        ),
        (
            "2015-11-14",
            "The envoy has met the rebels, Sunday's Observer will report.",
            {"Sunday": "2015-11-15"},
        ),
        (
            "2018-10-03",
            "Police fear an attack Saturday, when both will march.",
            {"Saturday": "2018-10-06"},
        ),
        (
            "2018-10-03",
            "Fears grew before Saturday, when the clans will meet.",
            {"Saturday": "2018-10-06"},
        ),
        (
            "2006-05-06",
            "Parents worried about Tuesday, when the buses will stop.",
            {"Tuesday": "2006-05-09"},
        ),
        (
            "1999-11-15",
            "The judge gave both sides hearing dates of Dec. 21 and Dec. 22.",
            {"Dec. 21": "1999-12-21", "Dec. 22": "1999-12-22"},
        ),
        (
            "2021-12-20",
            "Borders stayed shut until November, when the first flights landed.",
            {"November": "2021-11"},
        ),
        ("2006-05-06", "The airport stayed shut until April.", {"April": "2006-04"}),
        (
            "2018-10-05",
            "The singer Donna Summer and guitarist Johnny Winter were there.",
            {"Summer": None, "Winter": None},
        ),
        ("1999-12-15", "Residents of June Lake, California, had no power.", {"June": None}),
        (
            "2018-10-05",
            "The shop opens from 10 a.m. to 6 p.m. Monday through Saturday.",
            {"Saturday": "XXXX-WXX-6"},
        ),
    ],
    "what was told, seen and stopped": [
        (
            "2024-02-08",
            "Camera footage shows the man leaving the bar on Saturday.",
            {"Saturday": "2024-02-03"},
        ),
        (
            "2024-02-08",
            "A neighbor's photograph shows her waving on Friday.",
            {"Friday": "2024-02-02"},
        ),
        (
            "2024-02-08",
            "Witnesses describe soldiers firing on Saturday.",
            {"Saturday": "2024-02-03"},
        ),
        ("2010-05-13", "The winner of Sunday's race will earn a lot.", {"Sunday": "2010-05-16"}),
        ("2010-05-17", "The winner of Sunday's race has earned a lot.", {"Sunday": "2010-05-16"}),
        (
            "2001-02-08",
            "He told reporters that Friday's talks would be short.",
            {"Friday": "2001-02-09"},
        ),
        (
            "2006-05-04",
            "The minister acknowledged that Wednesday's raid was a mistake.",
            {"Wednesday": "2006-05-03"},
        ),
        (
            "2006-05-04",
            "Police fear that Saturday's derby will end in a brawl.",
            {"Saturday": "2006-05-06"},
        ),
        (
            "2005-03-02",
            "Analysts believe that Monday's figures will show it.",
            {"Monday": "2005-03-07"},
        ),
        ("2006-10-11", "It is clear that Saturday's game was fixed.", {"Saturday": "2006-10-07"}),
        (
            "2010-10-06",
            "Nadal, winner in Bangkok on Sunday, plays on Thursday.",
            {"Sunday": "2010-10-03", "Thursday": "2010-10-07"},
        ),
        (
            "2001-03-28",
            "The senator, fresh from his win in Ohio Tuesday, takes a rest.",
            {"Tuesday": "2001-03-27"},
        ),
        (
            "2001-03-28",
            "Snow kept the pass closed until Monday, when ploughs got through.",
            {"Monday": "2001-03-26"},
        ),
        (
            "2006-10-11",
            "Spain beat Peru on Tuesday and play Chile on Saturday.",
            {"Saturday": "2006-10-14"},
        ),
        ("2008-01-22", "The index stood at 1804 points.", {"1804": None}),
        ("2006-10-11", "Snow is forecast for the weekend.", {"the weekend": "2006-W41-WE"}),
        (
            "2005-12-20",
            "The bank had opened 41 branches by the end of March.",
            {"the end of March": "2005-03"},
        ),
        (
            "2006-11-03",
            "The ship had sunk in late November, with 30 men aboard.",
            {"late November": "2005-11"},
        ),
        ("2001-03-28", "The House put off Friday's debate.", {"Friday": "2001-03-30"}),
        ("2001-03-28", "A plea to stop Friday's sale failed.", {"Friday": "2001-03-30"}),
        (
            "2001-03-28",
            "The minister proposed on Monday a cut in the top rate.",
            {"Monday": "2001-03-26"},
        ),
        ("2001-03-28", "Mr. Winter told him to sit.", {"Winter": None}),
    ],
    "what has to be, is faced, is come for and was ranked": [
        ("2012-07-18", "From Oct. 1 drivers over 75 have to be tested.", {"Oct. 1": "2012-10-01"}),
        ("2012-07-18", "From May 1 rain fell for weeks.", {"May 1": "2012-05-01"}),
        (
            "1999-09-15",
            "He won the June election by a hair and faces another in November.",
            {"November": "1999-11"},
        ),
        (
            "2005-06-07",
            "Friday's trade report is forecast to show a gap of $58 billion for April.",
            {"April": "2005-04"},
        ),
        (
            "2001-03-28",
            "Thursday's figures are expected to show a fall in orders for February.",
            {"February": "2001-02"},
        ),
        ("2001-03-28", "She flew in on Tuesday for talks Thursday.", {"Thursday": "2001-03-29"}),
        (
            "2001-03-28",
            "The ministers, in town for talks Thursday, went to the opera.",
            {"Thursday": "2001-03-29"},
        ),
        ("2001-03-30", "She flew in for talks Thursday.", {"Thursday": "2001-03-29"}),
        ("2001-03-28", "He was jailed for a march Sunday.", {"Sunday": "2001-03-25"}),
        (
            "2001-03-28",
            "Kenyan Paul Tergat, third in London Sunday, plans a rest.",
            {"Sunday": "2001-03-25"},
        ),
        (
            "2001-03-28",
            "Sampras, a loser in Miami Sunday, will rest until April.",
            {"Sunday": "2001-03-25"},
        ),
        ("2001-03-28", "He was in Cairo for talks Monday.", {"Monday": "2001-03-26"}),
        ("2001-03-28", "The senator was praised for a speech Monday.", {"Monday": "2001-03-26"}),
    ],
}


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
