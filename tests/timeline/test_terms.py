"""Terms of office: surely, perhaps or not at all on a day, and records of one made one."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kztimeline.dates.edtf import Date, Endpoint, parse
from kztimeline.timeline.in_office.names import same_person, surname
from kztimeline.timeline.in_office.on_days import Holder, offices_within
from kztimeline.timeline.in_office.terms import office_name, term_of
from kztimeline.timeline.in_office.wording import beginning_words, holder_words
from kztimeline.timeline.in_office.year_headings import year_line
from kztimeline.timeline.model import Actor, Role, Timeline
from kztimeline.timeline.offices import terms_of, titles_at


def presence(date: str, day: str) -> str | None:
    asked = parse(day)
    assert asked.earliest
    assert asked.latest
    return term_of("Mayor", parse(date)).presence(asked.earliest, asked.latest)


@pytest.mark.parametrize(
    ("date", "day", "expected"),
    [
        ("2019/2021-09", "2019-01-03", "perhaps"),
        ("2019/2021-09", "2019-12-31", "surely"),
        ("2019/2021-09", "2018-12-31", None),
        ("2019/2021-09", "2021-09-01", "surely"),
        ("2019/2021-09", "2021-09-02", "perhaps"),
        ("2019/2021-09", "2021-10-01", None),
        ("2019/2021-09", "2019", "surely"),
        ("2009/2011", "2010-06-01", "surely"),
        ("2009/2011", "2009-06-01", "perhaps"),
        ("2009/2011", "2011", "surely"),
        ("1994", "1994-05-01", "perhaps"),
        ("1994", "1994", "surely"),
        ("1994-05-01", "1994-05-01", "surely"),
        ("../2022-01-05", "2022-01-05", "surely"),
        ("../2022-01", "2022-01-05", "perhaps"),
        ("../2022-01-05", "2021-12-31", None),
        ("2019-03-20/..", "2030-01-01", "surely"),
        ("2019-03-20/..", "2019-03-19", None),
        ("2019-03/..", "2019-03-20", "perhaps"),
        ("2002~/2007-01-10", "2001-06-01", "perhaps"),
        ("2002~/2007-01-10", "2003-06-01", "perhaps"),
        ("2002~/2007-01-10", "2005-06-01", "surely"),
        ("2002~/2007-01-10", "2000-12-31", None),
        ("2002?", "2002-06-01", "perhaps"),
        ("2002?", "2002", "perhaps"),
        ("2009/2010", "2009-06-01/2009-07-01", "perhaps"),
        ("199X/2001", "1990", "perhaps"),
    ],
)
def test_a_term_is_sure_only_on_days_that_it_cannot_leave_out(
    date: str, day: str, expected: str | None
) -> None:
    assert presence(date, day) == expected


def of_one(*dates: str, title: str = "Mayor") -> list[str]:
    roles = tuple(Role(title=title, date=parse(date)) for date in dates)
    for ordered in (roles, roles[::-1]):
        terms = terms_of(Actor(id="a", name="A", kind="person", roles=ordered))
        found = [term.date.text if term.date else "" for term in terms]
    return found


@pytest.mark.parametrize(
    ("records", "terms"),
    [
        (("2007/2012-09-24", "2007-01-10/2012"), ["2007-01-10/2012-09-24"]),
        (("2019/2021-09", "2019-03/2021"), ["2019-03/2021-09"]),
        (("2008-09-10/2011-01", "2008-10-08/2011-01-14"), ["2008-09-10/2011-01-14"]),
        (("2007/2009", "2009/2012"), ["2007/2012"]),
        (("2007-01-10/2009-05-01", "2009-05-01/2012"), ["2007-01-10/2012"]),
        (("2007-01-10/2009-05-01", "2009-05-02/2012"), ["2007-01-10/2012"]),
        (("2007-01-10/2009-05-01", "2009-05-03/2012"), None),
        (("2007/2009", "2012/2014"), None),
        (("2007/..", "2007/2012"), ["2007/2012"]),
        (("2007/2012", "2012/.."), ["2007/.."]),
        (("../2009-03-01", "2009"), ["2009/2009-03-01"]),
        (("../1999-08-09", "2002~/2007"), None),
        (("1994", "1994-03/1994-10"), ["1994-03/1994-10"]),
    ],
)
def test_records_of_one_person_in_one_office_are_one(
    records: tuple[str, ...], terms: list[str] | None
) -> None:
    assert of_one(*records) == (list(records) if terms is None else terms)


def test_a_time_that_two_records_leave_open_between_them_is_doubtful() -> None:
    chain = Actor(
        id="a",
        name="A",
        kind="person",
        roles=tuple(Role(title="Mayor", date=parse(d)) for d in ("2007/2009", "2009/2012")),
    )
    assert titles_at(chain, parse("2008-05-01")) == ("Mayor",)
    assert titles_at(chain, parse("2009-05-01")) == ("perhaps Mayor",)
    disputed = Actor(
        id="a",
        name="A",
        kind="person",
        roles=tuple(
            Role(title="Envoy", date=parse(d)) for d in ("2008-09-10/2011", "2008-10-08/2011")
        ),
    )
    assert titles_at(disputed, parse("2008-09-20")) == (
        "perhaps Envoy from 10 Sep 2008 or 8 Oct 2008",
    )
    assert titles_at(disputed, parse("2008-10-09")) == ("Envoy",)


@pytest.mark.parametrize(
    ("date", "day", "title"),
    [
        ("2019/2021-09", "2019-03-20", "perhaps Mayor from 2019"),
        ("2009/2011", "2011-05-01", "perhaps Mayor until 2011"),
        ("1994", "1994-05-01", "perhaps Mayor in 1994"),
        ("1994", "1994", "Mayor in 1994"),
        ("2009/2011", "2011", "Mayor until 2011"),
        ("2009/2011", "2011-05", "perhaps Mayor until 2011"),
        ("2009-05-01/2011", "2009-05-01", "Mayor"),
    ],
)
def test_the_page_of_an_event_says_what_is_doubtful(date: str, day: str, title: str) -> None:
    mayor = Actor(id="a", name="A", kind="person", roles=(Role(title="Mayor", date=parse(date)),))
    assert titles_at(mayor, parse(day)) == (title,)


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Acting Mayor of Oldtown", "Mayor of Oldtown"),
        ("Interim president", "President"),
        ("Mayor (acting)", "Mayor"),
        ("Mayor, ad interim", "Mayor"),
        ("Chairman of the Interim Council", "Chairman of the Interim Council"),
        ("Professor of Acting", "Professor of Acting"),
        ("Acting", "Acting"),
    ],
)
def test_an_office_is_the_same_for_who_holds_it_for_the_time_being(title: str, office: str) -> None:
    assert office_name(title) == office


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("William H. Moser", "William Moser", True),
        ("W. Moser", "William Moser (second term)", True),
        ("Moser", "William Moser", True),
        ("A. Elizabeth Jones", "Richard H. Jones", False),
        ("Fidel Castro", "Raúl Castro", False),
        ("Raul Castro", "Raúl Castro", True),
        ("Ben Okafor, Jr.", "B. Okafor", True),
    ],
)
def test_whether_two_names_may_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def room(end: Endpoint) -> tuple[dt.date, dt.date]:
    """Return the days that an end may be; of an uncertain one as many again on either side."""
    days = end.latest - end.earliest + dt.timedelta(1) if end.qualifier else dt.timedelta(0)
    return end.earliest - days, end.latest + days


def plainly(date: Date, day: dt.date) -> str | None:
    """Read a record as a person would who has a calendar and nothing else."""
    start, end = (room(each) if each else None for each in (date.start, date.end))
    if start is None:
        assert end
        if not end[0] <= day <= end[1]:
            return None
        return "surely" if end[0] == end[1] else "perhaps"
    last, sure_until = (end[1], end[0]) if end else (dt.date.max, dt.date.max)
    if not start[0] <= day <= last:
        return None
    # On the very day that it began or ended it was held, whatever is open of the other.
    on_end = any(each[0] == day == each[1] for each in (start, end) if each is not None)
    return "surely" if on_end or start[1] <= day <= sure_until else "perhaps"


def random_days(count: int) -> list[dt.date]:
    dice = random.Random(20191231)
    first, last = dt.date(1989, 1, 1).toordinal(), dt.date(2026, 1, 1).toordinal()
    return [dt.date.fromordinal(dice.randint(first, last)) for _ in range(count)]


def handovers(timeline: Timeline) -> list[dt.date]:
    ends = {
        end.earliest
        for actor in timeline.actors
        for role in actor.roles
        for end in (role.date.start, role.date.end)
        if end
    }
    return random.Random(7).sample(sorted(ends), 40)


@pytest.mark.slow
def test_who_is_in_office_is_who_the_roles_say(builtin: Timeline) -> None:
    offices = {
        "Prime Minister of Kazakhstan",
        "Minister of Foreign Affairs of Kazakhstan",
        "Chairman of the National Security Committee",
        "Secretary of State",
        "Speaker of the Senate",
    }
    roles = [
        (actor.name, role)
        for actor in builtin.actors
        for role in actor.roles
        if role.title in offices
    ]
    assert len(roles) > 30
    told = 0
    for day in [*random_days(60), *handovers(builtin)]:
        expected = {
            (role.title, name, read) for name, role in roles if (read := plainly(role.date, day))
        }
        shown = {
            (office.name, holder.name, "perhaps" if holder.perhaps else "surely")
            for office in offices_within(builtin, day, day)
            for holder in office.held
            if office.name in offices
        }
        assert shown == expected, day
        told += len(shown)
    assert told > 100


@pytest.mark.slow
def test_the_page_of_a_day_and_that_of_an_event_agree(builtin: Timeline) -> None:
    by_name = {actor.name: actor for actor in builtin.actors}
    kinds = {"President of Kazakhstan", "President of the United States"}
    for day in [*random_days(25), *handovers(builtin)[:15]]:
        for office in offices_within(builtin, day, day):
            if office.whole and office.name not in kinds:
                continue
            for holder in office.held:
                titles = titles_at(by_name[holder.name], parse(day.isoformat()))
                (title,) = [title for title in titles if office.name in title]
                assert title.startswith("perhaps ") is holder.perhaps, (day, holder)


@pytest.mark.slow
def test_a_year_is_headed_by_holders_of_that_year(builtin: Timeline) -> None:
    for year in range(1991, 2025):
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        held = {
            surname(holder.name)
            for office in offices_within(builtin, first, last)
            for holder in office.held
        }
        for part in year_line(builtin, year).split(" · "):
            for name in part.split(" → "):
                words = name.partition(" from ")[0].partition(" until ")[0].split()
                assert words[-1] in held, (year, name)


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2020, 12, 31))


@st.composite
def ends(draw: st.DrawFn) -> str:
    text = draw(DAYS).isoformat()
    return text[: draw(st.sampled_from((4, 7, 10)))]


@st.composite
def records(draw: st.DrawFn) -> str:
    one, other = sorted((parse(draw(ends())), parse(draw(ends()))))
    return draw(
        st.sampled_from(
            (f"{one.text}/{other.text}", f"{one.text}/..", f"../{other.text}", one.text)
        )
    )


@given(st.lists(records(), min_size=1, max_size=4), DAYS)
@example(["../2002", "2002-01/2003"], dt.date(2002, 2, 1))
@example(["2000/2000", "2001/2001", "1999/2001", "../1999"], dt.date(2000, 1, 1))
@example(["../2000", "2000/2002", "2001/..", "2001/.."], dt.date(2000, 1, 1))
@example(["2000/2000-01-02"], dt.date(2000, 1, 2))
@example(["2000-01-02/2000"], dt.date(2000, 1, 2))
def test_no_record_is_lost_or_made_surer_by_being_joined(dates: list[str], day: dt.date) -> None:
    read = [plainly(parse(date), day) for date in dates]
    roles = tuple(Role(title="Mayor", date=parse(date)) for date in dates)
    terms = terms_of(Actor(id="a", name="A", kind="person", roles=roles))
    told = [found for term in terms if (found := term.presence(day, day))]
    assert all(holder_words(Holder("A", term), day, day) for term in terms)
    assert all(map(beginning_words, terms))
    if len(terms) == len(dates):
        assert sorted(told) == sorted(each for each in read if each)
    # An end that one record knows is the end of what another says goes on.
    ended = {date.endswith("/..") for date in dates} == {True, False}
    assert ended or not ("surely" in read and not told)
    assert not ("surely" in told and not any(read))
