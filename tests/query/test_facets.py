"""Facets: choices that are part of the query, and counts that follow the other filters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.query import EVERYTHING, FieldTerm, Index, all_of, parse_query, without_field
from kztimeline.query import fields as vocabulary
from kztimeline.query.facets import FACETS, FacetChoice, choices, facet, toggle, with_choice
from tests.tui.sample import sample

WHOLE = sample()
INDEX = Index(WHOLE)
VALUES = [(field, value.id) for field in FACETS for value in vocabulary.values(field, WHOLE)]
QUERIES = st.sampled_from(
    [
        "",
        "island",
        "in:2012",
        "topic:ferries,storms league",
        "-topic:storms (council or ferry)",
        "council or track:league",
        "importance:1..2 -importance:1",
        "source:archive -origin:seed",
        "topic:ferries topic:harbours",
        "--era:okafor actor:ito,council",
    ]
).map(lambda text: parse_query(text, WHOLE))


@pytest.mark.parametrize(
    ("query", "field", "value", "choice", "expected"),
    [
        ("", "topic", "storms", FacetChoice.WANTED, "topic:storms"),
        ("", "topic", "storms", FacetChoice.UNWANTED, "-topic:storms"),
        ("topic:storms", "topic", "ferries", FacetChoice.WANTED, "topic:storms,ferries"),
        ("topic:storms,ferries", "topic", "storms", FacetChoice.WANTED, "topic:ferries"),
        ("topic:storms", "topic", "storms", FacetChoice.WANTED, ""),
        ("topic:storms", "topic", "storms", FacetChoice.UNWANTED, "-topic:storms"),
        ("-topic:storms", "topic", "ferries", FacetChoice.UNWANTED, "-topic:storms,ferries"),
        ("-topic:storms", "topic", "storms", FacetChoice.UNWANTED, ""),
        ("-topic:storms", "topic", "ferries", FacetChoice.WANTED, "-topic:storms topic:ferries"),
        ("a topic:storms b", "topic", "ferries", FacetChoice.WANTED, "a topic:storms,ferries b"),
        ("a or b", "track", "league", FacetChoice.WANTED, "(a or b) track:league"),
        ("importance:1..2", "importance", "2", FacetChoice.WANTED, "importance:1"),
        ("source:archive", "source", "d1", FacetChoice.WANTED, "source:d2"),
        ("source:archive", "source", "mirror", FacetChoice.WANTED, "source:archive,mirror"),
    ],
)
def test_a_choice_changes_its_own_term_and_nothing_else(
    query: str, field: str, value: str, choice: FacetChoice, expected: str
) -> None:
    assert str(toggle(parse_query(query, WHOLE), field, value, choice, WHOLE)) == expected


@given(
    QUERIES, st.sampled_from(VALUES), st.sampled_from([FacetChoice.WANTED, FacetChoice.UNWANTED])
)
def test_a_choice_is_made_and_can_be_read_back(
    query: object, value: tuple[str, str], choice: FacetChoice
) -> None:
    field, identifier = value
    chosen = with_choice(query, field, identifier, choice, WHOLE)  # type: ignore[arg-type]
    wanted, unwanted = choices(chosen, field, WHOLE)
    assert (identifier in wanted, identifier in unwanted) == (
        choice is FacetChoice.WANTED,
        choice is FacetChoice.UNWANTED,
    )
    assert parse_query(str(chosen), WHOLE) == chosen
    for other in set(FACETS) - {field}:
        assert choices(chosen, other, WHOLE) == choices(query, other, WHOLE)  # type: ignore[arg-type]


@given(
    QUERIES, st.sampled_from(VALUES), st.sampled_from([FacetChoice.WANTED, FacetChoice.UNWANTED])
)
def test_a_choice_taken_back_leaves_no_trace(
    query: object, value: tuple[str, str], choice: FacetChoice
) -> None:
    field, identifier = value
    bare = with_choice(query, field, identifier, FacetChoice.NONE, WHOLE)  # type: ignore[arg-type]
    again = toggle(toggle(bare, field, identifier, choice, WHOLE), field, identifier, choice, WHOLE)
    assert INDEX.run(again) == INDEX.run(bare)


def test_several_values_of_a_facet_mean_any_of_them() -> None:
    one = len(INDEX.run(parse_query("topic:storms")))
    other = len(INDEX.run(parse_query("topic:schools")))
    query = toggle(parse_query("topic:storms"), "topic", "schools", FacetChoice.WANTED, WHOLE)
    assert len(INDEX.run(query)) == one + other


@pytest.mark.parametrize("certain", [False, True])
@given(QUERIES)
def test_counts_follow_the_other_filters_only(certain: bool, query: object) -> None:
    for field in FACETS:
        others = without_field(query, field)  # type: ignore[arg-type]
        for value in facet(query, field, INDEX, certain=certain):  # type: ignore[arg-type]
            matches = INDEX.run(all_of(others, FieldTerm(field, (value.id,))))
            assert value.count == (matches.certain_count if certain else len(matches))


def test_a_facet_names_its_values_and_what_is_chosen() -> None:
    by_id = {
        value.id: value for value in facet(parse_query("actor:ito -actor:wren"), "actor", INDEX)
    }
    assert by_id["ito"].name == "Ken Ito"
    assert by_id["ito"].choice is FacetChoice.WANTED
    assert by_id["wren"].choice is FacetChoice.UNWANTED
    assert by_id["council"].choice is FacetChoice.NONE


def test_an_era_is_counted_with_events_that_only_may_be_in_it() -> None:
    possible = {value.id: value.count for value in facet(EVERYTHING, "era", INDEX)}
    certain = {value.id: value.count for value in facet(EVERYTHING, "era", INDEX, certain=True)}
    assert certain["first"] < possible["first"]


def test_eras_stand_by_kind_presidents_before_memberships() -> None:
    member = replace(WHOLE.eras[0], id="harbour-league", kind="membership")
    timeline = replace(WHOLE, eras=(member, *WHOLE.eras))
    assert [value.id for value in vocabulary.values("era", timeline)] == [
        *(era.id for era in WHOLE.eras),
        "harbour-league",
    ]
