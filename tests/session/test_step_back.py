"""One step back, whatever the reader has gone into, in the order in which it was added."""

from __future__ import annotations

from kztimeline.session.limits import LIMITS
from kztimeline.session.step_back import step_back
from kztimeline.session.view import View

DEEP = View(
    query="strike",
    find="ito",
    pinned=True,
    trail=("a", "b"),
    opened=frozenset({2010, 2020}),
    on_day="02-01",
    as_of="2012",
    page="evidence",
    mark="a",
    reading=True,
)


def test_every_step_gives_up_one_thing_until_nothing_is_left() -> None:
    view, facets, given_up = DEEP, True, []
    while (step := step_back(view, facets=facets)) is not None:
        if step.leaves_facets:
            facets = False
            given_up.append("facets")
        else:
            view = view.but(**step.changes)
            given_up.append(next(iter(step.changes)))
    assert view == View()
    assert given_up == (
        [
            "page",
            "mark",
            "reading",
            "facets",
            "find",
            "pinned",
            "trail",
            "query",
            "opened",
            "on_day",
            "as_of",
        ]
    )


def test_every_way_to_narrow_but_a_choice_among_several_is_given_up() -> None:
    given_up = {limit.field for limit in LIMITS if limit.is_on(DEEP)}
    assert {limit.field for limit in LIMITS} - given_up == {"importance", "certain"}


def test_only_pages_are_left_without_a_step_for_undo() -> None:
    recorded = {name: step_back(View().but(**changes)) for name, changes in CHANGES.items()}
    assert {name for name, step in recorded.items() if step and not step.record} == {
        "page",
        "mark",
        "reading",
    }


CHANGES: dict[str, dict[str, object]] = {
    "page": {"page": "coverage"},
    "mark": {"mark": "x"},
    "reading": {"reading": True},
    "find": {"find": "x"},
    "query": {"query": "x"},
    "as_of": {"as_of": "2012"},
}


def test_the_years_at_the_cursor_are_folded_first_and_else_all() -> None:
    view = View(opened=frozenset({2010, 2020}))
    here, elsewhere = step_back(view, year=2010), step_back(view, year=1990)
    assert here
    assert here.changes == {"opened": frozenset({2020})}
    assert elsewhere
    assert elsewhere.changes == {"opened": frozenset()}


def test_a_filter_given_up_is_on_for_the_next_one() -> None:
    step = step_back(View(query="x", filtering=False))
    assert step
    assert step.changes == {"query": "", "filtering": True, "certain": False}
