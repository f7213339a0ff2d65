"""The offices that people held at a time, each said once."""

from __future__ import annotations

import pytest

from kztimeline.dates import parse
from kztimeline.model import Actor, Role
from kztimeline.offices import distinct, offices_at


def actor(**roles: str) -> Actor:
    made = tuple(
        Role(title=title.replace("_", " "), date=parse(date)) for title, date in roles.items()
    )
    return Actor(id="a", name="A", kind="person", roles=made)


def titles(roles: tuple[Role, ...]) -> list[str]:
    return [role.title for role in roles]


def test_only_offices_of_the_time_are_held() -> None:
    person = actor(Mayor="1992/1995", Premier="1996-02/2000", Envoy="2001/..")
    assert titles(offices_at(person, parse("1994-05-01")).held) == ["Mayor"]
    assert titles(offices_at(person, parse("1995/1996")).held) == ["Mayor", "Premier"]
    assert titles(offices_at(person, parse("2020")).held) == ["Envoy"]
    assert titles(offices_at(person, parse("2020")).others) == ["Mayor", "Premier"]


def test_an_office_whose_start_nobody_knows_is_not_held_for_ever_before() -> None:
    person = actor(Chairman="../2022-01-05")
    assert not offices_at(person, parse("1991-12-16")).held
    assert titles(offices_at(person, parse("1991-12-16")).others) == ["Chairman"]
    assert titles(offices_at(person, parse("2022-01")).held) == ["Chairman"]


def test_an_event_open_to_one_side_is_known_by_its_other_end() -> None:
    person = actor(Mayor="1992/1995", Envoy="2001/..")
    assert titles(offices_at(person, parse("../2002")).held) == ["Envoy"]
    assert titles(offices_at(person, parse("1994/..")).held) == ["Mayor"]


@pytest.mark.parametrize(
    "dates", [("2007/2012", "2007-01-10/2012-09-24"), ("2007/..", "2007/2012")]
)
def test_an_office_that_two_sources_name_is_one(dates: tuple[str, str]) -> None:
    short = Role(title="Prime Minister", date=parse(dates[0]))
    long = Role(title="Prime minister of the Island", date=parse(dates[1]))
    for roles in ((short, long), (long, short)):
        assert distinct(roles) == (Role(title=long.title, date=parse(dates[1])),)


def test_an_office_held_twice_and_an_acting_one_are_not_one() -> None:
    person = actor(
        Premier="2007/2012",
        Premier_of_the_Island="2014/2016",
        Acting_Premier_of_the_Island="2006-12-01/2007-01",
    )
    assert len(distinct(person.roles)) == 3
