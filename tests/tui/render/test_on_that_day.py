"""The page of a day: offices, what was under way, what came before and after."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.text.cells import width
from kztimeline.timeline.as_of import past
from kztimeline.timeline.in_office.days import Days
from kztimeline.timeline.in_office.names import surname
from kztimeline.timeline.in_office.on_days import offices_within
from kztimeline.timeline.in_office.year_headings import year_line
from kztimeline.timeline.lasting import perhaps_ran, surely_ran
from kztimeline.timeline.model import Era, Timeline
from kztimeline.tui.render.pages.on_that_day import on_that_day
from tests.tui.sample import event, sample, timeline_of

WHOLE = sample()


def key(action: str) -> str:
    return {"previous_day": "h", "next_day": "l"}[action]


def with_eras(timeline: Timeline, *eras: Era) -> Timeline:
    return Timeline(**{**vars(timeline), "eras": eras})


def era(name: str, kind: str, date: str) -> Era:
    return Era(id=name.lower().replace(" ", "-"), name=name, kind=kind, date=parse(date))


ERAS = (
    era("Ada Wren", "presidency", "1991/2006-06-30"),
    era("Ben Okafor, Jr.", "presidency", "2006-06-30/.."),
    era("G. W. Hale (first term)", "administration", "2001-01-20/2009-01-20"),
    era("Kim Envoy", "envoy", "2001/2004-07"),
    era("Max Moser, chargé", "envoy", "2006-09-01/2008"),
    era("Oldtown (Longquay)", "capital", "1991/2006-05"),
    era("Newtown", "capital", "2006-05/.."),
    era("Harbour commission", "membership", "2001/.."),
    era("Lighthouse union", "membership", "1995/2010"),
)
OFFICES = with_eras(WHOLE, *ERAS)


def page(timeline: Timeline, day: str, cells: int = 78) -> list[str]:
    found = on_that_day(timeline, Days.of(parse(day)), cells, key)
    return ["".join(piece.text for piece in line) for line in found.lines]


@pytest.mark.parametrize("cells", [198, 118, 78, 58, 28])
def test_no_line_is_wider_than_the_page(cells: int) -> None:
    for day in ("2006-06-30", "2012-02-01", "1991", "2013-07"):
        assert all(width(line) <= cells for line in page(OFFICES, day, cells)), day


def test_it_says_which_day_and_how_to_get_to_the_next() -> None:
    first = page(OFFICES, "2005-01-03")[0]
    assert first.startswith("On 3 January 2005")
    assert first.endswith("‹ h earlier  l later ›")
    assert page(OFFICES, "1994")[0].startswith("Some time in 1994")
    assert page(OFFICES, "1994-02")[0].startswith("Some time in February 1994")


def test_an_office_nobody_held_is_said_to_be_vacant_with_who_came_next() -> None:
    text = "\n".join(page(OFFICES, "2005-01-03"))
    (line,) = [line for line in page(OFFICES, "2005-01-03", 90) if "none on record" in line]
    assert line.startswith("Envoy")
    assert "next on record: Max Moser, chargé, 1 Sep" in line
    assert "Hale" in text


def test_on_the_day_of_a_handover_both_stand_with_the_day_that_is_theirs() -> None:
    lines = page(OFFICES, "2006-06-30", 118)
    (old,) = [line for line in lines if "Ada Wren" in line]
    (new,) = [line for line in lines if "Ben Okafor" in line]
    assert old.startswith("President")
    assert old.rstrip().endswith("until that day")
    assert new.split() == ["Ben", "Okafor,", "Jr.", "from", "that", "day"]
    assert lines.index(new) == lines.index(old) + 1
    assert not any("Ben Okafor" in line for line in page(OFFICES, "2006-06-29"))
    assert not any("Ada Wren" in line for line in page(OFFICES, "2006-07-01"))


def test_memberships_stand_together_in_one_row() -> None:
    (line,) = [line for line in page(OFFICES, "2005-01-03") if line.startswith("Member of")]
    assert line.split("Member of")[1].strip() == "Harbour commission · Lighthouse union"
    (line,) = [line for line in page(OFFICES, "2010-05-01", 118) if line.startswith("Member of")]
    assert line.strip().endswith("Harbour commission · Lighthouse union (perhaps)")
    members = with_eras(timeline_of([event("x", "2001", "X")]), ERAS[-1])
    members = Timeline(**{**vars(members), "actors": ()})
    assert "In office" not in "\n".join(page(members, "2001-01-01"))
    assert any(line.startswith("Member of ─") for line in page(members, "2001-01-01"))


def test_what_was_under_way_and_what_was_near_are_links_on_both_tracks() -> None:
    found = on_that_day(WHOLE, Days.of(parse("2012-02-02")), 78, key)
    targets = [target for _, target in found.links]
    assert "press" in targets
    lines = page(WHOLE, "2012-02-02")
    (near,) = [line for line in lines if "Ito presses" in line]
    assert near.startswith("● L the day before")
    assert "vote" in targets
    assert any(line.startswith("▬ L since 2015") for line in page(WHOLE, "2016-01-01"))


def test_what_ran_on_a_day() -> None:
    lines = page(WHOLE, "2012-02-01")
    okafor, ito = (
        next(number for number, line in enumerate(lines) if name in line)
        for name in ("Okafor", "Ito")
    )
    assert okafor < ito
    assert not any("The Island sits in the harbour commission" in line for line in lines)
    asked, first = parse("1993-06-01"), dt.date(1993, 6, 1)
    ran = [each.date for each in WHOLE.eras if perhaps_ran(each.date, first, first)]
    assert [surely_ran(date, first, first) for date in ran] == [True, False]
    lines = page(WHOLE, asked.text)
    at = next(number for number, line in enumerate(lines) if line.startswith("Under way"))
    under_way = [line for line in lines[at + 1 :] if line.startswith("▬")][:2]
    assert ["perhaps" in line for line in under_way] == [False, True]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2012-02-01", "On 1 February 2012"),
        ("2007-04", "Some time in April 2007"),
        ("1991", "Some time in 1991"),
        ("199X", "Some time in the 1990s"),
        ("0044", "Some time in the year 44"),
        ("0001/0003", "In the years 1–3"),
        ("1991/..", "Some time in 1991"),
        ("../1994", "Some time in 1994"),
        ("2007-04~", "About April 2007"),
        ("1998?", "Perhaps some time in 1998"),
        ("2012-02-01?", "Perhaps on 1 February 2012"),
        ("1991-01/1991-12", "In January–December 1991"),
    ],
)
def test_the_days_of_a_page_are_no_finer_than_their_date(date: str, words: str) -> None:
    assert Days.of(parse(date)).words == words


def test_at_a_vague_time_only_what_ran_throughout_surely_ran() -> None:
    timeline = timeline_of(
        [
            event("whole", "1990-01-01/2000-01-01", "W"),
            event("from", "1991-06-01/1995-01-01", "F"),
            event("to", "1980-01-01/1991-06-01", "T"),
            event("not", "1992-01-01/1995-01-01", "N"),
        ]
    )

    def under_way(day: str) -> dict[str, bool]:
        lines = page(timeline, day)
        at = next(number for number, line in enumerate(lines) if line.startswith("Under way"))
        end = next(number for number, line in enumerate(lines) if line.startswith("Within"))
        text = " ".join(lines[at + 1 : end])
        found = text.split("▬")[1:]
        return {re.findall(r"\b[WFTN]\b", part)[0]: "perhaps" not in part for part in found}

    assert under_way("1991") == {"W": True, "F": False, "T": False}
    assert under_way("1991-01/1991-12") == {"W": True, "F": True, "T": True}


def test_an_event_known_to_the_month_may_have_been_that_day() -> None:
    (line,) = [line for line in page(WHOLE, "2012-03-05") if "delegation of pilots" in line]
    assert line.startswith("◐ L March 2012, perhaps")


def test_a_day_without_an_event_says_so() -> None:
    lines = page(WHOLE, "1991-01-02")
    assert "no dated event on record" in lines


def test_as_of_a_day_nothing_later_is_told() -> None:
    until = dt.date(2012, 2, 1)
    days, then = Days.of(parse("2012-02-01"), until), past(OFFICES, until)
    text = "\n".join(
        "".join(piece.text for piece in line) for line in on_that_day(then, days, 78, key).lines
    )
    assert "Ito presses" in text
    assert "2014" not in text
    assert "2013" not in text


def test_who_is_in_office_has_no_end_that_came_later() -> None:
    day = dt.date(2012, 2, 1)
    days, then = Days.of(parse("2012-02-01"), day), past(WHOLE, day)
    lines = [
        "".join(piece.text for piece in line) for line in on_that_day(then, days, 78, key).lines
    ]
    (okafor,) = [line for line in lines if "Okafor" in line]
    assert okafor.endswith("since July 2006")


def test_as_of_a_day_a_vacant_office_does_not_tell_who_came_next() -> None:
    day = dt.date(2005, 1, 3)
    days, then = Days.of(parse("2005-01-03"), day), past(OFFICES, day)
    lines = [
        "".join(piece.text for piece in line) for line in on_that_day(then, days, 78, key).lines
    ]
    (vacant,) = [line for line in lines if line.startswith("Envoy")]
    assert vacant.split() == ["Envoy", "none", "on", "record"]


def test_of_days_after_the_one_it_is_shown_as_of_nothing_is_told() -> None:
    day = dt.date(2005, 1, 3)
    days, then = Days.of(parse("2012-02-01"), day), past(OFFICES, day)
    lines = [
        "".join(piece.text for piece in line) for line in on_that_day(then, days, 78, key).lines
    ]
    assert lines[1:] == ["The timeline is shown as of 3 Jan 2005; this is later."]


def test_a_day_back_and_on() -> None:
    days = Days.of(parse("2012-03-01"))
    assert days.moved(-1).first == dt.date(2012, 2, 29)
    assert days.moved(1).last == dt.date(2012, 3, 2)
    assert Days.of(parse("2012")).moved(1).first == dt.date(2013, 1, 1)
    assert Days.of(parse("9999-12-31")).moved(1).first == dt.date.max
    assert Days.of(parse("0001-01-01")).moved(-1).first == dt.date.min


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("George H.W. Bush", "Bush"),
        ("Donald Trump (first term)", "Trump"),
        ("John M. Ordway, chargé (2011)", "Ordway"),
        ("Ben Okafor, Jr.", "Okafor"),
        ("Ben Okafor Jr.", "Okafor"),
        ("Ito", "Ito"),
    ],
)
def test_a_year_line_has_surnames(name: str, last: str) -> None:
    assert surname(name) == last


def test_a_year_says_who_was_in_office_and_what_changed() -> None:
    assert year_line(OFFICES, 2005) == "Okafor · Hale" or year_line(OFFICES, 2005) == "Wren · Hale"
    assert year_line(OFFICES, 2003) == "Wren · Hale · Amb. Envoy"
    assert (
        year_line(OFFICES, 2006)
        == "Wren → Okafor · Hale · chargé Moser from Sep · Oldtown → Newtown"
    )
    assert year_line(OFFICES, 2004) == "Wren · Hale · Amb. Envoy until Jul"
    assert year_line(OFFICES, 1992) == "Wren"
    assert year_line(OFFICES, 0) == ""


def test_as_of_a_day_a_year_line_ends_with_who_was_in_office_then() -> None:
    assert year_line(OFFICES, 2006, dt.date(2006, 3, 1)) == "Wren · Hale"


def test_an_office_is_called_as_those_who_held_it_call_it() -> None:
    names = {
        office.name for office in offices_within(WHOLE, dt.date(2000, 1, 1), dt.date(2000, 1, 1))
    }
    assert "President of the Island" in names


def test_an_empty_timeline_has_a_page() -> None:
    empty = with_eras(timeline_of([event("x", "2001", "X")]))
    assert page(empty, "2001-01-01")[0].startswith("On 1 January 2001")


def test_an_office_is_called_as_its_holder_was_on_the_day(builtin: Timeline) -> None:
    def president(day: str) -> tuple[str, str]:
        date = dt.date.fromisoformat(day)
        office = next(each for each in offices_within(builtin, date, date) if each.held)
        date_held = office.held[0].date
        assert date_held
        return office.name, date_held.text

    assert president("1991-08-29") == ("President of the Kazakh SSR", "1990-04-24/1991-12-10")
    assert president("1991-12-20") == ("President of Kazakhstan", "1991-12-10/2019-03-20")


@pytest.mark.parametrize("day", ["1994-06-01", "2000-03-01", "2005-12-01", "2010-12-01"])
def test_the_same_are_in_office_as_of_a_later_day(builtin: Timeline, day: str) -> None:
    date = dt.date.fromisoformat(day)
    then = past(builtin, dt.date(2010, 12, 31))

    def held(timeline: Timeline) -> dict[str, list[str]]:
        offices = offices_within(timeline, date, date, builtin)
        return {office.name: [each.name for each in office.held] for office in offices}

    known = held(then)
    # Of what nobody knows the beginning, and ended later, it was not known that it had begun.
    assert {name: names for name, names in held(builtin).items() if names} == {
        name: names for name, names in known.items() if names
    }
    assert "2022" not in str([role.date.text for actor in then.actors for role in actor.roles])


def test_a_year_line_tells_ambassadors_from_those_in_charge_and_doubt_from_fact() -> None:
    envoys = with_eras(
        sample(),
        era("Richard Hoagland", "envoy", "2008-10-08/2011-01-14"),
        era("John Ordway, chargé (2011)", "envoy", "2011-01/2011-09"),
        era("Ken Fairfax", "envoy", "2011-10-25/2013-09-16"),
        era("Ann Lee", "presidency", "2001~/2012"),
    )
    assert year_line(envoys, 2011).endswith("Amb. Hoagland → chargé Ordway → Amb. Fairfax")
    assert year_line(envoys, 2000) == "perhaps Lee"
    assert year_line(envoys, 2005) == "Lee"
    eve = with_eras(sample(), era("A B", "presidency", "1991/2001-01-01"))
    assert year_line(eve, 2001) == "B"


@pytest.mark.parametrize("cells", [102, 118, 160])
def test_dates_of_offices_stand_in_one_column(builtin: Timeline, cells: int) -> None:
    lines = page(builtin, "2012-12-14", cells)
    offices = lines[1 : next(n for n, line in enumerate(lines) if line.startswith("Under way"))]
    terms = [line for line in offices if re.search(r"\d{4}–.*\d{4}$", line.rstrip())]
    assert len(terms) > 4
    starts = {found.start() for line in terms if (found := re.search(r"(\d+ \w+ )?\d{4}–", line))}
    assert len(starts) == 1
    vacant = [line for line in offices if "none on record" in line]
    assert vacant
    assert {line.index("none on record") for line in vacant} == {terms[0].index("Nursultan")}
    assert all("none on record  next" in line for line in vacant if "next on record" in line)


@pytest.mark.parametrize("cells", [60, 64, 70, 76, 78, 80, 90, 100, 120])
def test_terms_begin_in_one_column_whatever_the_width(builtin: Timeline, cells: int) -> None:
    lines = [
        "".join(piece.text for piece in line)
        for line in on_that_day(builtin, Days.of(parse("2012-03-26")), cells, key).lines
    ]
    dates = ("10 Dec 1991–20 Mar 2019", "25 Oct 2011–16 Sep 2013", "2011–28 Sep 2012", "2009–2017")
    assert len({line.index(date) for date in dates for line in lines if line.endswith(date)}) == 1
