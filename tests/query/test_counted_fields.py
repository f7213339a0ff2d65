"""Queries by what an event has: so many sources, links with another event, a note."""

from __future__ import annotations

import pytest

from kztimeline.query import Index, QueryError, parse_query
from kztimeline.timeline.model import Citation, Link
from tests.tui.sample import event, sample, timeline_of

WHOLE = sample()
INDEX = Index(WHOLE)


def found(text: str) -> set[str]:
    return {WHOLE.events[at].id for at in INDEX.run(parse_query(text, WHOLE)).positions}


def with_sources(least: int, most: int) -> set[str]:
    return {each.id for each in WHOLE.events if least <= len(each.sources) <= most}


@pytest.mark.parametrize(
    ("query", "least", "most"),
    [
        ("sources:1", 1, 1),
        ("sources:=1", 1, 1),
        ("sources:<3", 0, 2),
        ("sources:<=2", 0, 2),
        ("sources:>1", 2, 999),
        ("sources:>=3", 3, 999),
        ("sources:2..4", 2, 4),
        ("sources:..2", 0, 2),
        ("sources:3..", 3, 999),
        ("-sources:1", 2, 999),
        ("sources:1,3", 1, 3),
        ("is:single", 1, 1),
    ],
)
def test_events_are_found_by_the_number_of_their_sources(query: str, least: int, most: int) -> None:
    assert found(query) == with_sources(least, most)
    assert found(query)


EACH = timeline_of(
    [
        event(f"e{count}", "2001", "A thing", sources=(Citation(source="gazette"),) * count)
        for count in range(7)
    ]
)


@pytest.mark.parametrize("number", [0, 1, 2, 5])
@pytest.mark.parametrize("sign", ["", "=", "<", "<=", ">", ">="])
def test_a_number_is_met_by_just_those_that_it_says(sign: str, number: int) -> None:
    tests = {"": int.__eq__, "=": int.__eq__, "<": int.__lt__, "<=": int.__le__,
             ">": int.__gt__, ">=": int.__ge__}  # fmt: skip
    expected = {f"e{count}" for count in range(7) if tests[sign](count, number)}
    if sign == "<" and number == 0:
        return  # refused, since nothing has fewer than none
    answer = Index(EACH).run(parse_query(f"sources:{sign}{number}", EACH))
    assert {EACH.events[at].id for at in answer.positions} == expected


@pytest.mark.parametrize("value", ["x", "<0", "4..2", "..", "-1", "1.5", "<", "1..2..3"])
def test_a_number_of_sources_that_is_none_is_refused_with_what_to_write(value: str) -> None:
    with pytest.raises(QueryError) as error:
        parse_query(f'sources:"{value}"', WHOLE)
    assert "use 1, <3, >5 or a range such as 2..4" in str(error.value)


def test_linked_events_are_found_in_both_directions() -> None:
    assert found("linked:strike") == {"vote", "press"}
    assert found("linked:vote") == {"strike", "press"}
    assert found("linked:press") == {"strike", "vote"}


def test_an_event_is_not_linked_with_itself_and_unknown_ones_with_nothing() -> None:
    assert "strike" not in found("linked:strike")
    assert found("linked:nowhere-to-be-found") == set()


def test_link_still_asks_for_a_kind_of_link() -> None:
    assert found("link:responds_to") == {"vote", "press"}


def test_links_lead_to_linked_in_the_refusal_of_a_field() -> None:
    with pytest.raises(QueryError) as error:
        parse_query("answers:strike", WHOLE)
    assert "linked:" in str(error.value)


def test_events_are_found_by_what_they_have() -> None:
    small = timeline_of(
        [
            event("bare", "2001", "Bare"),
            event("noted", "2002-01-01", "Noted", note="A remark."),
            event("placed", "2003-01-01", "Placed", place="Longquay", actors=("wren",)),
            event("quoted", "2004-01-01", "Quoted", sources=(Citation(source="d1"),)),
            event(
                "linking",
                "2005-01-01",
                "Linking",
                links=(Link(to="noted", kind="leads_to", basis="Our reading."),),
            ),
        ]
    )
    index = Index(small)

    def having(text: str) -> set[str]:
        return {small.events[at].id for at in index.run(parse_query(text, small)).positions}

    assert having("has:note") == {"noted"}
    assert having("has:place") == having("has:actors") == {"placed"}
    assert having("has:passage") == {"quoted"}
    assert having("has:links") == {"noted", "linking"}
    assert having("is:undated") == {"bare"}
    assert having("has:address") == {"bare", "noted", "placed", "linking"}
