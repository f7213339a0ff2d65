"""What newswire tells beside a day: journals, aftermaths, conditions, and what is no date."""

from __future__ import annotations

from .dates_told import for_each_case, times_told

KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "journals and reports out the day after": [
        (
            "2010-06-16",
            "The pill is weighed in a trial in Thursday's New England Journal of Medicine.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-18",
            "The pill is weighed in a trial in Thursday's New England Journal of Medicine.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-16",
            "The team in Bonn reports its find in Thursday's issue of Nature.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-16",
            "No bird is louder, says a study appearing Thursday in the journal Science.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-14",
            "Fewer fish were caught, a report being released Wednesday finds.",
            {"Wednesday": "2010-06-16"},
        ),
        (
            "2010-06-14",
            "Rent went up, according to a survey to be released Tuesday.",
            {"Tuesday": "2010-06-15"},
        ),
        (
            "2010-06-17",
            "Rent went up, according to a survey released Tuesday.",
            {"Tuesday": "2010-06-15"},
        ),
    ],
    "what came of something": [
        (
            "2011-03-27",
            "His rise has been expected since the mayor's sudden resignation on Dec. 31.",
            {"Dec. 31": "2010-12-31"},
        ),
        (
            "2011-03-27",
            "The book gives the first account of the raid on Aug. 7 in the port.",
            {"Aug. 7": "2010-08-07"},
        ),
        (
            "2010-06-18",
            "The creek will need years to recover from Thursday's oil spill.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-18",
            "They ask for calm as a followup to Thursday's talks in Geneva.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2011-03-27",
            "The town has yet to come back from the flood in January.",
            {"January": "2011-01"},
        ),
        (
            "2010-06-14",
            "The singer, who came here two days before her arrest Saturday, was silent.",
            {"Saturday": "2010-06-12"},
        ),
        (
            "2010-06-16",
            "They differ on points such as the decision Monday by the high court on fees.",
            {"Monday": "2010-06-14"},
        ),
        (
            "2010-06-15",
            "The rise comes with the announcement Monday of a fund for tenants.",
            {"Monday": "2010-06-14"},
        ),
        ("2010-06-18", "Thursday's statement by the bishop is short.", {"Thursday": "2010-06-17"}),
        (
            "2010-06-18",
            "The radio quoted the clerk as saying at a meeting Wednesday that it was late.",
            {"Wednesday": "2010-06-16"},
        ),
        (
            "2010-12-15",
            "Her claim in her Aug. 17 testimony that it rained was false.",
            {"Aug. 17": "2010-08-17"},
        ),
        (
            "2010-07-29",
            "On Wednesday, he was expected at the club, but never showed up.",
            {"Wednesday": "2010-07-28"},
        ),
        (
            "2010-06-18",
            "Going into Thursday's hearing, the boxer said he was calm.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-16",
            "Going into Thursday's hearing, the boxer said he was calm.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2011-03-27",
            "Work was put off again due to the Jan. 29 parliamentary elections.",
            {"Jan. 29": "2011-01-29"},
        ),
        (
            "2010-06-15",
            "The appeals court Monday may have made it harder.",
            {"Monday": "2010-06-14"},
        ),
    ],
    "what is still to come": [
        (
            "2010-06-18",
            "The judge stopped Tuesday's planned sale of the mill.",
            {"Tuesday": "2010-06-22"},
        ),
        (
            "2010-06-17",
            "The band broke up shortly before Sunday's parade.",
            {"Sunday": "2010-06-20"},
        ),
        (
            "2010-06-16",
            "Both sides stayed hopeful about Thursday's talks.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-17",
            "They disagreed on the likelihood of a truce by Monday.",
            {"Monday": "2010-06-21"},
        ),
        (
            "2010-06-17",
            "He would be surprised if it was settled by Monday, he said.",
            {"Monday": "2010-06-21"},
        ),
        (
            "2010-12-10",
            "The judge set hearing dates of Dec. 21 and Dec. 22.",
            {"Dec. 21": "2010-12-21", "Dec. 22": "2010-12-22"},
        ),
        (
            "2010-09-05",
            "The gifts had been timed with the Oct. 1 anniversary in mind.",
            {"Oct. 1": "2010-10-01"},
        ),
        (
            "2010-08-29",
            "The court has set aside December 8 to hear both.",
            {"December 8": "2010-12-08"},
        ),
        ("2010-11-20", "They agreed to keep the ferry past Jan. 31.", {"Jan. 31": "2011-01-31"}),
        (
            "2010-06-15",
            "The trial began Tuesday, with testimony to begin Wednesday.",
            {"Wednesday": "2010-06-16"},
        ),
        (
            "2010-06-18",
            "The crew is on course to cross the line on Saturday.",
            {"Saturday": "2010-06-19"},
        ),
        (
            "2010-06-16",
            "The sloop is expected to land -- somewhere in the west -- Saturday.",
            {"Saturday": "2010-06-19"},
        ),
        (
            "2010-06-18",
            "The yard planned to ship the parts Friday, and put them on sale on July 25.",
            {"July 25": "2010-07-25"},
        ),
        (
            "2010-09-11",
            "The admiral is due to visit Myanmar, also known as Burma, from Sept. 15 on.",
            {"Sept. 15": "2010-09-15"},
        ),
        (
            "2010-08-16",
            "Lines were shut on Sunday after word that the permit would be revoked Monday.",
            {"Monday": "2010-08-16"},
        ),
        (
            "2010-02-25",
            "He spent little in the states with March 7 primaries.",
            {"March 7": "2010-03-07"},
        ),
    ],
    "conditions": [
        (
            "2010-10-09",
            "It was the last clean-up before it turns the port over to the town on Dec. 19.",
            {"Dec. 19": "2010-12-19"},
        ),
        (
            "2010-04-12",
            "When the results are released in December, schools must act.",
            {"December": "2010-12"},
        ),
        (
            "2010-02-24",
            "The chief, whose term expires in January, will stay.",
            {"January": "2011-01"},
        ),
        (
            "2010-10-09",
            "The bill cuts off aid after June 30, unless the king asks for it.",
            {"June 30": "2011-06-30"},
        ),
    ],
    "who saw, headed, pleaded and proposed": [
        ("2010-06-20", "A guard saw the pair preparing to leave Friday.", {"Friday": "2010-06-18"}),
        (
            "2010-06-20",
            "As he headed for the small port Friday, he sang.",
            {"Friday": "2010-06-18"},
        ),
        (
            "2010-10-26",
            "The other man pleaded guilty to kidnapping and fraud in April and was jailed.",
            {"April": "2010-04"},
        ),
        (
            "2010-06-18",
            "The governor proposed legislation Thursday that bans it.",
            {"Thursday": "2010-06-17"},
        ),
        (
            "2010-06-21",
            "The agency on Friday proposed that the reef be closed.",
            {"Friday": "2010-06-18"},
        ),
        (
            "2010-06-15",
            "Two towns unveiled a plan to revive the fair Monday, saying it is time.",
            {"Monday": "2010-06-14"},
        ),
        ("2010-06-15", "The union announced a plan to march on Monday.", {"Monday": "2010-06-21"}),
        ("2010-06-15", "The rally Monday was billed as a wake.", {"Monday": "2010-06-14"}),
        (
            "2010-06-13",
            "He knew that he'd spend a lot at the fair on Monday.",
            {"Monday": "2010-06-14"},
        ),
        (
            "2010-12-21",
            "If they had wished to sell, they would have sold in April.",
            {"April": "2010-04"},
        ),
        (
            "2010-06-18",
            "The mayor opened the schools Form One contest in Oban on Wednesday.",
            {"Wednesday": "2010-06-16"},
        ),
        (
            "2010-10-09",
            "The yacht ended a leg in 2008 and will finish a two-year extended cruise in January.",
            {"January": "2011-01"},
        ),
        ("2010-05-17", "In August, a panel the mayor set up will report.", {"August": "2010-08"}),
    ],
    "datelines and captions": [
        (
            "2010-06-11",
            "Search for a Second Ferry Goes On\n\nSAN MARINO, Italy, June 10 (Reuters) -- "
            "Divers on Thursday are at work.",
            {"Thursday": "2010-06-10"},
        ),
        (
            "2010-06-16",
            "A woman stands in front of her stall on Tuesday. (Ann Dow/Valley News Photo)",
            {"Tuesday": "2010-06-15"},
        ),
    ],
    "no dates or others": [
        ("2010-10-22", "Drummers read better by the 12th grade.", {"12th": None}),
        (
            "2010-06-18",
            "The clinic is open 8 a.m. to 6 p.m. Monday-Friday.",
            {"Friday": "XXXX-WXX-5"},
        ),
        ("2010-06-18", "A flag goes up. (Aron T. Winter/Valley News Photo)", {"Winter": None}),
        ("2010-06-18", "They put on a play by August Wilson.", {"August": None}),
        ("2010-06-18", "A fence stands between H1 and H2.", {"H1": None, "H2": None}),
        ("2010-06-18", "On that April night in 1993, it snowed.", {"that April": "1993-04"}),
        (
            "2010-07-29",
            "With effect from October 1, this year, they are banned.",
            {"October 1, this year": "2010-10-01"},
        ),
        ("2010-12-16", "We are anticipating faults because of Jan. 1.", {"Jan. 1": "2011-01-01"}),
        ("2010-06-18", "The Super-Tuesday votes are counted.", {"Tuesday": None}),
    ],
    "what looks alike": [
        ("2011-03-27", "Police fear an attack Saturday.", {"Saturday": "2011-04-02"}),
        (
            "2011-03-30",
            "Since the clerk will step down on May 3, his desk is bare.",
            {"May 3": "2011-05-03"},
        ),
        ("2011-03-30", "Aid has doubled since the quake on March 11.", {"March 11": "2011-03-11"}),
        (
            "2011-03-30",
            "In response to Monday's ruling, the bank will appeal.",
            {"Monday": "2011-03-28"},
        ),
        (
            "2011-03-30",
            "In response to calls for calm before Friday's march, she spoke.",
            {"Friday": "2011-04-01"},
        ),
        (
            "2011-03-30",
            "His lawyers want to postpone his April 9 deposition.",
            {"April 9": "2011-04-09"},
        ),
        ("2011-03-30", "A report published Tuesday said so.", {"Tuesday": "2011-03-29"}),
        ("2011-03-30", "He recalls when the bridge fell in May.", {"May": "2010-05"}),
        ("2011-03-30", "Since it opened in May, the shop has thrived.", {"May": "2010-05"}),
        ("2011-08-30", "The lease expired in June.", {"June": "2011-06"}),
        ("2011-03-30", "She said she'd left on Monday.", {"Monday": "2011-03-28"}),
        ("2011-03-30", "If he'd won on Sunday, he'd be in the final.", {"Sunday": "2011-03-27"}),
        ("2011-03-30", "He pleaded not guilty to theft on Tuesday.", {"Tuesday": "2011-03-29"}),
        ("2011-03-30", "The storm is headed for the coast Friday.", {"Friday": "2011-04-01"}),
        ("2011-03-30", "He missed Sunday's scheduled bout.", {"Sunday": "2011-03-27"}),
        ("2011-03-30", "He will miss Sunday's scheduled bout.", {"Sunday": "2011-04-03"}),
        (
            "2011-03-30",
            "He fell ill shortly before Sunday's race, which he lost.",
            {"Sunday": "2011-03-27"},
        ),
        (
            "2011-03-30",
            "They quoted her as saying that it would rain on Friday.",
            {"Friday": "2011-04-01"},
        ),
        (
            "2011-03-30",
            "They came to report on April 8 parliamentary elections.",
            {"April 8": "2011-04-08"},
        ),
    ],
}


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
