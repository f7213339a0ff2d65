"""Who is told to be in office on a day, and when: nothing that the words themselves deny."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from kztimeline.dates.edtf import Date, parse
from kztimeline.timeline.in_office.names import same_person
from kztimeline.timeline.in_office.on_days import Holder, offices_within
from kztimeline.timeline.in_office.wording import holder_words
from kztimeline.timeline.model import Actor, Role, Timeline

from ..build import build_timeline
from .test_terms import plainly

TITLE = "U.S. Ambassador to Kazakhstan"


def told(timeline: Timeline, day: str, office: str = TITLE) -> dict[str, str]:
    """Return who is told to hold an office on a day, each with the words beside the name."""
    on = dt.date.fromisoformat(day)
    return {
        holder.name: holder_words(holder, on, on)
        for each in offices_within(timeline, on, on)
        if each.name == office
        for holder in each.held
    }


ORDWAY = "sworn in 30 Aug, credentials 17 Sep 2004, until 15 Sep 2008"


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2004-08-29", {}),
        ("2004-09-05", {"John Ordway": ORDWAY}),
        (
            "2008-09-12",
            {
                "John Ordway": ORDWAY,
                "Richard Hoagland": "sworn in 10 Sep, credentials 8 Oct 2008, until 14 Jan 2011",
            },
        ),
        (
            "2008-10-08",
            {
                "Richard Hoagland": "sworn in 10 Sep 2008, credentials on that day, "
                "until 14 Jan 2011"
            },
        ),
        (
            "2015-02-01",
            {"George Krol": "sworn in 8 Jan, credentials 18 Mar 2015, until 17 Sep 2018"},
        ),
    ],
)
def test_steps_into_an_office_are_told_and_leave_no_doubt(
    builtin: Timeline, day: str, holders: dict[str, str]
) -> None:
    assert told(builtin, day) == holders


def mayor(*roles: Role) -> Timeline:
    actor = Actor(id="a", name="Ben Okafor", kind="person", side="town", roles=roles)
    others = tuple(
        Actor(
            id=f"o{number}",
            name=f"Other {number}",
            kind="person",
            side="town",
            roles=(Role(title="Mayor", date=parse(f"19{number}0/19{number}5")),),
        )
        for number in (6, 7, 8)
    )
    return build_timeline((), actors=(actor, *others))


def role(date: str, begins_with: str | None = None) -> Role:
    return Role(title="Mayor", date=parse(date), begins_with=begins_with)


@pytest.mark.parametrize(
    ("roles", "day", "words"),
    [
        (
            (role("2008-09-10/2011"), role("2008-10-08/2011")),
            "2008-09-20",
            "10 Sep 2008 or 8 Oct 2008, until 2011, perhaps",
        ),
        (
            (role("2008/2011-01-05"), role("2008/2011-01-20")),
            "2011-01-10",
            "2008, until 20 Jan 2011 or 5 Jan 2011, perhaps",
        ),
        (
            (role("2008-09-10/.."), role("2008-10-08/..")),
            "2008-10-01",
            "since 10 Sep 2008 or 8 Oct 2008, perhaps",
        ),
        ((role("2007/2009"), role("2009/2012")), "2009-05-01", "2007–2009 and 2009–2012, perhaps"),
        (
            (role("2008-09-10/2011", "elected"), role("2009-01-01/2011", "sworn in")),
            "2008-10-01",
            "elected 10 Sep 2008, sworn in 1 Jan 2009, until 2011",
        ),
        (
            (role("2008-09-10/2011", "elected"), role("2008-10-08/2011", "elected")),
            "2008-09-20",
            "10 Sep 2008 or 8 Oct 2008, until 2011, perhaps",
        ),
    ],
)
def test_what_the_records_leave_open_is_seen_in_the_words(
    roles: tuple[Role, ...], day: str, words: str
) -> None:
    for each in (roles, roles[::-1]):
        assert told(mayor(*each), day, "Mayor") == {"Ben Okafor": words}


def days_of_change(timeline: Timeline) -> Iterator[dt.date]:
    """Yield the days about each day on which somebody came or went."""
    dates = [role.date for actor in timeline.actors for role in actor.roles]
    dates += [era.date for era in timeline.eras]
    ends = {end for date in dates for end in (date.start, date.end) if end}
    days = {day for end in ends for day in (end.earliest, end.latest)}
    yield from sorted({day + dt.timedelta(n) for day in days for n in (-10, -1, 0, 1, 10)})


def records_of(timeline: Timeline, holder: Holder) -> list[Date]:
    """Return the dates of all offices and eras that bear the name of a holder."""
    eras = [era.date for era in timeline.eras if same_person(era.name, holder.name)]
    return eras + [
        role.date
        for actor in timeline.actors
        if same_person(actor.name, holder.name)
        for role in actor.roles
    ]


@pytest.mark.slow
def test_nobody_is_perhaps_in_office_in_a_term_that_plainly_holds_the_day(
    builtin: Timeline,
) -> None:
    doubtful = asked = 0
    for day in days_of_change(builtin):
        for office in offices_within(builtin, day, day):
            for holder in office.held:
                asked += 1
                words = holder_words(holder, day, day)
                assert words.endswith(", perhaps") is holder.perhaps
                if holder.perhaps:
                    doubtful += 1
                    open_words = " or " in words or " and " in words
                    assert holder.date
                    assert open_words or plainly(holder.date, day) == "perhaps", (day, words)
    assert asked > 5000
    assert doubtful > 100


@pytest.mark.slow
def test_two_hold_one_office_only_on_days_that_both_records_hold(builtin: Timeline) -> None:
    both = set()
    for day in days_of_change(builtin):
        for office in offices_within(builtin, day, day):
            surely = [holder for holder in office.held if not holder.perhaps]
            for holder in surely:
                reads = {plainly(date, day) for date in records_of(builtin, holder)}
                assert "surely" in reads or office.name == "Capital", (day, office.name, holder)
            if len(surely) > 1 and office.whole:
                handover = any(
                    end is not None and end.day == day
                    for holder in surely
                    for end in (holder.term.begins, holder.term.ends)
                )
                if not handover:
                    both.add((office.name, tuple(sorted(holder.name for holder in surely))))
    assert both == {(TITLE, ("John Ordway", "Richard Hoagland"))}
