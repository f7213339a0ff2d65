"""What there is room for at every size, as one table."""

from __future__ import annotations

import pytest

from kztimeline.session.view import View
from kztimeline.tui.render.room import Room, room

LIST = View()
PAGE = View(reading=True)
EVIDENCE = View(page="evidence")
COVERAGE = View(page="coverage")
SIZES = ((30, 10), (60, 20), (80, 24), (109, 3), (120, 40), (160, 50), (200, 60))


def shown(found: Room) -> str:
    """Name the parts that are on the screen, each with what matters of its size."""
    parts = {
        f"overview:{found.overview_lines}": found.overview,
        "list": found.list,
        f"preview:{found.preview}": bool(found.preview),
        "detail" if not found.detail_alone else "page": found.detail,
        "evidence beside" if found.evidence_beside else "evidence": found.evidence,
        "coverage": found.coverage,
        f"facets:{found.facets_columns or 'all'}": found.facets,
        "day": found.day,
        "pair": found.pair,
        "trail": found.trail,
    }
    return " ".join(name for name, there in parts.items() if there)


TABLE = {
    "list": (
        LIST,
        False,
        (
            "list",
            "overview:3 list preview:3",
            "overview:3 list preview:4",
            "list",
            "overview:7 list detail",
            "overview:9 list detail",
            "overview:9 list detail",
        ),
    ),
    "page": (
        PAGE,
        False,
        (
            "page",
            "page",
            "page",
            "page",
            "overview:7 page",
            "overview:9 page evidence beside",
            "overview:9 page evidence beside",
        ),
    ),
    "evidence": (
        EVIDENCE,
        False,
        (
            "evidence",
            "overview:3 evidence",
            "overview:3 evidence",
            "evidence",
            "overview:7 evidence",
            "overview:9 evidence",
            "overview:9 evidence",
        ),
    ),
    "coverage": (
        COVERAGE,
        False,
        (
            "coverage",
            "coverage",
            "coverage",
            "coverage",
            "coverage",
            "coverage",
            "coverage",
        ),
    ),
    "facets": (
        LIST,
        True,
        (
            "facets:all",
            "overview:3 facets:all",
            "overview:3 list preview:4 facets:40",
            "list facets:43",
            "overview:7 list facets:48",
            "overview:9 list detail facets:52",
            "overview:9 list detail facets:52",
        ),
    ),
    "page over facets": (
        PAGE,
        True,
        (
            "page",
            "page",
            "page",
            "page",
            "overview:7 page",
            "overview:9 page evidence beside facets:52",
            "overview:9 page evidence beside facets:52",
        ),
    ),
    "a trail": (
        View(trail=("a", "b")),
        False,
        (
            "list trail",
            "overview:3 list preview:3 trail",
            "overview:3 list preview:4 trail",
            "list trail",
            "overview:7 list detail trail",
            "overview:9 list detail trail",
            "overview:9 list detail trail",
        ),
    ),
    "a day": (
        View(page="day"),
        False,
        (
            "day",
            "overview:3 day",
            "overview:3 day",
            "day",
            "overview:7 day",
            "overview:9 day",
            "overview:9 day",
        ),
    ),
    "two events": (
        View(page="pair"),
        False,
        (
            "pair",
            "overview:3 pair",
            "overview:3 pair",
            "pair",
            "overview:7 pair",
            "overview:9 pair",
            "overview:9 pair",
        ),
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_is_shown_at_every_size(name: str) -> None:
    view, facets, expected = TABLE[name]
    assert tuple(shown(room(size, view, 2, facets)) for size in SIZES) == expected


def test_more_tracks_take_more_lines_of_the_overview() -> None:
    lines = [room((120, 40), LIST, tracks, False).overview_lines for tracks in (1, 2, 3, 4)]
    assert lines == [6, 7, 8, 10]


def test_topics_by_year_take_a_third_of_the_screen() -> None:
    assert room((80, 24), View(topics=True), 2, False).overview_lines == 8


@pytest.mark.parametrize("columns", range(1, 240))
def test_something_to_read_is_always_shown(columns: int) -> None:
    for view in (LIST, PAGE, EVIDENCE, COVERAGE):
        for facets in (False, True):
            found = room((columns, 24), view, 2, facets)
            assert found.list or found.detail or found.evidence or found.coverage or found.facets
