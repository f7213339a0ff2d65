"""What a view shows: one answer, whoever asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.loading.cache import load_timeline
from kztimeline.query import Index
from kztimeline.session.limits import LIMITS, Limit, limits_of, narrowed
from kztimeline.session.pins import change_pins
from kztimeline.session.saved_views import save_view
from kztimeline.session.search import Search
from kztimeline.session.selection import Selector
from kztimeline.session.view import View
from kztimeline.timeline.bulk import bitsets as bits
from kztimeline.timeline.model import Timeline

from ..commands import kzt
from ..files import event, timeline, write
from ..sampling import mostly_slow
from ..tui.sample import event as of_date
from ..tui.sample import timeline_of

DATES = (
    *("1991", "1991~", "1991-12-16", "1991-12-16?", "1991-12~", "1991-12/1992-03"),
    *("../1991-12", "1991-12/..", "199X", "1992-02-29", "1991-12-16/1991-12-17", "1992-01~"),
)
QUERIES = ("", "home", "in:1991-12", "-in:1991", "track:island", "after:1991-12 or envoy")
DAYS = ("", "1991", "1991-11", "1991-12", "1991-12-15", "1991-12-16", "1992-01")

VIEWS = st.builds(
    View,
    query=st.sampled_from(QUERIES),
    filtering=st.booleans(),
    certain=st.booleans(),
    importance=st.integers(1, 3),
    pinned=st.booleans(),
    as_of=st.sampled_from(DAYS),
    on_day=st.sampled_from(["", "12-16", "02-29"]),
)


def _many() -> Timeline:
    return timeline_of(
        [
            of_date(
                f"e{number}",
                date,
                "Envoy at home" if number % 2 else "Talks",
                track=("island", "league")[number % 2],
                importance=1 + number % 3,
            )
            for number, date in enumerate(DATES * 2)
        ]
    )


MANY = _many()
SEARCH = Search(MANY)
INDEX = Index(MANY)
PINNED = frozenset({0, 3, 4, 9, 15})


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.field)
@given(view=VIEWS)
def test_a_limit_says_in_a_query_exactly_what_it_lets_through(limit: Limit, view: View) -> None:
    if not limit.is_on(view) or (query := limit.as_query(view)) is None:
        return
    alone = View(**{name: getattr(view, name) for name in (limit.field, "filtering")})
    passed = [
        position
        for position in range(len(MANY.events))
        if SEARCH.selector.hiding(alone, position, PINNED) == []
    ]
    assert list(INDEX.run(query).positions) == passed


@given(view=VIEWS)
def test_list_counts_and_the_reason_for_what_is_hidden_agree(view: View) -> None:
    shown = list(SEARCH.select(view, PINNED).shown)
    assert SEARCH.leaves(view, PINNED) == len(shown)
    hidden = [
        position
        for position in range(len(MANY.events))
        if SEARCH.selector.hiding(view, position, PINNED) != []
    ]
    assert sorted([*shown, *hidden]) == list(range(len(MANY.events)))
    assert bool(hidden) <= narrowed(view)


@given(view=VIEWS)
def test_each_limit_ends_and_nothing_else_does(view: View) -> None:
    for limit in limits_of(view):
        ended = limit.end(view)
        assert not limit.is_on(ended)
        others = {other.field for other in limits_of(view)} - {limit.field}
        left = {other.field for other in limits_of(ended)}
        # Without a filter nothing matches only possibly.
        assert left == others - ({"certain"} if limit.field == "query" else set())


@given(view=VIEWS)
def test_every_limit_has_its_words(view: View) -> None:
    for limit in limits_of(view):
        assert limit.empties(view)
        assert limit.hides.startswith("hidden")
        assert "{key}" in limit.ends


def listed(path: Path, *query: str) -> list[str]:
    """Return the ids that `kzt list` shows."""
    lines = kzt("list", "-t", path, *query).stdout.splitlines()
    return [line.rsplit("[", 1)[-1].rstrip("]") for line in lines if line.endswith("]")]


def on_screen(whole: Timeline, view: View, pinned: frozenset[int] = frozenset()) -> list[str]:
    """Return the ids of what the screen shows of a view."""
    found = Search(whole).run(view.active_query, view.certain)
    shown = Selector(whole).select(view, found.positions, pinned).shown
    return [whole.events[position].id for position in shown]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        timeline(
            event("before", "2012-10-01"),
            event("between", "2012-12-05"),
            event("about", "2013-06~"),
            event("near", "2012-12~"),
            event("long-after", "2014"),
        ),
    )


@pytest.mark.parametrize(
    "query",
    mostly_slow(
        ["@early or @earlier", "@earlier or @early", "(@early) or @earlier"],
        ["(@early) or @earlier"],
    ),
)
def test_views_of_two_days_joined_list_nothing_that_neither_shows(path: Path, query: str) -> None:
    whole = load_timeline(path)
    early, earlier = View(as_of="2012-12"), View(as_of="2012-11")
    save_view(whole, "early", early)
    save_view(whole, "earlier", earlier)
    either = {*on_screen(whole, early), *on_screen(whole, earlier)}
    assert "about" not in either
    assert listed(path, query) == [each.id for each in whole.events if each.id in either]
    run = kzt("list", "-t", path, query)
    assert "AS OF 31 Dec 2012: 2 later events hidden" in run.stderr
    exported = kzt("export", "-t", path, query)
    assert "about" not in exported.stdout
    assert "June 2013" not in kzt("briefing", "-t", path, query).stdout


NAMED = [
    View(as_of="2012-11", importance=2),
    View(query="in:2012-12", as_of="2012-12-03", certain=True),
    View(pinned=True, as_of="2012-11"),
    View(on_day="12-05"),
    View(query="in:2012", filtering=False),
    View(as_of="2012-11"),
    View(query="in:2012-12", certain=True),
    View(query="in:2012-12", as_of="2012-12-03"),
    View(pinned=True),
    View(certain=True),
]


@pytest.mark.parametrize("view", mostly_slow(NAMED, NAMED[:5]))
def test_a_name_stands_for_what_its_view_shows(path: Path, view: View) -> None:
    whole = load_timeline(path)
    change_pins(whole, lambda pins: pins.with_pin("between").with_pin("about"))
    pinned = frozenset(whole.positions_by_id[each] for each in ("between", "about"))
    save_view(whole, "v", view)
    save_view(whole, "other", View(query="id:before"))
    shown = on_screen(whole, view, pinned)
    assert listed(path, "@v") == shown
    either = {*shown, "before"}
    assert listed(path, "@v or @other") == [e.id for e in whole.events if e.id in either]


def test_a_view_whose_filter_is_no_query_is_pointed_at(path: Path) -> None:
    whole = load_timeline(path)
    save_view(whole, "old", View(query="(a", certain=True))
    save_view(whole, "other", View(query="id:before"))
    run = kzt("list", "-t", path, "id:near or @old or @other")
    assert run.returncode == 2
    line, caret = run.stderr.splitlines()[1:3]
    assert line[caret.index("^") : caret.rindex("^") + 1] == "@old"
    assert "Traceback" not in run.stderr


def test_sets_of_positions_are_read_as_flags_and_as_positions() -> None:
    assert bits.to_flags(0b101, 5) == bytes([1, 0, 1, 0, 0])
    assert bits.to_positions(bits.from_positions([4, 0], 5)) == (0, 4)
