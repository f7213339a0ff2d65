"""The verb of a sentence that stands behind a clause with a verb and a date of its own."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

# Saturday.
PUBLISHED = "2018-01-20"
CASES = {
    "a plural subject and a word that is a noun as well": (
        "The tariffs that ended on Nov. 30 return on Feb. 20.",
        {"Nov. 30": "2017-11-30", "Feb. 20": "2018-02-20"},
    ),
    "a singular subject": (
        "The curfew that ended on Nov. 30 returns on Feb. 20.",
        {"Nov. 30": "2017-11-30", "Feb. 20": "2018-02-20"},
    ),
    "a verb that is a noun as well, and its object": (
        "The pilot who walked away in October faces a jury on March 5.",
        {"October": "2017-10", "March 5": "2018-03-05"},
    ),
    "a verb that is a participle as well": (
        "The guards who broke ranks on Dec. 9 come before the bench on Feb. 2.",
        {"Dec. 9": "2017-12-09", "Feb. 2": "2018-02-02"},
    ),
    "a verb that no list holds": (
        "The goalkeeper who tore a muscle on Dec. 2 rejoins the club on Jan. 27.",
        {"Dec. 2": "2017-12-02", "Jan. 27": "2018-01-27"},
    ),
    "a season that is a verb": (
        "Rents that rose on Jan. 8 fall on March 1.",
        {"Jan. 8": "2018-01-08", "March 1": "2018-03-01"},
    ),
    "between commas": (
        "The barge, which burned on Nov. 11, sails again on Feb. 6.",
        {"Nov. 11": "2017-11-11", "Feb. 6": "2018-02-06"},
    ),
    "a relative clause of an object": (
        "The mayors whom voters threw out in November hand over their keys on Feb. 1.",
        {"November": "2017-11", "Feb. 1": "2018-02-01"},
    ),
    "whose and where": (
        "The painter whose studio was searched on Jan. 4 leaves for Rome on Jan. 29.\n\n"
        "The tunnel where a truck caught fire on Jan. 5 shuts on Feb. 12.",
        {"Jan. 4": "2018-01-04", "Jan. 29": "2018-01-29", "Feb. 12": "2018-02-12"},
    ),
    "a clause without a date": (
        "Subsidies that lapsed with the last cabinet return on Feb. 1.",
        {"Feb. 1": "2018-02-01"},
    ),
    "a participle": (
        "A motion defeated in December goes back to the chamber on Jan. 31.",
        {"December": "2017-12", "Jan. 31": "2018-01-31"},
    ),
    "a participle of many": (
        "Miners detained near the border on Dec. 7 face trial on Feb. 14.",
        {"Dec. 7": "2017-12-07", "Feb. 14": "2018-02-14"},
    ),
    "a subject in -s": (
        "The series that was cut short on Jan. 3 resumes on Jan. 30.",
        {"Jan. 3": "2018-01-03", "Jan. 30": "2018-01-30"},
    ),
    "a report inside the clause": (
        "A nurse who claimed in November that she was robbed sues the home on Jan. 29.",
        {"November": "2017-11", "Jan. 29": "2018-01-29"},
    ),
    "weekdays": (
        "The tribunal that adjourned on Wednesday resumes on Tuesday.",
        {"Wednesday": "2018-01-17", "Tuesday": "2018-01-23"},
    ),
    "a report about it": (
        "Officials said the licences that expired on Dec. 31 take effect again on Feb. 3.",
        {"Dec. 31": "2017-12-31", "Feb. 3": "2018-02-03"},
    ),
    "a date before it all": (
        "On Feb. 9 the levy that deputies dropped in October returns.",
        {"Feb. 9": "2018-02-09", "October": "2017-10"},
    ),
    "the clause is to come, the sentence is past": (
        "The envoy who returns on Feb. 1 resigned on Dec. 27.",
        {"Feb. 1": "2018-02-01", "Dec. 27": "2017-12-27"},
    ),
    "a noun beside a past verb stays a noun": (
        "The clerk who signed reports and claims on Dec. 3 died on Jan. 3.",
        {"Dec. 3": "2017-12-03", "Jan. 3": "2018-01-03"},
    ),
    "an object behind a date stays a noun": (
        "The bank announced on Dec. 5 plans on which it had sat for months.",
        {"Dec. 5": "2017-12-05"},
    ),
    "a clause beside an object": (
        "The court freed a man who had filed reports on Dec. 5.",
        {"Dec. 5": "2017-12-05"},
    ),
    "an apposition before the verb": (
        "On Wednesday, the harbor master, a cousin of the mayor, called it a theft. "
        "On Jan. 11 the abbot, owner of the mill and the dam, sued.",
        {"Wednesday": "2018-01-17", "Jan. 11": "2018-01-11"},
    ),
}


@pytest.mark.parametrize(("text", "dates"), CASES.values(), ids=CASES.keys())
def test_main_verb(text: str, dates: dict[str, str]) -> None:
    found = {item.text: str(item.date) for item in extract(text, parse(PUBLISHED))}
    assert {phrase: found.get(phrase) for phrase in dates} == dates
