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
        "lanes" if found.lanes else "list": found.list,
        "detail" if not found.detail_alone else "page": found.detail,
        "evidence beside" if found.evidence_beside else "evidence": found.evidence,
        "coverage": found.coverage,
        f"facets:{found.facets_columns or 'all'}": found.facets,
        "margin beside" if found.margin_beside else f"margin:{found.margin_lines}": found.margin,
        "trail": found.trail,
    }
    return " ".join(name for name, there in parts.items() if there)


TABLE = {
    "list": (
        LIST,
        False,
        (
            "list",
            "overview:3 list",
            "overview:3 list",
            "list",
            "overview:7 lanes detail",
            "overview:7 lanes detail",
            "overview:7 lanes detail",
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
            "overview:7 page evidence beside",
            "overview:7 page evidence beside",
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
            "overview:7 evidence",
            "overview:7 evidence",
        ),
    ),
    "coverage": (COVERAGE, False, ("coverage",) * 7),
    "facets": (
        LIST,
        True,
        (
            "facets:all",
            "overview:3 facets:all",
            "overview:3 list facets:40",
            "list facets:43",
            "overview:7 lanes facets:48",
            "overview:7 lanes detail facets:52",
            "overview:7 lanes detail facets:52",
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
            "overview:7 page evidence beside facets:52",
            "overview:7 page evidence beside facets:52",
        ),
    ),
    "in office, and a trail": (
        View(running=True, trail=("a", "b")),
        False,
        (
            "list trail",
            "overview:3 list margin:5 trail",
            "overview:3 list margin:6 trail",
            "list trail",
            "overview:7 lanes detail margin:9 trail",
            "overview:7 lanes detail margin beside trail",
            "overview:7 lanes detail margin beside trail",
        ),
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_is_shown_at_every_size(name: str) -> None:
    view, facets, expected = TABLE[name]
    assert tuple(shown(room(size, view, 2, facets)) for size in SIZES) == expected


def test_one_track_has_no_lanes() -> None:
    assert not room((200, 60), LIST, 1, False).lanes


@pytest.mark.parametrize("columns", range(1, 240))
def test_something_to_read_is_always_shown(columns: int) -> None:
    for view in (LIST, PAGE, EVIDENCE, COVERAGE):
        for facets in (False, True):
            found = room((columns, 24), view, 2, facets)
            assert found.list or found.detail or found.evidence or found.coverage or found.facets
