"""The offices that people held at a time, each said once."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.export.plain_text import in_full
from kztimeline.timeline.in_office.terms import OfficeTerm
from kztimeline.timeline.model import Actor, Role, Timeline
from kztimeline.timeline.offices import offices_at, terms_of, titles_at


def actor(**roles: str) -> Actor:
    made = tuple(
        Role(title=title.replace("_", " "), date=parse(date)) for title, date in roles.items()
    )
    return Actor(id="a", name="A", kind="person", roles=made)


def titles(roles: tuple[OfficeTerm, ...]) -> list[str]:
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
        (term,) = terms_of(Actor(id="a", name="A", kind="person", roles=roles))
        assert (term.title, term.date) == (long.title, parse(dates[1]))


def test_an_office_held_twice_and_an_acting_one_are_not_one() -> None:
    person = actor(
        Premier="2007/2012",
        Premier_of_the_Island="2014/2016",
        Acting_Premier_of_the_Island="2006-12-01/2007-01",
    )
    assert len(terms_of(person)) == 3


@pytest.mark.parametrize(
    ("office", "date", "title"),
    [
        ("1991-12-10/2019-03-20", "2019-03-20", "President until that day"),
        ("2019-03-20/..", "2019-03-20", "President"),
        ("1991-12-10/2019-03-20", "2019-03-19", "President"),
        ("../2022-01-05", "2022-01-05", "President until that day"),
        ("1991/2019-03-20", "2019-03", "President until 20 Mar 2019"),
        ("2019-03-20/..", "2019", "President from 20 Mar 2019"),
        ("2019-03-20/2019-06-01", "2019", "President from 20 Mar 2019 until 1 Jun 2019"),
        ("2009/2013", "2013-05-01", "perhaps President until 2013"),
        ("2009/2013", "2011-05-01", "President"),
    ],
)
def test_an_office_that_changes_hands_says_until_when(office: str, date: str, title: str) -> None:
    assert titles_at(actor(President=office), parse(date)) == (title,)


def test_on_the_day_of_a_handover_nobody_shares_an_office(builtin: Timeline) -> None:
    day = parse("2019-03-20")
    held = {name: titles_at(builtin.actors_by_id[name], day) for name in ("nazarbayev", "tokayev")}
    assert "President of Kazakhstan until that day" in held["nazarbayev"]
    assert "President of Kazakhstan" in held["tokayev"]
    shown = in_full(
        builtin, next(e for e in builtin.events if e.date == day and "tokayev" in e.actors)
    )
    assert "Nursultan Nazarbayev (President of Kazakhstan until that day" in " ".join(shown.split())


def test_the_sides_of_a_dispute_cite_the_sources_as_they_are_numbered(builtin: Timeline) -> None:
    ids = {source.id for source in builtin.sources}
    for event in builtin.events:
        if not event.disputed:
            continue
        text = in_full(builtin, event)
        disputes, sources = text.split("\nSources\n")
        disputes = " ".join(disputes.split())
        cited = [citation.source for citation in event.sources]
        for claim in event.disputed:
            side = f"{claim.by}: {claim.claim}"
            after = disputes.partition(" ".join(side.split()))[2]
            assert after.strip().startswith(("[", "("))
            if claim.source in cited:
                assert after.strip().startswith(f"[{cited.index(claim.source) + 1}]")
                assert f"[{cited.index(claim.source) + 1}]" in sources
            assert not any(f"[{name}]" in after.partition("\n")[0][:80] for name in ids)
