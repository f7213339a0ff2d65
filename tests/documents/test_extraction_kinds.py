"""Dates that only their surroundings tell: the year or week they mean, and what is doubtful."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import Extracted, doubtful_first, extract
from tests.commands import kzt
from tests.files import HEAD, write


def read(text: str, published: str | None) -> list[Extracted]:
    return extract(text, parse(published) if published else None)


def meanings(text: str, published: str | None) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for item in read(text, published):
        found.setdefault(item.text, str(item.date) if item.date else item.known)
    return found


KINDS = [
    # A past month is not sent to the future, whatever is nearer.
    ("2014-12-29", "A treaty was signed on February 4.", {"February 4": "2014-02-04"}),
    ("2016-12-27", "Prices had fallen in January.", {"January": "2016-01"}),
    # The tense of the verb that the date belongs to.
    ("2022-07-12", "A vote is set for October 9.", {"October 9": "2022-10-09"}),
    ("2022-07-12", "The governor is slated to leave on Friday.", {"Friday": "2022-07-15"}),
    ("2022-07-12", "The inquest opens on Thursday.", {"Thursday": "2022-07-14"}),
    ("2022-07-12", "The rules take effect in January.", {"January": "2023-01"}),
    ("2022-07-12", "They will publish a report in November.", {"November": "2022-11"}),
    ("2015-05-15", "The panel hears witnesses on Tuesday.", {"Tuesday": "2015-05-19"}),
    ("2015-05-15", "The cutoff is Wednesday.", {"Wednesday": "2015-05-20"}),
    ("2015-05-15", "Ahead of Tuesday's parade, roads were shut.", {"Tuesday": "2015-05-19"}),
    # The main verb wins over a word of the future in another clause.
    ("2012-02-13", "On January 9 the governor said that a dam would be built.", {
        "January 9": "2012-01-09",
    }),
    ("2012-02-13", "On January 9 guards held a woman believed to be planning a raid.", {
        "January 9": "2012-01-09",
    }),
    ("2012-02-13", "The consul, who will retire in May, returned February 3.", {
        "May": "2012-05", "February 3": "2012-02-03",
    }),
    ("2012-02-13", "The senate was due to sit January 11 but did not.", {
        "January 11": "2012-01-11",
    }),
    ("2007-05-02", "On April 24th, the premier announced that the state would lend a million.", {
        "April 24th": "2007-04-24",
    }),
    # Years of long ago do not switch off the publication.
    ("2014-09-03", "The ferry began in 1931 and sank in 1999. A pier gave way on August 11.", {
        "August 11": "2014-08-11",
    }),
    ("2015-05-15", "The guild was formed in 1997 and banned in 2004. This year it is back.", {
        "This year": "2015",
    }),
    ("2022-05-20", "On March 2, shots were heard. The general had led from 1991 until 2015.", {
        "March 2": "2022-03-02",
    }),
    # The day after an explicit step back, and the pluperfect before what was told.
    ("2013-01-31", "A vote was held on March 4, 2012. On December 10, 2011, a fire had broken out. "
     "On December 11, it was put out.", {"December 11": "2011-12-11"}),
    ("2013-06-20", "The house passed the code on Sept. 5, 1996. It had been drafted in April.", {
        "April": "1996-04",
    }),
    ("2012-09-10", "An editor, who in August 2011 was jailed, was freed in May.", {
        "May": "2012-05",
    }),
    # The weekday beside a day, and that of an event already dated.
    ("2012-03-01", "They voted on Sunday, April 3, in the rain.", {
        "Sunday, April 3": "2011-04-03",
    }),
    ("2013-05-21", "A tower fell on May 12, 2013. Insurers put Sunday's loss at a million.", {
        "Sunday": "2013-05-12",
    }),
    # Chronicles under headings, and the year before its day.
    ("2012-02-03", "2010\n\nMarch 9 - Talks.\n\nMay 2 - A strike.\n\n2009\n\nJune 4 - A law.", {
        "March 9": "2010-03-09", "May 2": "2010-05-02", "June 4": "2009-06-04",
    }),
    ("2012-02-03", "## 2010\n\n- March 9: talks.\n- May 2: a strike.\n\n## 2011\n\n"
     "- June 4: a law.", {
        "March 9": "2010-03-09", "May 2": "2010-05-02", "June 4": "2011-06-04",
    }),
    ("2002-02-03", "1937 Nov 3, a trial.\n\n2001, July 9, a treaty.", {
        "1937 Nov 3": "1937-11-03", "2001, July 9": "2001-07-09",
    }),
    # Story and news in one text.
    ("2016-04-22", "Posted: Friday, April 22 2016\n\nThe yard was sold in 2004. Fire shut it "
     "in 2008.\n\nWelders walked out late last year. Owners in November cut wages and set a "
     "ballot for Jan. 20.\n\nWednesday's talks failed.", {
        "late last year": "2015", "November": "2015-11", "Jan. 20": "2016-01-20",
        "Wednesday": "2016-04-20",
    }),
    # No date at all.
    ("2012-10-08", "An 8 p.m. curfew was lifted.", {"8 p.m.": None}),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expected"), KINDS)
def test_kind(published: str, text: str, expected: dict[str, str | None]) -> None:
    found = meanings(text, published)
    assert {phrase: found.get(phrase) for phrase in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its 2007 amendments and 2005 polls.", ["2007", "2005"]),
        ("After 2005 parties had to register; 2014 includes the cost.", ["2006/..", "2014"]),
        ("The 2005 and 2007 votes were flawed.", ["2005", "2007"]),
        ("A fire on May 16,2011 and a trial on Oct. 9,2012.", ["2011-05-16", "2012-10-09"]),
        ("On 25 October (7 November) 1917 it fell.", ["1917-10-25", "1917-11-07"]),
        ("On 16 (28) July 1867 it began.", ["1867-07-16", "1867-07-28"]),
        ("On May 9 (a holiday), 2011, it rained.", ["2011-05-09"]),
        ("From June 5 to 10, 2011, they met.", ["2011-06-05/2011-06-10"]),
        ("From June 5 through 10, 2011.", ["2011-06-05/2011-06-10"]),
        ("From December 28 to January 3, 2012.", ["2011-12-28", "2012-01-03"]),
        ("On 3, 10 and 17 May 2011.", ["2011-05-03", "2011-05-10", "2011-05-17"]),
        ("On March 4, 5, 6 and 9, 2011.", [f"2011-03-0{day}" for day in (4, 5, 6, 9)]),
        ("In March, June and July 2010.", ["2010-03", "2010-06", "2010-07"]),
        ("Aid in FY2005, FY07 and FY 2009.", ["2005", "2007", "2009"]),
        ("Aid in FY1992-FY2004.", ["1992/2004"]),
        ("Aid in fiscal years 1998 through 2004.", ["1998/2004"]),
        ("It ran from 1998 to 2004.", ["1998/2004"]),
        ("In 2005Q4, 1Q06 and Q2 2006.", [
            *("2005-10/2005-12", "2006-01/2006-03", "2006-04/2006-06"),
        ]),
        ("Cables of 16-Dec-2011 and 2011-Nov-30.", ["2011-12-16", "2011-11-30"]),
        ("Letters of 2011/12/20 and 2010-1-2.", ["2011-12-20", "2010-01-02"]),
        ("It met on 3-5.10.2006.", ["2006-10-03/2006-10-05"]),
        ("The 2001–2 season.", ["2001/2002"]),
        ("A 1000 year-old poem and a 1500-year-old wall.", []),
        ("The 1200 workers left at 1800 hours; a 1500 MW plant; 2000 USD.", []),
        ("Under UNSCR 1540 and Resolution 1973.", []),
    ],
)  # fmt: skip
def test_form(text: str, expected: list[str]) -> None:
    assert [str(item.date) for item in read(text, "2013-06-01") if item.date] == expected


def test_figures_follow_the_order_of_the_text() -> None:
    text = "Of 16/12/2011, 05/03/2012 and 25/06/2012."
    assert [str(item.date) for item in read(text, "2012-10-08")] == [
        *("2011-12-16", "2012-03-05", "2012-06-25"),
    ]
    american = "Of 12/16/2011, 05/03/2012 and 06/25/2012."
    assert str(read(american, "2012-10-08")[1].date) == "2012-05-03"


def test_figures_that_say_a_later_year_follow_the_order_of_the_text() -> None:
    text = "It opened on 9/26/2003, closes on 2/8/2004."
    assert [str(item.date) for item in extract(text, parse("2003-10-30"))] == [
        "2003-09-26",
        "2004-02-08",
    ]


def test_figures_do_not_lie_after_publication() -> None:
    assert meanings("They met on 12/03/2012.", "2012-10-08") == {"12/03/2012": "2012-03-12"}


def test_ambiguous_figures_are_said_to_be_so() -> None:
    (found,) = read("They met on 05/03/2012.", "2012-10-08")
    assert found.date is None
    assert found.known == "2012-XX-XX"
    assert {one.date for one in found.weighed} == {"2012-03-05", "2012-05-03"}
    assert found.is_doubtful
    assert found.confidence < 0.7


UNSURE = "The harbor is deep. It was dredged in October 2010, and in May the engineer left."


def test_no_clear_winner_is_no_year() -> None:
    found = read(UNSURE, "2013-09-10")[1]
    assert (found.date, found.known) == (None, "XXXX-05")
    assert {one.date for one in found.weighed[:3]} == {"2010-05", "2011-05", "2013-05"}
    assert sum(one.likelihood for one in found.weighed) == pytest.approx(1)


def test_the_doubtful_come_first() -> None:
    found = read(UNSURE, "2013-09-10")
    assert [item.text for item in doubtful_first(found)] == ["May", "October 2010"]


def test_what_was_not_decided_is_no_anchor() -> None:
    found = meanings(f"{UNSURE} Two months later he left.", "2013-09-10")
    assert found["Two months later"] == "XXXX-XX"


def test_the_evidence_has_names_and_adds_up_to_the_order() -> None:
    (found,) = read("A vote is set for October 9.", "2022-07-12")
    first, second = found.weighed[:2]
    assert any("plan or future" in name for name, _ in first.evidence)
    assert sum(value for _, value in first.evidence) > sum(value for _, value in second.evidence)
    assert first.likelihood > second.likelihood


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *("said Tuesday ", "January 5 and ", "Jan. 3: ", "2010\n\n", "# 2010\n", "1/2/2012 "),
        *(
            "in March, which ",
            "May 5 (",
            "to be held ",
            "January 5, 6, ",
            "FY05-",
            "the 5th ",
            "2010 and ",
        ),
    ],
)
def test_weighing_takes_time_linear_in_the_text(piece: str) -> None:
    def seconds(copies: int) -> float:
        start = time.process_time()
        read(piece * copies, "2012-02-03")
        return time.process_time() - start

    seconds(50)
    assert seconds(2_000) < 8 * seconds(500) + 0.2


def page(folder: Path, text: str) -> Path:
    path = folder / "007_page.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_explain_names_candidates_and_evidence(tmp_path: Path) -> None:
    path = page(tmp_path, "A vote is set for October 9. It was 1998. Two years passed.")
    lines = kzt("extract", path, "--published", "2022-07-12", "--explain").stdout.splitlines()
    assert lines[0].endswith("3 dates")
    assert lines[2].strip().startswith("2022-10-09 0.9")
    assert "plan or future, after publication +" in lines[2]
    assert any(line.strip().startswith("such answers were right 9") for line in lines)
    assert any(line.strip() == "says its own year" for line in lines)
    assert any(line.strip() == "names no date" for line in lines)


def test_explain_says_what_is_of_no_one_year_or_before_our_era(tmp_path: Path) -> None:
    path = page(
        tmp_path,
        "He paid in the first three months of the year. The fair is usually held in May. "
        "It was known by 400 BC.",
    )
    lines = kzt("extract", path, "--published", "2012-06-14", "--explain").stdout.splitlines()
    assert [line.strip() for line in lines[2::2]] == [
        "read against published 2012-06-14",
        "recurs, and is of no one year or week",
        "lies before the year 1, and no date of a timeline does",
    ]
    assert "2012-01/2012-03" in lines[1]


def test_explain_says_why_there_is_no_year(tmp_path: Path) -> None:
    path = page(tmp_path, UNSURE)
    run = kzt("extract", path, "--published", "2013-09-10", "--explain")
    assert "no candidate clearly wins, so none is taken" in run.stdout


def test_explain_is_for_the_table(tmp_path: Path) -> None:
    path = page(tmp_path, UNSURE)
    run = kzt("extract", path, "--explain", "--format", "csv")
    assert run.returncode == 2
    assert "--explain" in run.stderr
    assert run.stdout == ""


def test_the_table_begins_with_what_is_doubtful(tmp_path: Path) -> None:
    path = page(tmp_path, UNSURE)
    lines = kzt("extract", path, "--published", "2013-09-10").stdout.splitlines()
    assert lines[0].endswith("2 dates, 1 of them doubtful")
    assert "«May»" in lines[1]
    assert lines[2].strip().startswith("doubtful: ")
    assert all(f"{year}-05 (0." in lines[2] for year in (2010, 2011, 2013))


def test_records_name_the_candidates(tmp_path: Path) -> None:
    path = page(tmp_path, UNSURE)
    run = kzt("extract", path, "--published", "2013-09-10", "--format", "jsonl")
    first, second = [json.loads(line) for line in run.stdout.splitlines()]
    assert first["candidates"] == ""
    assert "2013-05 (0." in second["candidates"]


def test_a_new_card_marks_the_doubtful_and_passes_the_check(tmp_path: Path) -> None:
    timeline = write(tmp_path, HEAD.replace("events:\n", "events: []\n"))
    path = page(tmp_path, UNSURE)
    add = kzt(
        *("--timeline", timeline, "seeds", "add", path, "--published", "2013-09-10"),
        *("--title", "A page"),
    )
    assert "2 open dates, 1 of them doubtful" in add.stderr
    assert "--format stubs --track home --topic talks` prints an event for each" in add.stderr
    card = (tmp_path / "seeds" / "007.yaml").read_text(encoding="utf-8")
    (doubt,) = [line for line in card.splitlines() if "doubtful: " in line]
    assert all(f"{year}-05 (0." in doubt for year in (2010, 2011, 2013))
    assert kzt("check", timeline).returncode == 0
    coverage = kzt("--timeline", timeline, "coverage", "--documents", tmp_path)
    opened = [line for line in coverage.stdout.splitlines() if "open:" in line]
    assert "May" in opened[0]
    assert "matches the text" in coverage.stdout
