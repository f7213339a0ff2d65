"""The page of a day in timelines of other kinds: other offices, tracks, dates and eras."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.text.cells import width
from kztimeline.timeline.in_office.days import Days
from kztimeline.timeline.model import Actor, Era, Role, Timeline, Track
from kztimeline.tui.render.pages.on_that_day import on_that_day
from tests.build import build_event, build_timeline
from tests.tui.sample import event, timeline_of

TRACKS = tuple(Track(id=name, name=name.title(), letter=name[0].upper()) for name in "abcd")


def era(name: str, kind: str, date: str) -> Era:
    return Era(id=name.lower().replace(" ", "-"), name=name, kind=kind, date=parse(date))


def person(name: str, *roles: tuple[str, str], other: tuple[str, ...] = ()) -> Actor:
    return Actor(
        id=name.lower().replace(" ", "-"),
        name=name,
        kind="person",
        side="a",
        other_names=other,
        roles=tuple(Role(title=title, date=parse(date)) for title, date in roles),
    )


def state(
    *people: Actor, eras: tuple[Era, ...] = (), tracks: int = 1, dates: tuple[str, ...] = ()
) -> Timeline:
    """Return a timeline of people, eras and events, these on each track in turn."""
    events = [
        build_event(f"e{n}", date, f"Event {n}", track=TRACKS[n % tracks].id)
        for n, date in enumerate(dates)
    ]
    return build_timeline(events, tracks=TRACKS[:tracks], actors=people, eras=eras)


def page(timeline: Timeline, day: str, cells: int = 118) -> list[str]:
    found = on_that_day(timeline, Days.of(parse(day)), cells, str)
    return ["".join(piece.text for piece in line).rstrip() for line in found.lines]


def after(lines: list[str], heading: str) -> list[str]:
    """Return the lines of a section."""
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{heading} ─"))
    end = next((n for n in range(at + 1, len(lines)) if not lines[n]), len(lines))
    return lines[at + 1 : end]


def headings(lines: list[str]) -> list[str]:
    return [line.split(" ─")[0] for line in lines if "──" in line]


ENVOYS = (
    era("Kim Ito", "envoy", "2001-02-01/2004-07-01"),
    era("William H. Moser", "envoy", "2019/2021-09"),
    era("Max Orr, chargé (2022)", "envoy", "2022-01/2022-09"),
)
MOSER = person("William Moser", ("Envoy to the Island", "2019-03/2021-09"))
ITO = person("Kim Ito", ("Envoy to the Island", "2001-02/2004-07-01"))


def test_one_person_recorded_twice_in_an_office_stands_once_with_the_finer_days() -> None:
    island = state(MOSER, ITO, eras=ENVOYS)
    (row,) = after(page(island, "2019-05-01"), "In office")
    assert row.split("  ")[0] == "Envoy to the Island"
    assert row.endswith("March 2019–September 2021")
    assert "William Moser" in row
    (row,) = after(page(island, "2019-03-20"), "In office")
    assert row.endswith("March 2019–September 2021, perhaps")
    (row,) = after(page(island, "2019-01-03"), "In office")
    assert "none on record" in row
    assert row.endswith("next on record: William Moser, March 2019")
    (row,) = after(page(island, "2001-02-03"), "In office")
    assert row.endswith("1 Feb 2001–1 Jul 2004")


def test_a_person_is_known_by_another_name_of_theirs_too() -> None:
    bill = person("Bill Hale", ("Envoy", "2001/2004-03"), other=("W. Hale",))
    others = (person("Bill Orr", ("Envoy", "2005/2006")), person("Jo Orr", ("Envoy", "2007/2008")))
    eras = (era("William Hale", "envoy", "2001-02-03/2004"), era("Bill Orr", "envoy", "2005/2006"))
    (row,) = after(page(state(bill, *others, eras=eras), "2002-01-01"), "In office")
    assert row.endswith("3 Feb 2001–March 2004")


def test_two_terms_of_a_person_in_a_row_or_two_records_under_two_names_are_one() -> None:
    eras = (
        era("Ada Wren (first term)", "presidency", "1991-01-01/1998-12-31"),
        era("Ada Wren (second term)", "presidency", "1999-01-01/2006"),
    )
    wren = person("Ada Wren", ("President", "1991/2006-06-30"))
    for day in ("1998-12-31", "1999-01-01", "2005-01-01"):
        (row,) = after(page(state(wren, eras=eras), day), "In office")
        assert " ".join(row.split()) == "President Ada Wren 1 Jan 1991–30 Jun 2006", day
    twice = (
        person("W. Lind", ("Premier", "1991/1996-03")),
        person("Walter Lind", ("Premier", "1991-05/1996")),
        *ACTING[1:],
    )
    (_, row) = after(page(state(*twice), "1995-01-01"), "In office")
    assert " ".join(row.split()) == "Premier W. Lind May 1991–March 1996"
    others = person("Ann Lind", ("Premier", "1994/1996"))
    rows = after(page(state(*twice, others), "1995-06-01"), "In office")
    assert ["Ann Lind" in " ".join(rows), "W. Lind" in " ".join(rows)] == [True, True]


def test_an_envoy_whom_no_era_names_is_in_office_all_the_same() -> None:
    stand_in = person("Ann Lee", ("Chargé in the Island", "2018/2019-02"), ("Mayor", "2001/2002"))
    moser = person("William Moser", ("Envoy to the Island", "2019-03-01/2021"))
    lee = era("Ann Lee", "envoy", "2010-01-01/2010-03-01")
    lee_then = person("Ann Lee", ("Chargé in the Island", "2010-01-01/2010-03-01"))
    island = state(moser, stand_in, lee_then, eras=(*ENVOYS, lee))
    (row,) = after(page(island, "2018-06-01"), "In office")
    assert row.split("  ")[0] == "Chargé in the Island"
    assert row.endswith("2018–February 2019, perhaps")


ACTING = (
    person("Ada Wren", ("Premier", "1991/1999-10-01")),
    person("Ben Lind", ("Acting Premier", "1999-10-01/1999-10-12"), ("Premier", "1999-10-12/2002")),
    person("Cem Aksoy", ("Premier", "2002/2005-03-01")),
)


@pytest.mark.parametrize(
    ("day", "rows"),
    [
        ("1991-01-03", ["Premier Ada Wren 1991–1 Oct 1999, perhaps"]),
        ("1998-01-03", ["Premier Ada Wren 1991–1 Oct 1999"]),
        (
            "1999-10-01",
            [
                "Premier Ada Wren since 1991, until that day",
                "Acting Premier Ben Lind from that day, until 12 Oct 1999",
            ],
        ),
        ("1999-10-05", ["Acting Premier Ben Lind 1–12 Oct 1999"]),
        (
            "1999-10-12",
            [
                "Acting Premier Ben Lind since 1 Oct 1999, until that day",
                "Premier Ben Lind from that day, until 2002",
            ],
        ),
        (
            "2002-05-05",
            [
                "Premier Ben Lind 12 Oct 1999–2002, perhaps",
                "Cem Aksoy 2002–1 Mar 2005, perhaps",
            ],
        ),
        ("2005-03-01", ["Premier Cem Aksoy since 2002, until that day"]),
        ("2005-03-02", ["Premier none on record"]),
        ("1985-01-01", ["Premier none on record next on record: Ada Wren, 1991"]),
    ],
)
def test_an_office_passes_on_day_by_day(day: str, rows: list[str]) -> None:
    found = after(page(state(*ACTING), day), "In office") if day else []
    assert [" ".join(row.split()) for row in found] == rows


def test_a_term_of_one_day_and_one_of_which_only_the_end_is_known() -> None:
    one_day = person("Dee Roe", ("Premier", "2005-03-02"))
    unknown = person("Eva Sol", ("Premier", "../2010-05-05"))
    island = state(*ACTING, one_day, unknown)

    def rows(day: str) -> list[str]:
        return [" ".join(row.split()) for row in after(page(island, day), "In office")]

    assert rows("2005-03-02")[-1] == "Premier Dee Roe on that day"
    assert rows("2010-05-05")[-1] == "Premier Eva Sol until that day"
    assert rows("2008-01-01")[-1].endswith(
        "none on record next on record: Eva Sol, until 5 May 2010"
    )


SCRAPS = tuple(
    person(name, ("Minister of Harbours", date))
    for name, date in (("Ada Wren", "1994"), ("Ben Lind", "2003/2005"), ("Cem Aksoy", "2012/.."))
)
SEATS = tuple(
    person(name, ("Member of the Council", date))
    for name, date in (("Dee Roe", "1990/.."), ("Eva Sol", "1995/.."), ("Fay Orr", "1999/2020"))
)


@pytest.mark.parametrize("people", [SCRAPS, SEATS, (*SCRAPS, *SEATS)])
def test_of_an_office_with_gaps_only_those_named_are_known(people: tuple[Actor, ...]) -> None:
    lines = after(page(state(*ACTING, *people), "2000-06-01"), "In office")
    said = [number for number, line in enumerate(lines) if line.startswith("Of these offices only")]
    assert len(said) == 1
    assert [line.split("  ")[0] for line in lines[: said[0]]] == ["Premier"]
    below = " ".join(" ".join(line.split()) for line in lines[said[0] + 1 :])
    if people is SCRAPS:
        assert below == "Minister of Harbours none on record next on record: Ben Lind, 2003"
    if people is SEATS:
        assert "Dee Roe since 1990 Eva Sol since 1995 Fay Orr 1999–2020" in below


def test_an_office_known_from_holder_to_holder_needs_no_such_word() -> None:
    lines = page(state(*ACTING), "2000-06-01")
    assert not any(line.startswith("Of these offices") for line in lines)


@pytest.mark.parametrize(
    ("tracks", "before", "following"),
    [
        (1, ["1", "2", "3"], ["4", "5", "6"]),
        (2, ["0", "1", "2", "3"], ["4", "5", "6", "7"]),
        (3, ["1", "2", "3"], ["4", "5", "6"]),
        (4, ["0", "1", "2", "3"], ["4", "5", "6", "7"]),
    ],
)
def test_the_nearest_on_each_track_stand_before_and_after(
    tracks: int, before: list[str], following: list[str]
) -> None:
    dates = tuple(f"2001-01-{day:02}" for day in (1, 2, 3, 4, 11, 12, 13, 14))
    lines = after(page(state(tracks=tracks, dates=dates), "2001-01-08"), "Just before and after")
    assert [line.split()[-1] for line in lines] == before + following
    assert ["before" in line for line in lines] == [True] * len(before) + [False] * len(following)


def test_a_track_with_much_close_by_does_not_hide_the_other() -> None:
    busy = [event(f"b{n}", f"2022-01-0{n}", f"Busy {n}") for n in range(1, 6)]
    rare = [
        event("r1", "2021-03-01", "Rare one", "league"),
        event("r2", "2022-09-01", "Rare two", "league"),
    ]
    lines = after(page(timeline_of([*busy, *rare]), "2022-01-03"), "Just before and after")
    assert any("L 308 days before" in line for line in lines)
    assert any("L 241 days after" in line for line in lines)
    assert sum("Busy" in line for line in lines) == 4


def test_what_lasted_some_days_is_of_each_of_them_and_ends_before_the_next() -> None:
    timeline = state(dates=("2011-12-16/2011-12-18", "2011-12-30"))
    for day in ("2011-12-16", "2011-12-17", "2011-12-18"):
        assert ["Event 0" in line for line in after(page(timeline, day), "That day")] == [True]
    (near, _) = after(page(timeline, "2011-12-19"), "Just before and after")
    assert near.startswith("▬ A the day before")


def test_phases_and_other_eras_are_under_way_and_no_heading_is_empty() -> None:
    eras = (
        era("To Pusan", "phase", "1950-06-25/1950-09-14"),
        era("Long winter", "cold-spell", "1950/1951-03"),
        era("Later", "phase", "1960/.."),
    )
    war = state(eras=eras, dates=("1950-06-27",))
    lines = page(war, "1950-06-27")
    assert headings(lines) == ["Under way", "That day"]
    rows = [" ".join(line.split()) for line in after(lines, "Under way")]
    assert rows == [
        "Phase To Pusan 25 Jun–14 Sep 1950",
        "Cold spell Long winter 1950–March 1951, perhaps",
    ]
    assert headings(page(war, "1940-01-01")) == ["That day", "Just before and after"]
    assert headings(page(state(), "1940-01-01")) == ["That day"]


def test_a_year_has_the_events_that_are_dated_to_it() -> None:
    timeline = state(dates=("2003",) * 6)
    lines = after(page(timeline, "2003"), "Within that time")
    assert lines[0] == "within 2003, day unknown"
    assert len(lines) == 7
    assert not any("no dated event" in line for line in page(timeline, "2003"))
    day = after(page(timeline, "2003-05-05"), "That day")
    assert day == [
        "no dated event on record",
        "6 events with no closer date than a year, perhaps that day",
    ]
    assert after(page(timeline, "2004"), "Within that time") == ["no dated event on record"]


@pytest.mark.parametrize(
    ("asked", "within", "perhaps"),
    [
        (
            "2022",
            {"2022", "March 2022", "3 Mar 2022", "2–4 Mar 2022", "April–June 2022"},
            {"2022–2023", "since 2022"},
        ),
        ("2022-03", {"March 2022", "3 Mar 2022", "2–4 Mar 2022"}, {"2022–2023", "since 2022"}),
        (
            "202X",
            {"2022", "2022–2023", "3 Mar 2022", "March 2022", "April–June 2022", "2–4 Mar 2022"},
            {"since 2022"},
        ),
        (
            "2022-01/2022-12",
            {"2022", "March 2022", "3 Mar 2022", "2–4 Mar 2022", "April–June 2022"},
            {"2022–2023", "since 2022"},
        ),
    ],
)
def test_what_lies_within_a_time_and_what_only_perhaps_does(
    asked: str, within: set[str], perhaps: set[str]
) -> None:
    dates = (
        "2022",
        "2022/2023",
        "2022/..",
        "2022-03",
        "2022-03-03",
        "2022-03-02/2022-03-04",
        "2022-04/2022-06",
    )
    lines = page(state(dates=dates), asked)

    def told(heading: str) -> set[str]:
        rows = [line[4:].split("  ")[0] for line in after(lines, heading) if line[:1] in "●◐○▬"]
        return {row.removesuffix(", perhaps") for row in rows}

    assert told("Within that time") == within
    assert told("Under way") == perhaps


def test_a_date_that_is_in_doubt_says_so() -> None:
    lines = after(page(state(dates=("2012-02-01?", "2012-02-01")), "2012-02-01"), "That day")
    assert [", perhaps" in line for line in lines] == [False, True]


@pytest.mark.parametrize("cells", [8, 28, 58, 78, 118, 198])
@pytest.mark.parametrize("tracks", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "day", ["1999-10-12", "2003", "1985-01-01", "2030-01-01", "2000-01/2002-12"]
)
def test_every_page_fits_and_says_how_far_off_what_is_near_is(
    cells: int, tracks: int, day: str
) -> None:
    eras = (*ENVOYS, era("To Pusan", "phase", "1999/2003"), era("League", "membership", "1990/.."))
    dates = ("1998-05-05", "1999-10-12", "2002", "2003", "2004-01-01", "2006-07-08")
    people = (*ACTING, *SCRAPS, *SEATS, MOSER)
    lines = page(state(*people, eras=eras, tracks=tracks, dates=dates), day, cells)
    assert all(width(line) <= cells for line in lines)
    near = [n for n, line in enumerate(lines) if line.startswith("Just before and after")]
    if near and cells >= 28:
        told = [line for line in lines[near[0] + 1 :] if line[:1] == "●"]
        assert told
        assert all(line.split("Event")[0].rstrip().endswith(("before", "after")) for line in told)
